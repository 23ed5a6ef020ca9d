"""The datasets of three provinces: what they hold, their results, what they share; *not* here: quangnam_2023."""

from datetime import date
from decimal import Decimal

import pytest

import govplan
from govplan.files import example_path
from govplan.model import Basis, Denominator, Plan, Relation, Status

HUE, VINH_LONG, QUANG_NAM = NAMES = ("thuathienhue_2019", "vinhlong_2023", "quangnam_kinhte_2023")
PLANS = {name: govplan.load_example(name) for name in (*NAMES, "quangnam_2023")}


def goals(plan: Plan) -> dict[str, object]:
    return {target.id: govplan.to_dict(target.goal) for target in plan.walk()}


# --- what they hold ------------------------------------------------------------------------


def test_hue_plans_sixteen_targets_and_four_sectors() -> None:
    """Each figure of the table, ceilings strict, falls as falls; the parts of GRDP grow from levels of their own."""
    assert goals(PLANS[HUE]) == {
        "grdp": {"increase_by_percent": ["7.5", "8.0"]},
        "grdp-agriculture": {"increase_by_percent": "2.28"},
        "grdp-industry": {"increase_by_percent": "10.56"},
        "grdp-services": {"increase_by_percent": "6.9"},
        "product-taxes": {"increase_by_percent": "5.58"},
        "grdp-per-head-usd": {"at_least": "1915"},
        "exports": {"at_least": "1055"},
        "total-investment": {"at_least": "22700"},
        "state-budget-revenue": {"at_least": "7213.5"},
        "birth-rate": {"reduce_by": "2"},
        "natural-increase": {"exactly": "10.8"},
        "child-underweight": {"below": "7.6"},
        "child-stunting": {"below": "10.4"},
        "poor-households-rate-2016": {"reduce_by": "0.7"},
        "health-insurance": {"at_least": "98.07"},
        "vocationally-trained-workers": {"at_least": "64"},
        "new-jobs": {"at_least": "16"},
        "rural-clean-water": {"at_least": "85"},
        "forest-cover": {"at_least": "57.3"},
        "urban-waste-collected": {"at_least": "96"},
    }
    [sectors] = PLANS[HUE].targets[0].breakdowns
    assert (sectors.relation, sectors.denominator) == (Relation.PARTITION, Denominator.OWN)


def test_hue_starts_from_the_results_of_the_year_before() -> None:
    """Baselines are those of 2018; the rate of poor households is what its fall and its end add up to."""
    baselines = {target.id: target.baseline for target in PLANS[HUE].walk() if target.baseline is not None}
    assert {str(baseline.period) for baseline in baselines.values()} == {"2018"}
    assert {id: str(baseline.value) for id, baseline in baselines.items()} == {
        "grdp-per-head-usd": "1839",
        "exports": "864",
        "total-investment": "19770",
        "state-budget-revenue": "7788",
        "natural-increase": "10.8",
        "child-underweight": "7.6",
        "child-stunting": "10.4",
        "poor-households-rate-2016": "5.03",
        "health-insurance": "95",
        "vocationally-trained-workers": "62",
        "new-jobs": "16.6",
        "rural-clean-water": "80",
        "forest-cover": "57.3",
        "urban-waste-collected": "94",
    }


def test_vinh_long_plans_twelve_targets() -> None:
    """Each figure of the report, and the resolution that it names."""
    assert goals(PLANS[VINH_LONG]) == {
        "grdp": {"increase_by_percent": "8"},
        "grdp-per-head": {"at_least": "77.2"},
        "exports": {"at_least": "750"},
        "total-investment": {"at_least": "17500"},
        "doctors": {"at_least": "10"},
        "hospital-beds-without-stations": {"at_least": "31.5"},
        "poor-households-rate-2021": {"reduce_by": "0.41"},
        "certified-workers": {"at_least": "21.67"},
        "health-insurance": {"at_least": "93.2"},
        "new-rural-communes": {"at_least": "5"},
        "urban-households-clean-water": {"at_least": "99.2"},
        "rural-households-clean-water": {"at_least": "95"},
    }
    [resolution] = PLANS[VINH_LONG].legal_basis
    assert (resolution.number, resolution.symbol, resolution.date) == ("01", "NQ-CP", date(2023, 1, 6))
    assert (PLANS[VINH_LONG].issued, PLANS[VINH_LONG].task_groups) == (None, ())


def test_quang_nam_plans_fourteen_targets() -> None:
    """Each figure of the excerpt; what stands after "trong đó" is a subset."""
    assert goals(PLANS[QUANG_NAM]) == {
        "grdp": {"increase_by_percent": {"above": "9"}},
        "investment-to-grdp": {"above": "30"},
        "local-budget-revenue": {"at_least": "26680"},
        "domestic-revenue": {"at_least": "20880"},
        "poor-households": {"reduce_by": "3000"},
        "trained-workers": {"at_least": "71"},
        "certified-workers": {"at_least": "31"},
        "child-stunting": {"below": "20.8"},
        "hospital-beds": {"at_least": "45.2"},
        "health-insurance": {"at_least": "96.1"},
        "new-rural-communes": {"at_least": "7"},
        "rural-hygienic-water": {"at_least": "95.8"},
        "urban-clean-water": {"at_least": "83"},
        "urban-waste-collected": {"at_least": "98"},
        "forest-cover": {"at_least": "60"},
        "military-service": {"at_least": "100"},
    }
    assert {target.relation for target in PLANS[QUANG_NAM].targets} == {None, Relation.SUBSET}
    assert PLANS[QUANG_NAM].document is not None
    assert PLANS[QUANG_NAM].document.designation == "3555/QĐ-UBND"
    assert PLANS[QUANG_NAM].issued == PLANS[QUANG_NAM].document.date == date(2022, 12, 26)


@pytest.mark.parametrize(
    ("name", "place", "year"), [(HUE, "VN-26", "2019"), (VINH_LONG, "VN-49", "2023"), (QUANG_NAM, "VN-27", "2023")]
)
def test_each_is_of_its_province_and_year(name: str, place: str, year: str) -> None:
    """The unit is the one of that time, before the mergers; everything is named in both languages."""
    plan = PLANS[name]
    assert (plan.jurisdiction.iso, str(plan.period)) == (place, year)
    assert plan.jurisdiction.valid_to is not None
    texts = [plan.title, plan.issuer.name, *plan.notes, *(target.indicator.name for target in plan.walk())]
    assert all(text.vi and text.en for text in texts)
    assert plan.source is not None
    for target in plan.walk():
        assert target.indicator.id is not None
        assert target.indicator.measure is not None
        # A few words: what carries the figure, never a sentence.
        assert target.stated is not None
        assert len(target.stated) <= 30


@pytest.mark.parametrize("name", NAMES)
def test_each_says_in_both_languages_what_it_is_and_what_not(name: str) -> None:
    """The two READMEs link to each other and have the same sections."""
    folder = example_path(name)
    english, vietnamese = ((folder / file).read_text(encoding="utf-8") for file in ("README.md", "README.vi.md"))
    assert "(README.vi.md)" in english
    assert "(README.md)" in vietnamese
    assert english.count("\n## ") == vietnamese.count("\n## ") == 5
    assert "## What is not in it" in english
    assert "## Những gì không có" in vietnamese


# --- results and checks --------------------------------------------------------------------


def test_hue_reports_twenty_results_seventeen_of_them_judged() -> None:
    """Estimates of one report; the falls are negative, growth is relative, the poverty rate has level and change."""
    results = govplan.load_results(example_path(HUE), PLANS[HUE])
    assert (len(results), results.unmatched) == (20, ())
    assert [result.target for result in results] == [target.id for target in PLANS[HUE].walk()]
    assert {result.status for result in results} == {Status.ESTIMATE}
    judged = [result.judgement for result in results if result.judgement is not None]
    assert {word: judged.count(word) for word in judged} == {"Đạt": 13, "Vượt": 1, "Không đạt": 3}
    by_target = {result.target: result for result in results}
    assert by_target["grdp-agriculture"].relative_change == Decimal("-4.13")
    assert by_target["birth-rate"].change == -2
    poverty, plan = by_target["poor-households-rate-2016"], PLANS[HUE].target("poor-households-rate-2016")
    assert plan is not None
    assert plan.baseline is not None
    assert poverty.value is not None
    assert poverty.change is not None
    assert plan.baseline.value + poverty.change == poverty.value == Decimal("4.17")


def test_quang_nam_has_two_results() -> None:
    """The economy shrank where growth was planned, and revenue stayed at 89,8 % of its goal."""
    results = govplan.load_results(example_path(QUANG_NAM), PLANS[QUANG_NAM])
    assert (len(results), results.unmatched) == (2, ())
    grdp, revenue = results
    assert (grdp.target, grdp.relative_change) == ("grdp", Decimal("-8.25"))
    assert revenue.value is not None
    assert round(revenue.value / 26680 * 100, 1) == Decimal("89.8")
    goal = PLANS[QUANG_NAM].targets[0].goal
    assert (goal.basis, goal.met(relative_change=grdp.relative_change)) == (Basis.RELATIVE_CHANGE, False)


def test_the_checks_find_what_the_readmes_say() -> None:
    """No errors anywhere; Huế's goals behind their start and judgements beside their numbers are in its table."""
    found = {}
    for name in NAMES:
        plan, folder = PLANS[name], example_path(name)
        observations = govplan.load_results(folder, plan) if (folder / "results.csv").is_file() else ()
        report = govplan.check(plan, observations=tuple(observations))
        assert report.errors == ()
        found[name] = (
            [(one.code, one.path) for one in report.findings],
            [(one.code, one.path) for one in report.not_checked],
        )
        # Whoever reads the README knows each finding before the check prints it.
        for readme in ("README.md", "README.vi.md"):
            words = (folder / readme).read_text(encoding="utf-8")
            assert all(f"`{code}`" in words for part in found[name] for code, _ in part)
    assert found == {
        HUE: (
            [
                ("GP216", "/targets/4/goal"),
                ("GP216", "/targets/12/goal"),
                ("GP507", "/targets/7"),
                ("GP507", "/targets/8"),
                ("GP508", "/targets/1"),
                ("GP508", "/targets/9"),
                ("GP508", "/targets/10"),
            ],
            [("GP201", "/targets/0/breakdowns/0")],
        ),
        VINH_LONG: ([], [("GP303", "/legal_basis/0")]),
        QUANG_NAM: ([], []),
    }


# --- what they share -----------------------------------------------------------------------


def test_one_id_means_one_thing_in_all_plans() -> None:
    """Checked beside one another, no indicator is defined in two ways."""
    for name, plan in PLANS.items():
        others = [other for other in PLANS.values() if other is not plan]
        codes = {finding.code for finding in govplan.check(plan, others=others).findings}
        assert "GP512" not in codes, name


def test_indicators_that_several_plans_share() -> None:
    """The ids that meet, and where; what only sounds alike has an id of its own."""
    ids = {name: {target.indicator.id for target in plan.walk()} for name, plan in PLANS.items()}
    assert ids[HUE] & ids[VINH_LONG] == {"grdp", "exports", "total-investment", "health-insurance"}
    assert ids[HUE] & ids[QUANG_NAM] == {
        "grdp",
        "health-insurance",
        "child-stunting",
        "forest-cover",
        "urban-waste-collected",
    }
    assert ids[VINH_LONG] & ids[QUANG_NAM] == {"grdp", "certified-workers", "health-insurance", "new-rural-communes"}
    assert ids["quangnam_2023"] & ids[QUANG_NAM] == {"poor-households", "trained-workers", "certified-workers"}
    assert ids["quangnam_2023"] & ids[VINH_LONG] == {"certified-workers"}
    assert ids["quangnam_2023"] & ids[HUE] == set()


def test_a_department_and_its_province_ask_for_the_same() -> None:
    """The three targets that both plans of Quảng Nam have are unchanged, one of them in slightly other words."""
    found = govplan.compare(PLANS["quangnam_2023"], PLANS[QUANG_NAM])
    pairs = {
        change.old[0].id: [kind.value for kind in change.kinds] for change in found.changes if change.old and change.new
    }
    assert pairs == {
        "trained-workers": ["unchanged"],
        "certified-workers": ["reworded"],
        "poor-households": ["unchanged"],
    }


@pytest.mark.parametrize(
    ("indicator", "ranked"),
    [
        ("grdp", [QUANG_NAM, VINH_LONG, HUE]),
        ("health-insurance", [HUE, QUANG_NAM, VINH_LONG]),
        ("forest-cover", [QUANG_NAM, HUE]),
        ("child-stunting", [HUE, QUANG_NAM]),
        ("urban-waste-collected", [QUANG_NAM, HUE]),
        ("exports", []),
        ("total-investment", []),
        ("new-rural-communes", []),
    ],
)
def test_shares_and_growth_are_ranked_and_amounts_are_not(indicator: str, ranked: list[str]) -> None:
    """A lower ceiling on stunting asks more; what two provinces export says nothing of who asks more."""
    found = govplan.compare_ambition([PLANS[name] for name in NAMES], indicator)
    assert [entry.plan_id for entry in found.ranked] == [PLANS[name].id for name in ranked]
    assert bool(found.refused) is not bool(ranked)
