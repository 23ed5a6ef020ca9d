"""One clause of generated prose, with the targets that it means; *not* here: texts (`prose_layouts`)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st

from govplan.model import Breakdown, Goal, Relation
from govplan.testing.prose_figures import Row, amount, drawn, pair, rows
from govplan.testing.prose_goals import by_count, ceiling, floor, points, raised, relative
from govplan.testing.prose_scene import Clause, Scene, row_of
from govplan.values import Period
from govplan.vietnamese import format_number

__all__ = ["clause"]

_TWO, _FOUR, _EIGHT = st.integers(0, 1), st.integers(0, 3), st.integers(0, 7)


def clause(draw: st.DrawFn, scene: Scene) -> Clause | None:
    """Draw a commitment to an indicator that the text has not named; None when the one drawn was named before."""
    made = draw(st.sampled_from(_SHAPES))(draw, scene)
    names = {str(target.indicator.name) for target in made.targets}
    if names & scene.names:
        return None
    scene.names |= names
    return made


def _parts(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print a whole with its parts: a partition where they add up, else a subset."""
    row = row_of(draw, "share", "count", "money", higher=True, parts=True)
    is_partition = row.kind in ("count", "money") and len(row.parts) > 1 and draw(_FOUR) > 0
    names = row.parts if is_partition else row.parts[:1]
    values = [drawn(draw, row.low, row.high, row.decimals) for _ in names]
    if not is_partition and row.kind == "share":
        values = [drawn(draw, Decimal(10), row.low - 1, row.decimals)]
    more = drawn(draw, row.low, row.high, row.decimals)
    total = sum(values, Decimal(0)) if is_partition else more if row.kind == "share" else values[0] + more
    part_row = evolve(row, parts=())
    parts = [scene.target(part_row, Goal.at_least(value), name) for name, value in zip(names, values, strict=True)]
    relation = Relation.PARTITION if is_partition else Relation.SUBSET
    whole = scene.target(row, Goal.at_least(total))
    target = evolve(whole, breakdowns=(Breakdown(relation, tuple(parts)),))
    verb = draw(st.sampled_from((": ", " đạt ", " ")))
    colon = ": " if verb == ": " else draw(st.sampled_from((" ", " đạt ", " là ")))
    head = f"{row.name}{verb}{amount(draw, row, total).printed}"
    printed = [f"{name}{colon}{amount(draw, row, value).printed}" for name, value in zip(names, values, strict=True)]
    if is_partition and draw(_EIGHT) == 0:
        return Clause(f"{head}, trong đó:", (target,), tuple(printed))
    # Names with commas in them are kept apart by semicolons, as is usual.
    joint = "; " if any("," in name for name in names) else ", "
    if is_partition and joint == ", " and draw(_FOUR) == 0:
        printed[-1] = f"còn lại là {names[-1]} {amount(draw, row, values[-1]).printed}"
    inside = joint.join(printed)
    in_brackets = draw(_FOUR) == 0
    # Behind a colon a subset would go on over the semicolon that ends it.
    leads = ("trong đó", "trong đó:", "gồm:") if is_partition else ("trong đó", "trong đó:")[: 1 + in_brackets]
    lead = draw(st.sampled_from(leads))
    return Clause(f"{head} ({lead} {inside})" if in_brackets else f"{head}, {lead} {inside}", (target,))


# What is counted stands between the verb, or nothing, and the rest of the name.
_INSIDE = (
    ("trồng mới {} rừng", "trồng mới rừng", "ha", 200, 9000),
    ("giải quyết việc làm cho {}", "giải quyết việc làm", "lao động", 1500, 40_000),
    ("đưa {} đi làm việc ở nước ngoài", "đưa lao động đi làm việc ở nước ngoài", "lao động", 120, 6000),
    ("thành lập mới {}", "thành lập mới hợp tác xã", "hợp tác xã", 5, 90),
    ("kết nạp {}", "kết nạp đảng viên", "đảng viên", 300, 4000),
    (
        "phát triển mới {} tham gia bảo hiểm xã hội tự nguyện",
        "phát triển mới người tham gia bảo hiểm xã hội tự nguyện",
        "người",
        200,
        9000,
    ),
)


def _inside(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print a number in the middle of its name: trồng mới 2.000 ha rừng, kết nạp từ 80 đảng viên trở lên."""
    words, name, unit, low, high = draw(st.sampled_from(_INSIDE))
    row = evolve(_any_count(), name=name, unit=unit, low=Decimal(low), high=Decimal(high))
    way = draw(_EIGHT)
    if way == 0:
        lower, upper, printed = pair(draw, row)
        return Clause(words.format(printed), (scene.target(row, Goal.between(lower, upper)),))
    of = amount(draw, row)
    if way == 1 and words.endswith("{}"):
        return Clause(words.format(f"từ {of.printed} trở lên"), (scene.target(row, Goal.at_least(of.value)),))
    lead, goal = draw(
        st.sampled_from(
            (
                ("", Goal.at_least),
                ("", Goal.at_least),
                ("ít nhất ", Goal.at_least),
                ("khoảng ", Goal.about),
                ("trên ", Goal.above),
                ("hơn ", Goal.above),
            )
        )
    )
    return Clause(words.format(f"{lead}{of.printed}"), (scene.target(row, goal(of.value)),))


def _any_count() -> Row:
    return next(row for row in rows() if row.kind == "count" and row.is_higher_better)


_SHARED_BY = (
    "số xã có bác sĩ làm việc",
    "trẻ em dưới 6 tuổi được cấp thẻ bảo hiểm y tế",
    "người từ 15 tuổi trở lên biết chữ",
    "hộ dân được sử dụng điện",
    "học sinh tiểu học được học 2 buổi/ngày",
    "cơ quan nhà nước cung cấp dịch vụ công trực tuyến",
)


_BEFORE_SHARES = (
    ("", Goal.at_least),
    ("ít nhất ", Goal.at_least),
    ("trên ", Goal.above),
    ("có ", Goal.at_least),
)


def _number_first(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print the share before what it is a share of: 95% số xã …, từ 90% hộ dân trở lên …."""
    share = next(row for row in rows() if row.kind == "share" and row.is_higher_better)
    name = draw(st.sampled_from(_SHARED_BY))
    of = amount(draw, share)
    target = scene.target(evolve(share, name=name), Goal.at_least(of.value))
    if name.startswith("hộ dân") and draw(_TWO):
        return Clause(f"từ {of.printed} hộ dân trở lên được sử dụng điện", (target,))
    lead, goal = draw(
        st.sampled_from(
            (("", Goal.at_least), ("ít nhất ", Goal.at_least), ("trên ", Goal.above), ("có ", Goal.at_least))
        )
    )
    return Clause(f"{lead}{of.printed} {name}", (evolve(target, goal=goal(of.value)),))


def _respectively(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print two names, then their two figures: lần lượt, tương ứng."""
    fitting = [
        row
        for row in rows()
        if row.kind == "share" and row.is_higher_better and not {",", "và"} & set(row.name.split())
    ]
    first, second = draw(st.lists(st.sampled_from(fitting), min_size=2, max_size=2, unique=True))
    one, other = amount(draw, first), amount(draw, second)
    words = draw(st.sampled_from(("lần lượt đạt", "lần lượt là", "tương ứng là", "đạt lần lượt")))
    targets = (scene.target(first, Goal.at_least(one.value)), scene.target(second, Goal.at_least(other.value)))
    return Clause(f"{first.name} và {second.name} {words} {one.printed} và {other.printed}", targets)


def _shared(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print one name and several places with their figures: tỷ lệ …: cấp tỉnh 95%, cấp xã 80%."""
    share = next(row for row in rows() if row.kind == "share" and row.is_higher_better)
    name, places = draw(
        st.sampled_from(
            (
                ("tỷ lệ hồ sơ giải quyết đúng hạn", ("cấp tỉnh", "cấp huyện", "cấp xã")),
                ("tỷ lệ trường đạt chuẩn quốc gia", ("mầm non", "tiểu học", "trung học cơ sở")),
            )
        )
    )
    amounts = [amount(draw, share) for _ in places]
    verb = draw(st.sampled_from((" ", " đạt ")))
    listed = ", ".join(f"{place}{verb}{of.printed}" for place, of in zip(places, amounts, strict=True))
    targets = [
        scene.target(share, Goal.at_least(of.value), f"{name} {place}")
        for place, of in zip(places, amounts, strict=True)
    ]
    return Clause(f"{name}: {listed}", tuple(targets))


def _steps(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print one name with two years: đến năm 2025 đạt 40%, đến năm 2030 đạt 50%."""
    row = row_of(draw, "share", "amount", higher=True)
    first = scene.period.end.year + draw(st.integers(1, 3))
    years = (first, first + draw(st.integers(1, 5)))
    amounts = [amount(draw, row) for _ in years]
    listed = ", ".join(f"đến năm {year} đạt {of.printed}" for year, of in zip(years, amounts, strict=True))
    targets = [
        evolve(scene.target(row, Goal.at_least(of.value), unit=of.unit), horizon=Period.year(year))
        for year, of in zip(years, amounts, strict=True)
    ]
    return Clause(f"{row.name} {listed}", tuple(targets))


def _composition(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print shares that make up a hundred and have no whole of their own."""
    share = evolve(next(row for row in rows() if row.kind == "share"), parts=())
    one, two = draw(st.integers(10, 45)), draw(st.integers(20, 45))
    verb = draw(st.sampled_from((" ", " chiếm ")))
    sectors = ("nông, lâm nghiệp, thủy sản", "công nghiệp - xây dựng", "dịch vụ")
    values = [Decimal(value) for value in (one, two, 100 - one - two)]
    listed = "; ".join(f"{name}{verb}{format_number(of)}%" for name, of in zip(sectors, values, strict=True))
    targets = [scene.target(share, Goal.exactly(value), name) for name, value in zip(sectors, values, strict=True)]
    return Clause(f"cơ cấu kinh tế: {listed}", tuple(targets))


def _of_all(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print how many of all there are: 30/63 xã."""
    row = next(each for each in rows() if each.name == "số xã đạt chuẩn nông thôn mới")
    value, whole = draw(st.integers(5, 60)), draw(st.integers(61, 180))
    verb = draw(st.sampled_from((": ", " đạt ", " ")))
    return Clause(f"{row.name}{verb}{value}/{whole} xã", (scene.target(row, Goal.at_least(value)),))


_NAUGHT = (
    ("không còn hộ nghèo là gia đình người có công", "hộ nghèo là gia đình người có công"),
    ("không còn nhà tạm, nhà dột nát", "nhà tạm, nhà dột nát"),
    ("không còn xã dưới 10 tiêu chí", "xã dưới 10 tiêu chí"),
)


def _zero(draw: st.DrawFn, scene: Scene) -> Clause:
    """Print a zero in words."""
    words, name = draw(st.sampled_from(_NAUGHT))
    row = next(each for each in rows() if each.name == "số hộ nghèo")
    return Clause(words, (scene.target(row, Goal.at_most(0), name, ""),))


_Shape = Callable[[st.DrawFn, Scene], Clause]
_SHAPES: tuple[_Shape, ...] = (
    *[floor] * 5, *[ceiling] * 4, raised, *[relative] * 2, *[points] * 2, by_count, *[_parts] * 4, *[_inside] * 3,
    *[_number_first] * 2, _respectively, _shared, _steps, _composition, _of_all, _zero,
)  # fmt: skip
