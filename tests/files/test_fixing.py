"""Mending a file's text: what it removes, what it adds, and what it leaves as it was."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan import check, dumps, loads
from govplan.files import example_path
from govplan.files.fixing import Mended, mend
from govplan.model import Plan, Suppression
from govplan.rules import Edit, Finding, Fix, Report, Severity
from govplan.testing import plans, suppressions
from govplan.values import Text

Format = Literal["yaml", "json"]
FORMATS = st.sampled_from(("yaml", "json"))
KEY = re.compile("[a-z_]+:")
TEXT = (example_path("quangnam_2023") / "plan.yaml").read_text(encoding="utf-8")


def codes(plan: Plan, *, fixable: bool) -> Counter[str]:
    return Counter(finding.code for finding in check(plan).findings if (finding.fix is not None) is fixable)


def is_left_of(after: Sequence[str], before: Sequence[str]) -> bool:
    """Are letters or lines what is left of others when some are taken out?"""
    waiting = iter(before)
    return all(one in waiting for one in after)


# --- laws ----------------------------------------------------------------------------------


@given(plans(), st.lists(suppressions(), max_size=4), FORMATS)
def test_a_fix_removes_its_finding_and_adds_none(plan: Plan, accepted: list[Suppression], form: Format) -> None:
    """What can be mended is gone, what cannot be is still said, and nothing else is; mending again changes nothing."""
    text = dumps(evolve(plan, suppress=accepted), format=form)
    mended = mend(text, form, check)
    assert codes(mended.plan, fixable=True) == Counter()
    assert codes(mended.plan, fixable=False) == codes(loads(text, format=form), fixable=False)
    assert Counter(finding.code for finding in mended.findings) >= codes(loads(text, format=form), fixable=True)
    assert loads(mended.text, format=form) == mended.plan
    assert mend(mended.text, form, check) == Mended(mended.text, mended.plan)
    # Every fix there is takes something out: of a file that has a line for each item whole lines.
    assert is_left_of(mended.text, text)
    if form == "yaml":
        assert is_left_of(mended.text.splitlines(), text.splitlines())


@given(plans(sound=True), FORMATS)
def test_a_sound_plan_is_left_as_it_is(plan: Plan, form: Format) -> None:
    """Nothing to mend, nothing written otherwise."""
    text = dumps(plan, format=form)
    assert mend(text, form, check) == Mended(text, loads(text, format=form))


@given(plans(), st.lists(suppressions(), max_size=4))
def test_comments_between_keys_stay(plan: Plan, accepted: list[Suppression]) -> None:
    """Whatever is mended, no comment that stands beside it is lost or moved to another key."""
    bare = dumps(evolve(plan, suppress=accepted))
    text = "".join(f"# {line[:8]!a}\n{line}" if KEY.match(line) else line for line in bare.splitlines(keepends=True))
    assert loads(text) == loads(bare)
    mended = mend(text, "yaml", check)
    assert [line for line in mended.text.splitlines() if line.startswith("# ")] == [
        line for line in text.splitlines() if line.startswith("# ")
    ]
    assert mended.plan == mend(bare, "yaml", check).plan


# --- a real file ---------------------------------------------------------------------------


IDLE = """
# What we compared with the original:
suppress:  # by the office
  # printed so
  - {rule: GP301, path: /task_groups/2/legal_references/0, reason: "in như vậy"}   # page 3
  - rule: GP101  # gone since 2023
    # nobody knows why
    reason: không rõ

  # the next one
  - {rule: GP302, reason: 'in như vậy'}
"""


def test_comments_order_and_layout_stay() -> None:
    """Of a file that people wrote just the lines of the item are gone, with the comments inside it."""
    mended = mend(TEXT + IDLE, "yaml", check)
    taken_out = "  - rule: GP101  # gone since 2023\n    # nobody knows why\n    reason: không rõ\n"
    assert mended.text == TEXT + IDLE.replace(taken_out, "")
    assert [(finding.code, finding.path) for finding in mended.findings] == [("GP105", "/suppress/1")]


def test_the_last_item_goes_with_its_key() -> None:
    """No empty list is left behind; comments around it are."""
    mended = mend(TEXT + "# before\nsuppress:\n  - {rule: GP101, reason: x}\n# after\n", "yaml", check)
    assert mended.text == TEXT + "# before\n# after\n"
    assert mended.plan.suppress == ()


def test_several_fixes_are_made_at_once() -> None:
    """Each finds what it is for, though others are taken out beside it."""
    items = [f"  - {{rule: GP10{number}, reason: x}}\n" for number in (1, 2, 3)]
    kept = "  - {rule: GP302, reason: x}\n"
    mended = mend(TEXT + "suppress:\n" + items[0] + items[1] + kept + items[2], "yaml", check)
    assert mended.text == TEXT + "suppress:\n" + kept
    assert [finding.path for finding in mended.findings] == ["/suppress/3", "/suppress/1", "/suppress/0"]


# --- fixes of other rules ------------------------------------------------------------------


def finding(*edits: Edit) -> Finding:
    return Finding("X001", Severity.INFO, "", Text(en="x"), fix=Fix(Text(en="x"), edits))


def test_values_are_replaced_and_several_edits_are_one_fix() -> None:
    """A fix may write another value, and change several places together."""
    wanted = finding(Edit("/issuer/name/vi", "Sở Nội vụ"), Edit("/declared"))

    def look(plan: Plan) -> Report:
        return Report((wanted,) if plan.declared else ())

    mended = mend(TEXT, "yaml", look)
    assert mended.plan == evolve(loads(TEXT), issuer=mended.plan.issuer, declared=None)
    assert str(mended.plan.issuer.name) == "Sở Nội vụ"
    changed = [(old, new) for old, new in zip(TEXT.splitlines(), mended.text.splitlines(), strict=False) if old != new]
    assert "Sở Nội vụ" in changed[0][1]


def test_a_fix_that_cannot_be_made_is_left_alone() -> None:
    """Where the file has no such place the finding stays, and the text as well."""
    mended = mend(TEXT, "yaml", lambda plan: Report((finding(Edit("/nowhere")), finding())))
    assert (mended.text, mended.findings) == (TEXT, ())


def test_what_cannot_be_made_keeps_no_other_fix_from_being_made() -> None:
    """Of several fixes those are made that can be, each whole."""
    two = finding(Edit("/issuer/name/vi", "Sở Nội vụ"), Edit("/declared"))
    one = finding(Edit("/legal_basis"))
    impossible = finding(Edit("/nowhere"))

    def look(plan: Plan) -> Report:
        return Report((impossible, *([two] if plan.declared else []), *([one] if plan.legal_basis else [])))

    before = loads(TEXT + "legal_basis: [Quyết định số 2911/QĐ-UBND]\n")
    mended = mend(TEXT + "legal_basis: [Quyết định số 2911/QĐ-UBND]\n", "yaml", look)
    assert mended.findings == (one, two)
    assert mended.plan == evolve(before, issuer=mended.plan.issuer, declared=None, legal_basis=())
    assert str(mended.plan.issuer.name) == "Sở Nội vụ"


def test_a_fix_that_mends_nothing_comes_to_an_end() -> None:
    """A rule that finds the same again after its fix is not asked for ever."""
    names = ("Sở Nội vụ", "Sở Tài chính")

    def look(plan: Plan) -> Report:
        [other] = [name for name in names if name != str(plan.issuer.name)][:1]
        return Report((finding(Edit("/issuer/name/vi", other)),))

    mended = mend(TEXT, "yaml", look)
    assert 1 < len(mended.findings) <= 20
