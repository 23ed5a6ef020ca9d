"""A strategy for plans with prose that states them; *not* here: one commitment (`prose_clauses`), lists of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import evolve, field, frozen
from hypothesis import strategies as st

from govplan.legal import LegalReference
from govplan.model import Declared, Organization, Plan, Target
from govplan.testing.circumstances import shipped_jurisdictions
from govplan.testing.prose_clauses import clause
from govplan.testing.prose_layouts import (
    GROUP_LAYOUTS,
    Group,
    announced,
    capital,
    distinct,
    group,
    in_period,
    lay_out_groups,
    lay_out_targets,
    references,
)
from govplan.testing.prose_scene import Clause, Scene
from govplan.values import Jurisdiction, Level, Period
from govplan.vietnamese import format_long_date

__all__ = ["WrittenPlan", "written_plans"]

_TWO, _FOUR, _FORMS = st.integers(0, 1), st.integers(0, 3), st.integers(0, 2)


@frozen
class WrittenPlan:
    """A plan and a text that states it (kế hoạch viết thành lời).

    `groups` are the words of each task group as the text prints them, `cited` all documents that the text cites, in
    its order. A bare figure on an indicator of which more is better is a floor; a figure of a composition of 100%
    is exact.
    """

    text: str
    plan: Plan
    groups: tuple[str, ...] = ()
    cited: tuple[LegalReference, ...] = field(default=())

    def __str__(self) -> str:
        return self.text


def written_plans(
    *,
    min_targets: int = 1,
    max_targets: int = 6,
    max_task_groups: int = 6,
    layout: str | None = None,
    quiet: bool = False,
) -> st.SearchStrategy[WrittenPlan]:
    """Generate plans together with Vietnamese prose that states them, for whoever reads plans out of prose.

    News, plans with a letterhead and resolutions come; targets in a sentence, as bullets, numbered, lettered; task
    groups in every layout of `govplan.testing.prose_layouts.GROUP_LAYOUTS`; past results, needs for funds and counts
    that are no targets. Figures are scaled, padded, ranges, fractions, words for zero; what stands beside them is
    every comparator and change that plans use.

    Args:
        min_targets: how many targets a plan has at least, and `max_targets` at most, parts not counted.
        max_targets: see `min_targets`.
        max_task_groups: how many task groups it has at most, up to 10.
        layout: the one layout of task groups, else any.
        quiet: without sentences whose figures are no targets.

    >>> from hypothesis import find
    >>> wanted = written_plans(layout="lettered", max_task_groups=2)
    >>> written = find(wanted, lambda written: len(written.plan.task_groups) == 2)
    >>> len(written.groups), written.groups[0] in written.text
    (2, True)
    """
    return _any_written(min_targets, max_targets, max_task_groups, layout, quiet)


@st.composite
def _any_written(
    draw: st.DrawFn, min_targets: int, max_targets: int, max_task_groups: int, layout: str | None, quiet: bool
) -> WrittenPlan:
    year = draw(st.integers(2011, 2024))
    period = Period.year(year) if draw(_FOUR) else Period.years(year, year + 4)
    issued = date(year, 1, 2) + timedelta(days=draw(st.integers(0, 80)))
    place = draw(st.sampled_from(_provinces(issued)))
    scene = Scene(period)
    clauses, later = _later(draw, period, _clauses(draw, scene, draw(st.integers(min_targets, max_targets))))
    cited = references(issued - timedelta(days=1))
    taken: set[str] = set()
    groups = [group(draw, taken, cited) for _ in range(draw(st.integers(0, max_task_groups)))]
    groups = groups if len(groups) != 1 else []
    used = layout or draw(st.sampled_from(GROUP_LAYOUTS))
    head = _Head(period, issued, place, draw(st.integers(1, 4999)), later)
    form = draw(_FORMS)
    if form == 2 and used not in ("roman", "paragraphs", "dashed"):
        return _resolution(draw, head, clauses, groups, used, quiet)
    write = _letter if form else _news
    return write(draw, head, clauses, groups, used, quiet)


def _clauses(draw: st.DrawFn, scene: Scene, count: int) -> list[Clause]:
    found: list[Clause] = []
    for _ in range(count):
        made = clause(draw, scene)
        if made is not None:
            found.append(made)
    # The first of a text is always new, so that at least one is found where one is asked for.
    return found


def _later(draw: st.DrawFn, period: Period, clauses: list[Clause]) -> tuple[list[Clause], int | None]:
    """Draw whether the last targets are those of a later year, which the words before them name; return the year."""
    if len(clauses) < 2 or draw(_FOUR) < 3:
        return clauses, None
    year = period.end.year + draw(st.integers(1, 7))
    cut = draw(st.integers(1, len(clauses) - 1))
    moved = [evolve(each, targets=tuple(_until(year, target) for target in each.targets)) for each in clauses[cut:]]
    return [*clauses[:cut], *(evolve(each, is_later=True) for each in moved)], year


def _until(year: int, target: Target) -> Target:
    """Return the target with a horizon, unless it has one, and its parts with theirs."""
    breakdowns = [evolve(each, parts=tuple(_until(year, part) for part in each.parts)) for each in target.breakdowns]
    return evolve(target, horizon=target.horizon or Period.year(year), breakdowns=tuple(breakdowns))


def _targets(draw: st.DrawFn, head: _Head, clauses: Sequence[Clause]) -> list[str]:
    """Lay out the targets of the plan's period, then those of a later year."""
    now, later = ([each for each in clauses if each.is_later is flag] for flag in (False, True))
    return [
        lay_out_targets(draw, each, when) for each, when in ((now, head.when), (later, f"đến năm {head.later}")) if each
    ]


def _provinces(day: date) -> list[Jurisdiction]:
    return [row for row in shipped_jurisdictions() if row.is_in_force(day) and row.level is not Level.COUNTRY]


@frozen
class _Head:
    """What stands at the top of a text: when, where, and the number of the act."""

    period: Period
    issued: date
    place: Jurisdiction
    number: int
    later: int | None

    @property
    def when(self) -> str:
        return in_period(self.period)

    @property
    def board(self) -> str:
        return f"Ủy ban nhân dân {self.place}"

    @property
    def council(self) -> str:
        return f"Hội đồng nhân dân {self.place}"

    def act(self, kind: str, symbol: str) -> LegalReference:
        day = f"{self.issued.day:02d}/{self.issued.month}/{self.issued.year}"
        body = "HĐND" if symbol.endswith("HĐND") else "UBND"
        return LegalReference.parse(f"{kind} số {self.number}/{symbol} ngày {day} của {body} {self.place}")

    def bare(self, kind: str, symbol: str) -> LegalReference:
        """Return the act as a text names it that says elsewhere who issued it and when."""
        return LegalReference.parse(f"{kind} số {self.number}/{symbol}")

    def plan(
        self,
        title: str,
        issuer: str,
        clauses: Sequence[Clause],
        groups: Sequence[Group],
        *,
        declared: int | None,
        document: LegalReference | None,
        basis: Sequence[LegalReference] = (),
    ) -> Plan:
        return Plan(
            id="written-plan",
            title=title,
            issuer=Organization(issuer),
            jurisdiction=self.place,
            period=self.period,
            issued=self.issued,
            document=document,
            legal_basis=tuple(basis),
            declared=None if declared is None else Declared(task_groups=declared),
            targets=[target for each in clauses for target in each.targets],
            task_groups=[each.model(ordinal) for ordinal, each in enumerate(groups, 1)],
        )


def _noise(draw: st.DrawFn, head: _Head, quiet: bool) -> list[str]:
    """Draw sentences whose figures are no targets: past results, needs for funds, counts."""
    before = head.period.start.year - 1
    sentences = (
        f"Năm {before}, toàn tỉnh đã giải quyết việc làm cho 15.230 lao động, đạt 101,5% kế hoạch.",
        f"Kết quả năm {before}, tỷ lệ hộ nghèo giảm từ 6,2% xuống còn 5,1%, vượt chỉ tiêu đề ra.",
        "Tổng kinh phí thực hiện là 45,6 tỷ đồng, trong đó ngân sách tỉnh 30 tỷ đồng, nguồn huy động 15,6 tỷ đồng.",
        f"Nhu cầu vốn {head.when} khoảng 120 tỷ đồng.",
        f"Tính đến ngày 31/12/{before}, toàn tỉnh có 1.250 hợp tác xã đang hoạt động.",
    )
    if quiet or draw(_TWO):
        return []
    return draw(st.lists(st.sampled_from(sentences), min_size=1, max_size=2, unique=True))


def _announcing(draw: st.DrawFn, groups: Sequence[Group], layout: str) -> tuple[str, int | None]:
    """Draw the words before the groups, and how many groups they announce."""
    if layout in ("paragraphs", "ordinals", "counted") or draw(_TWO):
        return f"Để đạt các chỉ tiêu đề ra, tỉnh tập trung thực hiện {announced(draw, len(groups))}", len(groups)
    return "Các nhóm nhiệm vụ, giải pháp chủ yếu", None


def _news(
    draw: st.DrawFn, head: _Head, clauses: Sequence[Clause], groups: Sequence[Group], layout: str, quiet: bool
) -> WrittenPlan:
    """Write an article: headline, issuing sentence, targets, groups."""
    title = f"Kế hoạch phát triển kinh tế - xã hội {head.place} {head.when}"
    lead, declared = _announcing(draw, groups, layout) if groups else ("", None)
    day = f"{head.issued.day:02d}/{head.issued.month}"
    day = day if draw(_TWO) and head.period.start.year == head.period.end.year else f"{day}/{head.issued.year}"
    document = head.act("Kế hoạch", "KH-UBND") if draw(_TWO) else None
    act = f"Kế hoạch số {head.number}/KH-UBND về" if document is not None else "Kế hoạch"
    issuing = f"Ngày {day}, {head.board} ban hành {act} phát triển kinh tế - xã hội {head.place} {head.when}"
    count = f" với {announced(draw, len(groups))}" if len(groups) > 0 and draw(_TWO) else ""
    pieces = [
        f"{capital(head.when)}, {head.place} đặt nhiều mục tiêu phát triển",
        f"{issuing}{count}.",
        *_targets(draw, head, clauses),
        *_noise(draw, head, quiet),
    ]
    if groups:
        pieces.append(lay_out_groups(groups, layout, lead))
    of_text = [] if document is None else [head.bare("Kế hoạch", "KH-UBND")]
    plan = head.plan(title, head.board, clauses, groups, declared=len(groups) if count else declared, document=document)
    return _written(pieces, plan, groups, [*of_text, *_cited(groups)])


def _letter(
    draw: st.DrawFn, head: _Head, clauses: Sequence[Clause], groups: Sequence[Group], layout: str, quiet: bool
) -> WrittenPlan:
    """Write a plan with a letterhead: number, place and day, title, basis, sections."""
    basis = distinct([draw(references(head.issued - timedelta(days=1))) for _ in range(draw(_FOUR))])
    title = f"Phát triển kinh tế - xã hội {head.place} {head.when}"
    lead, declared = _announcing(draw, groups, layout) if groups else ("", None)
    pieces = [
        f"{head.board.upper()}\nSố: {head.number}/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        f"{head.place.name}, {format_long_date(head.issued)}",
        f"KẾ HOẠCH\n{title}",
    ]
    if basis:
        pieces.append("\n".join(f"Căn cứ {reference};" for reference in basis))
    pieces += [
        f"{head.board} ban hành Kế hoạch như sau:",
        *_noise(draw, head, quiet),
        *_targets(draw, head, clauses),
    ]
    if groups:
        pieces.append(lay_out_groups(groups, layout, lead))
    plan = head.plan(
        title, head.board, clauses, groups, declared=declared, document=head.act("Kế hoạch", "KH-UBND"), basis=basis
    )
    return _written(pieces, plan, groups, [head.bare("Kế hoạch", "KH-UBND"), *basis, *_cited(groups)])


def _resolution(
    draw: st.DrawFn, head: _Head, clauses: Sequence[Clause], groups: Sequence[Group], layout: str, quiet: bool
) -> WrittenPlan:
    """Write a resolution, whose first article holds the plan."""
    basis = distinct([draw(references(head.issued - timedelta(days=1))) for _ in range(1 + draw(_TWO))])
    title = f"Về phát triển kinh tế - xã hội {head.place} {head.when}"
    pieces = [
        f"{head.council.upper()}\nSố: {head.number}/NQ-HĐND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        f"{head.place.name}, {format_long_date(head.issued)}",
        f"NGHỊ QUYẾT\n{title}",
        "\n".join(f"Căn cứ {reference};" for reference in basis),
        "QUYẾT NGHỊ:",
        "Điều 1. Thông qua Kế hoạch với các nội dung chính như sau:",
        "\n".join(("I. CHỈ TIÊU", *_targets(draw, head, clauses))),
    ]
    declared = None
    if groups:
        lead, declared = _announcing(draw, groups, layout)
        pieces.append(f"II. NHIỆM VỤ\n{lay_out_groups(groups, layout, lead)}")
    pieces.append(
        f"Điều 2. Giao {head.board} tổ chức thực hiện.\n"
        "Điều 3. Nghị quyết có hiệu lực sau 10 ngày kể từ ngày thông qua./."
    )
    plan = head.plan(
        title, head.council, clauses, groups, declared=declared, document=head.act("Nghị quyết", "NQ-HĐND"), basis=basis
    )
    return _written(pieces, plan, groups, [head.bare("Nghị quyết", "NQ-HĐND"), *basis, *_cited(groups)])


def _cited(groups: Sequence[Group]) -> list[LegalReference]:
    return [reference for each in groups for reference in each.references]


def _written(
    pieces: Sequence[str], plan: Plan, groups: Sequence[Group], cited: Sequence[LegalReference]
) -> WrittenPlan:
    text = "\n\n".join(pieces)
    # A group begins with a capital letter where it is a paragraph of its own.
    printed = [each.text if each.text in text else capital(each.text) for each in groups]
    return WrittenPlan(text, plan, tuple(printed), tuple(cited))
