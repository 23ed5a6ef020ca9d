"""Bodies that issue plans and lead work; *not* here: the bodies that symbols of documents mean (`govplan.legal`)."""

from __future__ import annotations

from attrs import field, frozen

from govplan.values.text import Text, optional_identifier, text_of

__all__ = ["Organization"]


@frozen
class Organization:
    """A body of the State, the Party or society (cơ quan, tổ chức).

    >>> str(Organization("Sở Tài chính tỉnh Quảng Nam"))
    'Sở Tài chính tỉnh Quảng Nam'
    """

    name: Text = field(converter=text_of)
    id: str | None = field(default=None, converter=optional_identifier)

    def __str__(self) -> str:
        return str(self.name)


def optional_organization_of(value: Organization | Text | str | None) -> Organization | None:
    """Return an organization; plain text is its Vietnamese name, None stays None."""
    if value is None or isinstance(value, Organization):
        return value
    return Organization(text_of(value))


def organization_of(value: Organization | Text | str) -> Organization:
    """Return an organization; plain text is its Vietnamese name."""
    return value if isinstance(value, Organization) else Organization(text_of(value))
