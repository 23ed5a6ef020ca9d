"""Bodies that issue plans and lead work."""

import pytest
from hypothesis import given

from govplan.errors import InvalidTextError
from govplan.model import Organization, Task
from govplan.model.organization import optional_organization_of, organization_of
from govplan.testing import texts
from govplan.values import Text


def test_a_body_prints_its_vietnamese_name_else_the_one_it_has() -> None:
    """A name in English alone is printed rather than nothing."""
    assert str(Organization(Text("Sở Y tế", "Department of Health"))) == "Sở Y tế"
    assert str(Organization(Text(en="Department of Health"))) == "Department of Health"


@given(texts())
def test_a_name_alone_is_a_body(name: Text) -> None:
    """Wherever a body is wanted, its name will do, in either language."""
    body = Organization(name)
    assert organization_of(name) == optional_organization_of(name) == body
    assert organization_of(body) is optional_organization_of(body) is body
    assert Task("Rà soát", lead=name).lead == body
    if name.en is None and name.vi is not None:
        assert organization_of(name.vi) == body


def test_no_body_stays_none_where_none_may_be() -> None:
    """A task needs no lead, and an issuer is never nothing."""
    assert optional_organization_of(None) is None
    with pytest.raises(InvalidTextError, match="neither vi nor en is given"):
        organization_of(None)


def test_a_body_needs_a_name_and_a_sound_id() -> None:
    """An empty name and an id with capitals are refused."""
    with pytest.raises(InvalidTextError, match="empty text"):
        Organization("  ")
    with pytest.raises(InvalidTextError, match="not an id: found 'Sở-Y-tế'"):
        Organization("Sở Y tế", id="Sở-Y-tế")
