"""Small plans, with the figures that slips are made of; *not* here: the slips (`misuse.cases`)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from govplan import (
    Aggregation,
    TargetAssessment,
    aggregate,
    assess,
)
from govplan.model import Breakdown, Goal, Indicator, Observation, Organization, Plan, Target, TaskGroup
from govplan.values import Jurisdiction, Period

JOBS = Indicator("Việc làm tăng thêm", id="new-jobs", unit="người", measure="flow", polarity="higher")
FAMILIES = Indicator("Việc làm tăng thêm", id="new-jobs", unit="hộ", measure="flow", polarity="higher")
POOR = Indicator("Số hộ nghèo", id="poor-households", unit="hộ", measure="stock", polarity="lower")
TRAINED = Indicator("Tỷ lệ lao động qua đào tạo", id="trained-rate", unit="%", measure="ratio", polarity="higher")
JOBLESS = Indicator("Tỷ lệ thất nghiệp", id="unemployment", unit="%", measure="ratio", polarity="lower")
INCOME = Indicator("Thu nhập bình quân", id="income", unit="triệu đồng", measure="mean", polarity="higher")
PRICES = Indicator("Chỉ số giá tiêu dùng", id="cpi", unit="%", measure="index")
WORKERS = Indicator("Lực lượng lao động", id="labour-force", unit="người", measure="stock")
DAI_LOC = Jurisdiction("506", "Đại Lộc", "district", within="49")
DIEN_BAN = Jurisdiction("507", "Điện Bàn", "district", within="49")
AI_NGHIA = Jurisdiction("20500", "Ái Nghĩa", "commune", within="506")
SOMEWHERE = Jurisdiction("999", "Tân Lập", "district")
DA_NANG = Jurisdiction.in_force("48", date(2025, 7, 1))
H1, H2, NINE_MONTHS = Period.months(2023, 1, 6), Period.months(2023, 7, 6), Period.months(2023, 1, 9)
APART = ("indicator", "jurisdiction", "period")


def plan(id: str, where: str | Jurisdiction, *targets: Target, year: int | Period = 2023, **more: Any) -> Plan:
    period = Period.year(year) if isinstance(year, int) else year
    unit = Jurisdiction.in_force(where, period.start) if isinstance(where, str) else where
    return Plan(id, "Kế hoạch", Organization("UBND"), unit, period, targets=targets, **more)


def one(
    id: str, where: str | Jurisdiction, goal: Goal, indicator: Indicator = JOBS, year: int | Period = 2023, **more: Any
) -> Plan:
    return plan(id, where, Target(f"{id}-t", indicator, goal, **more), year=year)


def two(indicator: Indicator, first: Goal, second: Goal, **more: Any) -> list[Plan]:
    return [one("qn", "VN-27", first, indicator, **more), one("qg", "VN-29", second, indicator, **more)]


def result(value: int | str, period: Period | int = 2023, **more: Any) -> Observation:
    time = Period.year(period) if isinstance(period, int) else period
    return Observation("qn-t", period=time, value=value, **more)


def followed(
    indicator: Indicator, goal: Goal, *results: Observation, as_of: date = date(2023, 12, 31), **more: Any
) -> TargetAssessment:
    return assess(one("qn", "VN-27", goal, indicator, **more), results, as_of=as_of).targets[0]


def divided(relation: str, indicator: Indicator, whole: Goal, *goals: Goal, **more: Any) -> Target:
    parts = [Target(name, indicator, part) for name, part in zip(("women", "men"), goals, strict=True)]
    return Target("whole", indicator, whole, breakdowns=[Breakdown(relation, parts, **more)])


def of_parts(
    first: dict[str, Any], second: dict[str, Any], indicator: Indicator = JOBS, relation: str = "partition", **more: Any
) -> Target:
    """Return a whole of two parts, a and b, each with what is said of it; at least 5 each where nothing is."""
    parts = [
        Target(part.pop("id", id), part.pop("indicator", indicator), part.pop("goal", Goal.at_least(5)), **part)
        for id, part in (("a", dict(first)), ("b", dict(second)))
    ]
    return Target("whole", indicator, Goal.at_least(10), breakdowns=[Breakdown(relation, parts)], **more)


def of_year(target: Target) -> Plan:
    return plan("qn", "VN-27", target)


def reported(*results: tuple[str, int, Period]) -> list[Observation]:
    return [Observation(id, period=period, value=value) for id, value, period in results]


def actual(*results: Observation) -> Aggregation:
    """Return what two provinces reached: Quảng Nam by its results, Quảng Ngãi 9.000."""
    other = Observation("qg-t", period=Period.year(2023), value=9000)
    plans = two(JOBS, Goal.at_least(16000), Goal.at_least(14000))
    return aggregate(plans, of="actual", observations={"qn": results, "qg": [other]})


def assessed(target: Target, *values: int) -> TargetAssessment:
    """Return what becomes of a whole whose two parts were reported for the year."""
    results = reported(*zip([part.id for part in target.parts], values, [Period.year(2023)] * 2, strict=True))
    return assess(of_year(target), results, as_of=date(2023, 12, 31)).targets[0]


def rate_of(whole: str) -> Indicator:
    return Indicator("Tỷ lệ có việc làm", id="rate", unit="%", measure="ratio", polarity="higher", denominator=whole)


QUANG_NAM, QUANG_NGAI = two(JOBS, Goal.at_least(16000), Goal.at_least(14000))
POINTS = Indicator("Mức giảm tỷ lệ hộ nghèo", id="poverty-fall", unit="điểm %", measure="flow")
PER_HEAD = Indicator("Thu nhập bình quân", id="income", unit="triệu đồng/người/năm", measure="flow")
BEDS = Indicator("Giường bệnh", id="beds", unit="giường/vạn dân", measure="stock")
POINTS_FALL = two(POINTS, Goal.exactly(1), Goal.exactly(2))
BY_PEOPLE = two(PER_HEAD, Goal.exactly(60), Goal.exactly(76))
BEDS_OF_TWO = two(BEDS, Goal.at_least(30), Goal.at_least(20))
YEARLY_POINTS = [one(f"qn-{year}", "VN-27", Goal.exactly(1), POINTS, year=year) for year in (2022, 2023)]
SAME_ID = [one("same", place, Goal.at_least(9)) for place in ("VN-27", "VN-29")]
CLASSES = Indicator("Lớp học nghề", id="classes", unit="lớp", measure="flow")
ONE_NAME = [plan("qn", "VN-27", *(Target("t", what, Goal.at_least(9)) for what in (JOBS, CLASSES)))]
OWN_NAMES = [
    plan("qn", "VN-27", *(Target(what.id or "", what, Goal.at_least(9)) for what in (JOBS, CLASSES))),
]
SHARES = two(TRAINED, Goal.at_least(71), Goal.at_least(63))
BY_WORKERS = {"VN-27": 900000, "VN-29": 700000}
OWN_SHARES = divided("partition", TRAINED, Goal.at_least(71), Goal.at_least(64), Goal.at_least(76), denominator="own")
TWO_RATES = [
    one("qn", "VN-27", Goal.exactly(60), rate_of("dân số")),
    one("qg", "VN-29", Goal.exactly(76), rate_of("lực lượng lao động")),
]
ONE_RATE = two(rate_of("dân số"), Goal.exactly(60), Goal.exactly(68))
INCOMES = [
    plan("qn", "VN-27", Target("t", INCOME, Goal.exactly(60)), Target("w", WORKERS, Goal.exactly(900000))),
    plan("qg", "VN-29", Target("t", INCOME, Goal.exactly(76)), Target("w", WORKERS, Goal.exactly(700000))),
]
CPIS = two(PRICES, Goal.exactly(104), Goal.exactly(103))
CPI_PARTS = divided("partition", PRICES, Goal.exactly(104), Goal.exactly(103), Goal.exactly(106))
IN_FAMILIES = [QUANG_NAM, one("qg", "VN-29", Goal.at_least(900), FAMILIES)]
FLOOR_AND_CEILING = [QUANG_NAM, one("qg", "VN-29", Goal.at_most(14000))]
UNKNOWN, KNOWN = [Indicator("Lớp học nghề", id="classes", unit="lớp", measure=kind) for kind in (None, "flow")]
DISTRICT = one("dl", DAI_LOC, Goal.at_least(900))
LINKED = one("dl", DAI_LOC, Goal.at_least(900), contributes_to=["qn-t"])
MERGED = [one("qn", "VN-27", Goal.at_least(5000), year=2025), one("dn", DA_NANG, Goal.at_least(30000), year=2025)]
SPAN = one("qn-5", "VN-27", Goal.at_least(80000), year=Period.years(2021, 2025))
REVISED = one("qn-2", "VN-27", Goal.at_least(17000))
SUBSET = divided("subset", JOBS, Goal.at_least(24000), Goal.at_least(10000), Goal.at_least(4000))
GROUPS = [TaskGroup(1, "Kết nối cung cầu", targets=["t"]), TaskGroup(2, "Cho vay vốn", targets=["t"])]
TWICE = [Target(id, JOBS, Goal.at_least(16000)) for id in ("group-1-t", "group-2-t")]
YEARS = {year: one(f"qn-{year}", "VN-27", Goal.at_least(year), year=year) for year in (2021, 2022, 2023)}
BEFORE = [one("qn", "VN-27", Goal.at_least(5000), year=2025), one("dn", "48", Goal.at_least(20000), year=2025)]
AFTER = one("dn-26", "48", Goal.at_least(30000), year=2026)
OLD_DAK_LAK = one("dl-03", "X10@1996-01-01", Goal.at_least(5000), year=2003)
NEW_DAK_LAK, DAK_NONG = [one(code, code, Goal.at_least(4000), year=2004) for code in ("66", "67")]
LOCALS = two(Indicator("Việc làm tăng thêm", unit="người", measure="flow"), Goal.at_least(9), Goal.at_least(8))
IN_WORDS = [QUANG_NAM, one("qg", "VN-29", Goal.in_words("tăng thêm việc làm"))]
HALF_KNOWN = divided("partition", JOBS, Goal.at_least(24000), Goal.at_least(10000), Goal.in_words("phần còn lại"))
FEWER_POOR = [one(f"qn-{year}", "VN-27", Goal.reduce_by(3000), POOR, year=year) for year in (2022, 2023)]


def poor(**more: Any) -> list[Plan]:
    """Return a reduction by 3.000 in one province and a level of 7.000 in another."""
    return [one("qn", "VN-27", Goal.reduce_by(3000), POOR, **more), one("qg", "VN-29", Goal.reduce_to(7000), POOR)]


def growing(**more: Any) -> list[Plan]:
    return two(JOBS, Goal.increase_by_percent(8), Goal.increase_by_percent(9), **more)


def figure(plans: Iterable[Plan], **options: Any) -> Goal | Decimal | None:
    [group] = aggregate(plans, **options)
    return group.goal or group.value
