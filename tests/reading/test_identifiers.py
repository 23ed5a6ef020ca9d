"""Ids made of names."""

from hypothesis import given
from hypothesis import strategies as st

from govplan.reading.identifiers import Identifiers, plan_identifier, slug
from govplan.values import Period
from govplan.values.text import identifier

NAMES = st.lists(st.sampled_from(["Số hộ", "nghèo", "2", "…", "Đ", "đường", "-", "ệ"]), max_size=12).map(" ".join)


@given(st.lists(NAMES, max_size=12))
def test_made_ids_are_ids_and_each_is_given_once(names: list[str]) -> None:
    """Whatever the names, a plan file takes the ids, and no two targets share one."""
    ids = Identifiers()
    made = [ids.make(name) for name in names]
    assert [identifier(one) for one in made] == made
    assert len(set(made)) == len(made)


def test_an_id_with_a_number_of_its_own_is_not_given_again() -> None:
    """The second "muc" would be "muc-2", which is taken."""
    ids = Identifiers()
    assert [ids.make(name) for name in ("Mục 2", "Mục", "Mục", "Mục")] == ["muc-2", "muc", "muc-3", "muc-4"]


@given(st.text(max_size=200), st.integers(1, 60))
def test_a_slug_is_short_and_an_id_or_empty(words: str, longest: int) -> None:
    """No text makes an id that a file would refuse."""
    made = slug(words, longest)
    assert len(made) <= longest
    assert made == "" or identifier(made) == made


def test_a_plan_is_called_by_place_years_and_title() -> None:
    """Two years' plans of one place have two ids."""
    assert plan_identifier("Kế hoạch giảm nghèo", "Sơn La", Period.years(2021, 2025)) == (
        "son-la-2021-2025-ke-hoach-giam-ngheo"
    )
    assert plan_identifier("Kế hoạch", "Sơn La", Period.year(2024)) == "son-la-2024-ke-hoach"
