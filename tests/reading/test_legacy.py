"""Vietnamese in encodings before Unicode: recognised, and nothing else mistaken for it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.legacy import legacy_encoding

# A sentence of this file's own, as the old fonts stored it and Latin-1 shows it.
TCVN3 = "Tû lÖ hé nghÌo gi¶m cßn d­íi 4%, t¹o viÖc lµm míi cho 5.000 lao ®éng, x· ®¹t chuÈn n«ng th«n míi"
VNI = (
    "Tyû leä hoä ngheøo giaûm coøn döôùi 4%, taïo vieäc laøm môùi cho 5.000 lao ñoäng, xaõ ñaït chuaån noâng thoân môùi"
)
UNICODE = "Tỷ lệ hộ nghèo giảm còn dưới 4%, tạo việc làm mới cho 5.000 lao động, xã đạt chuẩn nông thôn mới"
OTHERS = {
    "french": "Le Conseil a décidé d'améliorer la qualité de l'école : élèves, forêt, hôpital, déjà, né, clé, blé",
    "portuguese": "A educação não é só isso; há pão, mãe, coração, avó, você, água, três, fé, sé, lã, pés, já, até",
    "spanish": "El niño comió piña en la montaña; el señor está aquí, más café mañana, sí, qué, él, tú, también, allá",
    "german": "Die Behörde prüft größere Maßnahmen zur Förderung schöner Städte; Übung, Äpfel, süß, müde, früh, Tür",
    "italian": "La città è più bella perché c'è il caffè; così, già, può, né, sì, là, tè, però, virtù, lunedì",
    "icelandic": "Það er gott að búa á Íslandi, þar sem fjöllin eru há og veðrið er kalt; ég sé þú, má, hún, ný",
    "symbols": "© 2024 · giá 5 × 3 = 15; 25 °C, § 3, «trích» ½ £ ¥ ± µ ¶ ® ¬",
    "english": "The poverty rate falls below 4% in 2024.",
    "empty": "",
}


@pytest.mark.parametrize(("text", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI"), (VNI.upper(), "VNI")])
def test_the_old_encodings_are_recognised(text: str, name: str) -> None:
    """Each is called by its name, as Latin-1 shows it and as a Vietnamese Windows shows it."""
    assert legacy_encoding(text) == name
    assert legacy_encoding(text.encode("latin-1").decode("cp1258", "replace")) == name
    assert legacy_encoding(text.encode("latin-1").decode("cp1252", "replace")) == name


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_unicode_is_never_flagged(form: str) -> None:
    """Vietnamese in Unicode is Vietnamese in Unicode, however its letters are composed."""
    assert legacy_encoding(unicodedata.normalize(form, UNICODE)) is None
    assert legacy_encoding(unicodedata.normalize(form, UNICODE).upper()) is None
    for words in UNICODE.split(", "):
        assert legacy_encoding(unicodedata.normalize(form, words)) is None


def test_letters_that_latin_1_has_do_not_mislead() -> None:
    """Unicode words whose letters all stand in Latin-1 too are told from old ones by what they spell."""
    assert legacy_encoding("và là có cá tôi bà hát nói lúa xã bò tàu đi nhà máy, năm tháng") is None
    assert legacy_encoding("cã lµ vµ t«i c¸ bµ h¸t nãi lóa x· bß tµu ®i nhµ m¸y") == "TCVN3"


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_other_languages_are_never_flagged(text: str) -> None:
    """Accents of other languages are no Vietnamese in disguise."""
    assert legacy_encoding(text) is None
    assert legacy_encoding(20 * text) is None


def test_a_few_words_show_nothing() -> None:
    """One or two odd words in a text are left alone."""
    assert legacy_encoding("ViÖt Nam 2024") is None
    assert legacy_encoding(UNICODE + " ViÖt héi") is None


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever is asked has an answer."""
    assert legacy_encoding(text) in (None, "TCVN3", "VNI")


@given(st.lists(st.sampled_from(UNICODE.split()), min_size=12))
def test_words_in_any_order_are_told_apart(words: list[str]) -> None:
    """It is the words that show an encoding, not their order."""
    old = dict(zip(UNICODE.split(), TCVN3.split(), strict=True))
    if len({word for word in words if not old[word].isascii()}) >= 3:
        assert legacy_encoding(" ".join(old[word] for word in words)) == "TCVN3"
    assert legacy_encoding(" ".join(words)) is None


def test_a_long_text_is_judged_by_its_beginning() -> None:
    """A megabyte takes no longer than a page; what stands beyond is not looked at."""
    assert legacy_encoding(UNICODE + " đ" * 500_000 + TCVN3) is None
    assert legacy_encoding(TCVN3 + " é" * 500_000) == "TCVN3"
