"""Where the values of a file stand, beside the plan and not in it; *not* here: finding them."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from govplan.model.pointers import long_pointer

__all__ = ["Locations"]


def _both_forms(places: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    # What stands in the file comes first: a target may, wrongly, have several short forms.
    return {long_pointer(pointer): place for pointer, place in places.items()} | dict(places)


@frozen
class Locations:
    """Line and column, from 1, of every value of a file by its JSON Pointer (vị trí trong tệp).

    A breakdown is found by the pointer of its short form and of its long form, whichever the file has.

    >>> Locations({"": (1, 1), "/id": (2, 1)}).nearest("/id/0")
    (2, 1)
    """

    _places: Mapping[str, tuple[int, int]] = field(repr=False, converter=_both_forms)

    def nearest(self, pointer: str) -> tuple[int, int] | None:
        """Return the place of a value, else of the nearest one that holds it, else None."""
        while True:
            found = self._places.get(pointer) or self._places.get(long_pointer(pointer))
            if found is not None or not pointer:
                return found
            pointer = pointer.rpartition("/")[0]
