"""Deviations: every one has a code, a description in two languages, and citations that have it alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import Deviation, LegalReference
from govplan.testing import legal_references


@pytest.mark.parametrize("deviation", Deviation, ids=lambda deviation: deviation.value)
def test_codes_and_descriptions_are_for_programs_and_people(deviation: Deviation) -> None:
    """The code is the name in lower case with hyphens; the descriptions are two, and no sentences."""
    assert deviation.value == deviation.name.lower().replace("_", "-")
    english, vietnamese = deviation.description("en"), deviation.description("vi")
    assert english == deviation.description()
    assert english.isascii() or "số" in english
    assert re.search("[ạ-ỹàáâãèéêìíòóôõùúýăđĩũơư]", vietnamese)
    assert not english.endswith(".")
    assert not vietnamese.endswith(".")


def test_no_two_deviations_are_told_alike() -> None:
    """A reader can tell each from all others, in either language."""
    for lang in ("vi", "en"):
        assert len({deviation.description(lang) for deviation in Deviation}) == len(Deviation)


@pytest.mark.parametrize("deviation", Deviation, ids=lambda deviation: deviation.value)
@given(data=st.data())
def test_each_deviation_is_found_alone(deviation: Deviation, data: st.DataObject) -> None:
    """A citation damaged in one way reads back from its text with that deviation and no other."""
    reference = data.draw(legal_references(deviation=deviation))
    assert reference.deviations == (deviation,)
    assert LegalReference.parse(reference.text) == reference
    assert not reference.well_formed


@given(legal_references(well_formed=True))
def test_what_is_printed_as_prescribed_deviates_in_nothing(reference: LegalReference) -> None:
    """No family, place, date or issuer in order is taken for a slip."""
    assert LegalReference.parse(reference.text).deviations == ()


@given(legal_references(numbered=True))
def test_the_canonical_form_mends_what_can_be_mended(reference: LegalReference) -> None:
    """Printed anew, a citation has no deviation but those that say what is lost or contradicts."""
    lasting = {
        Deviation.SYMBOL_MISSING,
        Deviation.BODY_MISSING,
        Deviation.TYPE_MISSING,
        Deviation.UNIT_MISSING,
        Deviation.TYPE_CONTRADICTS,
        Deviation.YEAR_CONTRADICTS,
        # TƯ stays as it is where nothing tells which of two bodies it means.
        Deviation.MARKS_LOST,
    }
    again = LegalReference.parse(str(reference))
    assert set(again.deviations) <= lasting & set(reference.deviations)
