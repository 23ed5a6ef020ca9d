"""What is not known of a plan, with the reasons; *not* here: what is (`target_rows`, `finding_rows`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from govplan.aggregation import Assessment, Attainment, TargetAssessment
from govplan.errors import Lang
from govplan.files.results import Unmatched
from govplan.report.finding_rows import Anchor, FindingRow
from govplan.report.phrases import phrases
from govplan.report.target_rows import TargetRow

__all__ = ["Gap", "GapEntry", "gaps_in"]

_UNJUDGED = (Attainment.NO_DATA, Attainment.NOT_ASSESSABLE)


@frozen
class GapEntry:
    """One sentence on what is not known: what comes before the name of its place, the place, what comes behind."""

    before: str
    anchor: Anchor | None = None
    behind: str = ""

    @classmethod
    def of(cls, anchor: Anchor | None, sentence: str, *names: str) -> GapEntry:
        """Return a sentence with the place named in it, under one of its names, or before it.

        >>> GapEntry.of(Anchor("t1", "Jobs"), "Việc làm has no baseline", "Việc làm")
        GapEntry(before='', anchor=Anchor(id='t1', name='Việc làm'), behind=' has no baseline')
        """
        if anchor is None:
            return cls(sentence)
        for name in (anchor.name, *names):
            found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence)
            if found is not None:
                return cls(sentence[: found.start()], Anchor(anchor.id, name), sentence[found.end() :])
        return cls("", anchor, f": {sentence}")


@frozen
class Gap:
    """Things that are not known for one kind of reason."""

    heading: str
    entries: list[GapEntry]


def gaps_in(
    not_checked: Iterable[FindingRow],
    assessment: Assessment | None,
    rows: Sequence[TargetRow],
    unmatched: Iterable[Unmatched],
    lang: Lang,
) -> list[Gap]:
    """Return everything that a page says is unknown: never passed over, and one sentence each.

    Args:
        not_checked: what no rule could judge.
        assessment: what has become of the targets, None where nothing was judged.
        rows: the targets, in the order of the assessment's walk.
        unmatched: rows of results that belong to no target.
        lang: the language of the sentences.
    """
    words = phrases(lang)
    found = [
        Gap(words["not_checked"], [GapEntry.of(row.anchor, f"{row.code}: {row.message}") for row in not_checked]),
        *([] if assessment is None else _of_results(assessment, rows, lang)),
        Gap(
            words["unmatched"],
            [
                GapEntry(f"{words['row'].format(one.row)}: {one.name}: {one.reason.in_language(lang)}")
                for one in unmatched
            ],
        ),
    ]
    return [gap for gap in found if gap.entries]


def _of_results(assessment: Assessment, rows: Sequence[TargetRow], lang: Lang) -> list[Gap]:
    words = phrases(lang)
    unjudged: list[GapEntry] = []
    without: list[GapEntry] = []
    remarks: list[GapEntry] = []
    for row, one in zip(rows, assessment.walk(), strict=True):
        anchor, name = Anchor(row.anchor, row.name), str(one.target.indicator)
        if one.attainment in _UNJUDGED and one.refusal is not None:
            unjudged.append(GapEntry.of(anchor, one.refusal.message(lang), name))
        else:
            without += [GapEntry.of(anchor, sentence, name) for sentence in _refusals(one, lang)]
        remarks += [GapEntry.of(anchor, warning.in_language(lang), name) for warning in one.warnings]
    return [
        Gap(words["without_data"], unjudged),
        Gap(words["not_computed"], without),
        Gap(words["remarks"], remarks),
        Gap(words["unmatched"], [GapEntry(id) for id in assessment.unmatched]),
    ]


def _refusals(one: TargetAssessment, lang: Lang) -> dict[str, None]:
    """Return why figures that the page would show are not there, each reason once."""
    reasons = (figure.refusal for figure in (one.share, one.expected))
    return dict.fromkeys(reason.message(lang) for reason in reasons if reason is not None)
