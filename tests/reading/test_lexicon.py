"""The words that reading knows."""

from govplan.reading.lexicon import FUNCTION_ROLES, lexicon, words_with


def test_no_phrase_has_two_roles():
    """A phrase that builds a clause means one thing, so that the order of the table decides nothing."""
    seen: dict[tuple[str, ...], str] = {}
    for first, entries in lexicon().phrases.items():
        for entry in entries:
            phrase = (first, *entry.rest)
            assert phrase not in seen, (phrase, seen.get(phrase), entry.role)
            seen[phrase] = entry.role


def test_phrases_are_in_small_letters():
    """What is looked up in small letters is written in small letters."""
    for role in FUNCTION_ROLES | {"unit", "head", "verb", "label", "denominator"}:
        words = words_with(role)
        assert words, role
        assert all(word == word.lower() and word == " ".join(word.split()) for word in words)


def test_the_longest_phrase_comes_first():
    """What says more is found before what it begins with: "giảm xuống còn" before "giảm"."""
    lengths = [len(entry.rest) for entry in lexicon().phrases["giảm"]]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[-1] == 0
