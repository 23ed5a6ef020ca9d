"""The documents that are timed: the example that ships, and made ones of a common shape; *not* here: the timing."""

from __future__ import annotations

import random
from datetime import date

import govplan
from govplan.model import Baseline, Relation

__all__ = ["example", "made_plan", "made_plans"]

_TEXT = (
    "tiếp tục tổ chức thực hiện có hiệu quả công tác lao động việc làm người có công và xã hội trên địa bàn tỉnh "
    "nâng cao chất lượng đào tạo nghề hỗ trợ hộ nghèo trẻ em bình đẳng giới chuyển đổi số cải cách hành chính"
)
_WORDS = _TEXT.split()
_UNITS = ("người", "%", "hộ", "tỷ đồng", "trường", "xã")
_ISSUERS = ("HĐND tỉnh", "UBND tỉnh", "Chính phủ", "Tỉnh ủy", "Bộ Chính trị")
# Who issues what, so that no rule has anything to say of it.
_CITED = (
    ("Nghị quyết", "NQ-HĐND", "HĐND tỉnh"),
    ("Quyết định", "QĐ-UBND", "UBND tỉnh"),
    ("Kế hoạch", "KH-UBND", "UBND tỉnh"),
    ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ"),
)


def example() -> govplan.Plan:
    """Return the Quảng Nam programme of 2023."""
    return govplan.load_example("quangnam_2023")


def made_plan(seed: int) -> govplan.Plan:
    """Return a plan of 8 targets with 3 parts, 15 task groups and 12 documents, its words in Vietnamese alone."""
    dice = random.Random(seed)
    targets = [_target(dice, f"t{index}") for index in range(8)]
    targets[4] = _divided(dice, "t4", Relation.PARTITION, "người", 24000, (4000, 20000))
    targets[5] = _divided(dice, "t5", Relation.SUBSET, "%", 71, (31,))
    references = [_reference(dice) for _ in range(12)]
    return govplan.Plan(
        f"plan-{seed}",
        _words(dice, 12),
        govplan.Organization("Sở Lao động - Thương binh và Xã hội"),
        govplan.Jurisdiction.in_force("VN-27", date(2023, 1, 4)),
        govplan.Period.year(2023),
        issued=date(2023, 1, 4),
        declared=govplan.Declared(task_groups=15),
        targets=targets,
        task_groups=[
            govplan.TaskGroup(
                index + 1,
                _words(dice, 12),
                summary=_words(dice, 60),
                lead=govplan.Organization(dice.choice(_ISSUERS)),
                targets=dice.sample([target.id for target in targets], dice.randint(0, 3)),
                legal_references=references[index : index + 1],
            )
            for index in range(15)
        ],
    )


def made_plans(count: int) -> list[govplan.Plan]:
    """Return plans of that shape, each with an id of its own."""
    return [made_plan(seed) for seed in range(count)]


def _target(dice: random.Random, id: str, unit: str | None = None, value: int | None = None) -> govplan.Target:
    """Return a target whose goal is on the better side of its baseline, as those of real plans mostly are."""
    amount = dice.randint(1, 10**6) if value is None else value
    make = dice.choice((govplan.Goal.at_least, govplan.Goal.at_most, govplan.Goal.increase_by))
    goal = govplan.Goal.at_least(amount) if value is not None else make(amount)
    unit, polarity = unit or dice.choice(_UNITS), "higher" if goal.upper is None else "lower"
    # What has one id in several plans is one thing in all of them.
    key = f"ind-{id}-{dice.randint(1, 100)}-{_UNITS.index(unit)}-{polarity}"
    indicator = govplan.Indicator(_words(dice, 8), id=key, unit=unit, polarity=polarity)
    baseline = None if dice.random() < 0.4 else Baseline(dice.randint(0, amount), govplan.Period.year(2022))
    return govplan.Target(id, indicator, goal, baseline=baseline)


def _divided(
    dice: random.Random, id: str, relation: Relation, unit: str, whole: int, parts: tuple[int, ...]
) -> govplan.Target:
    target = _target(dice, id, unit, whole)
    pieces = [_target(dice, f"{id}-{index}", unit, part) for index, part in enumerate(parts)]
    return govplan.Target(id, target.indicator, target.goal, breakdowns=[govplan.Breakdown(relation, pieces)])


def _reference(dice: random.Random) -> govplan.LegalReference:
    day = date(dice.randint(2012, 2022), dice.randint(1, 12), dice.randint(1, 28))
    kind, symbol, issuer = dice.choice(_CITED)
    number = dice.randint(1, 7000)
    return govplan.LegalReference.parse(
        f"{kind} số {number}/{symbol} ngày {day.day:02d}/{day.month}/{day.year} của {issuer}"
    )


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choice(_WORDS) for _ in range(count)).capitalize()
