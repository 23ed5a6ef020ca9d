"""Documents known by name: laws by title, resolutions of congresses, charters, conventions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import Deviation
from govplan.legal.lexicon import lexicon
from govplan.legal.naming import CAPITAL, Named, Start, naming, start_of
from govplan.legal.tables import law_titles
from govplan.testing import legal_references

NAMES = naming(lexicon())
LAWS = st.sampled_from([(kind, title) for kind in ("Luật", "Bộ luật", "Pháp lệnh") for title in law_titles()[kind]])


def named(text: str) -> Named | None:
    """Return the first document that a text names."""
    for match in CAPITAL.finditer(text):
        found = NAMES.at_start(text, match.start())
        if found is not None:
            assert found.reference.text == text[found.start : found.end]
            return found
    return None


def words(text: str) -> str | None:
    """Return the words of the first document that a text names."""
    found = named(text)
    return text[found.start : found.end] if found is not None else None


@given(LAWS, st.sampled_from([".", ",", ";", ")", " và các văn bản", " quy định", " đã ban hành", "\nCăn cứ", ""]))
def test_every_law_of_the_tables_is_known_to_the_end_of_its_title(law: tuple[str, str], rest: str) -> None:
    """Titles that hold commas, "và" or "của" are known; the issuer goes without saying."""
    kind, title = law
    found = named(f"Căn cứ {kind} {title}{rest}")
    assert found is not None
    assert (found.start, found.reference.text) == (7, f"{kind} {title}")
    assert (str(found.reference.type), found.reference.title, found.reference.number) == (kind, title, None)
    assert found.reference.issuer == ("Ủy ban Thường vụ Quốc hội" if kind == "Pháp lệnh" else "Quốc hội")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luật Nhà ở, Luật Đất đai", "Luật Nhà ở"),
        ("Luật Đất đai năm 2013 và", "Luật Đất đai năm 2013"),
        ("Luật Đất đai 2013;", "Luật Đất đai 2013"),
        ("Luật Đất đai ngày 26/11/2003 của", "Luật Đất đai ngày 26/11/2003"),
        ("LUẬT ĐẤT ĐAI;", "LUẬT ĐẤT ĐAI"),
        ("Luật Đất đai (sửa đổi)", "Luật Đất đai"),
        ("Luật Xyz và Abc đã có hiệu lực", "Luật Xyz và Abc"),
        ("Luật Phòng chống tham nhũng quy định", "Luật Phòng chống tham nhũng"),
        ("Luật Nhà ở của Quốc hội", "Luật Nhà ở"),
        ("Bộ\nluật\nLao động;", "Bộ\nluật\nLao động"),
        ("Hiến pháp năm 2013;", "Hiến pháp năm 2013"),
        (
            "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013",
            "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013",
        ),
        ("Hiến pháp nước Việt Nam Dân chủ Cộng hòa năm 1946.", "Hiến pháp nước Việt Nam Dân chủ Cộng hòa năm 1946"),
        ("Nghị quyết Đại hội XIII của Đảng và Chương trình", "Nghị quyết Đại hội XIII của Đảng"),
        (
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XXII, nhiệm kỳ 2020-2025.",
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XXII, nhiệm kỳ 2020-2025",
        ),
        ("Điều lệ Đảng quy định", "Điều lệ Đảng"),
        ("Công ước quốc tế về quyền trẻ em;", "Công ước quốc tế về quyền trẻ em"),
        ("Công ước  của Liên hợp quốc  ", "Công ước  của Liên hợp quốc"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, name: str) -> None:
    """Before a mark, or a word that no title has; years and dates belong to it, blanks do not."""
    assert words(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "theo pháp luật",
        "Luật này",
        "luật Nhà ở",
        "Luật sư Nguyễn Văn An",
        "Luật của Quốc hội",
        "Hiến pháp và pháp luật",
        "Nghị quyết của huyện",
        "Nghị quyết Đại hội",
        "Điều lệ của trường",
        "Luật",
        f"Luật A{'a' * 40}",
    ],
)
def test_what_has_no_name_of_its_own_is_none(text: str) -> None:
    """A type alone, a lawyer, small letters, a run of letters that is no word."""
    assert words(text) is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Luật Nhà ở", Start.LAW),
        ("PHÁP LỆNH Ngoại hối", Start.LAW),
        ("Nghị quyết Đại hội XIII", Start.RESOLUTION),
        ("Công ước quốc tế", Start.OTHER),
        ("Điều 5 Nghị định.", Start.PLACE),
    ],
)
def test_a_capital_says_what_may_start_with_it(text: str, start: Start) -> None:
    """Each sort of name is looked for where its words begin."""
    match = CAPITAL.match(text)
    assert match is not None
    assert start_of(text, match) is start


def test_the_laws_that_an_amending_law_amends_are_cited_within_its_title() -> None:
    """Each is a name of its own, in its place; the date behind the last one is the amending law's."""
    text = "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công, Luật Đấu thầu và Luật Hải quan ngày 11/01/2022"
    found = named(f"Căn cứ {text}.")
    assert found is not None
    assert found.reference.text == text
    assert found.reference.date == date(2022, 1, 11)
    assert [inner.reference.text for inner in found.nested] == ["Luật Đầu tư công", "Luật Đấu thầu", "Luật Hải quan"]
    assert [inner.reference.date for inner in found.nested] == [None] * 3
    for inner in found.nested:
        assert f"Căn cứ {text}"[inner.start : inner.end] == inner.reference.text


def test_a_day_that_no_calendar_has_is_said_of_a_name_too() -> None:
    """The name stays whole."""
    found = named("Luật Đất đai ngày 31/02/2003.")
    assert found is not None
    assert (found.reference.text, found.reference.date) == ("Luật Đất đai ngày 31/02/2003", None)
    assert found.reference.deviations == (Deviation.DAY_IMPOSSIBLE,)


def test_places_before_a_law_belong_to_it() -> None:
    """Back to where another citation ends."""
    text = "theo khoản 2 Điều 5 của Luật Nhà ở"
    found = NAMES.law(text, text.index("Luật"), 0)
    assert found is not None
    assert (found.start, str(found.reference.pin)) == (5, "khoản 2 Điều 5")
    without = NAMES.law(text, text.index("Luật"), text.index("của"))
    assert without is not None
    assert without.reference.pin is None


@given(legal_references(numbered=False, sound=True), st.sampled_from(["", "theo ", "các "]))
def test_sound_names_are_read_as_they_are(reference: object, before: str) -> None:
    """What the strategies name is found with its whole title."""
    found = named(f"{before}{getattr(reference, 'text')}.")  # noqa: B009
    assert found is not None
    assert found.reference == reference


@given(
    st.text(max_size=40),
    st.sampled_from(["Luật ", "Công ước ", "Nghị quyết Đại hội ", "Điều lệ ", "Luật sửa đổi Luật "]),
)
def test_no_text_makes_the_reading_raise(text: str, before: str) -> None:
    """What is named lies within the text, laws within its title one behind the other."""
    whole = f"{before}{text}"
    for match in CAPITAL.finditer(whole):
        found = NAMES.at_start(whole, match.start())
        if found is not None:
            assert 0 <= found.start < found.end <= len(whole)
            reached = found.start
            for inner in found.nested:
                assert reached <= inner.start < inner.end <= found.end
                reached = inner.end
