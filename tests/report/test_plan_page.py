"""The page of one plan."""

import sys
import time
from collections.abc import Iterator
from datetime import date

import pytest
from attrs import evolve
from browsing import HOSTILE, document, repeated_ids, shape, with_every_word, words, wrong_links
from hypothesis import given
from hypothesis import strategies as st

import govplan
from govplan import Baseline, Milestone, Observation, Plan, Report, plan_page
from govplan.errors import Lang, MissingExtraError
from govplan.files import example_path
from govplan.markup import shown
from govplan.model.wording import goal_in_words
from govplan.report import rendering
from govplan.testing import plans, results_of

YEAR_END = date(2019, 12, 31)
LANGS = st.sampled_from(["vi", "en"])


def squeezed(text: str) -> str:
    """Return text without its spaces: how lines are broken is not what is tested."""
    return "".join(text.split())


@given(plan=plans(), lang=LANGS, data=st.data())
def test_every_plan_is_a_well_formed_page(plan: Plan, lang: Lang, data: st.DataObject) -> None:
    """Any plan, with results or without: strict readers read it, ids are unique, links lead to what is there."""
    observations = data.draw(results_of(plan))
    day = data.draw(st.none() | st.dates(date(2000, 1, 1), date(2035, 12, 31)))
    root = document(plan_page(plan, observations=observations, as_of=day, lang=lang))
    assert repeated_ids(root) == []
    assert wrong_links(root) == []
    assert root.get("lang") == lang


@given(plan=plans(), lang=LANGS)
def test_nothing_of_the_plan_is_missing(plan: Plan, lang: Lang) -> None:
    """Every target's name and goal, every task group, every cited document and every note is on the page."""
    seen = squeezed(words(document(plan_page(plan, lang=lang))))
    said = [plan.title, *(note for note in plan.notes), *(group.title for group in plan.task_groups)]
    for target in plan.walk():
        said.append(target.indicator.name)
        assert squeezed(shown(goal_in_words(target.goal, lang, target.indicator.unit))) in seen
    for text in said:
        assert squeezed(shown(text.in_language(lang))) in seen
    for group in plan.task_groups:
        for reference in group.legal_references:
            assert squeezed(shown(reference.text)) in seen


@given(plan=plans(), lang=LANGS)
def test_every_finding_is_told(plan: Plan, lang: Lang) -> None:
    """With its severity in words, its code and its message; so is what could not be checked."""
    report = govplan.check(plan)
    seen = squeezed(words(document(plan_page(plan, lang=lang, report=report))))
    for told in (*report.findings, *report.not_checked):
        assert squeezed(shown(told.message(lang))) in seen


@pytest.mark.parametrize("name", HOSTILE)
@given(plan=plans())
def test_hostile_words_change_nothing_but_text(name: str, plan: Plan) -> None:
    """Whatever every word of a plan is, elements and attributes are those of the same plan with tame words."""
    silent = Report()
    tame = document(plan_page(with_every_word(plan, "x"), as_of=YEAR_END, report=silent))
    hostile = document(plan_page(with_every_word(plan, HOSTILE[name]), as_of=YEAR_END, report=silent))
    assert shape(hostile) == shape(tame)


@given(plan=plans())
def test_it_holds_no_script_and_asks_for_nothing(plan: Plan) -> None:
    """Nothing on the page could run or fetch anything, even where a browser knew no policy."""
    root = document(plan_page(plan, as_of=YEAR_END))
    elements = shape(root)
    tags = {tag.rpartition("}")[2] for tag, _ in elements}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "image", "use", "base"})
    names = {name for _, attributes in elements for name, _ in attributes}
    assert not {name for name in names if name.startswith("on") or name in {"src", "style", "xlink:href"}}
    [policy] = [dict(attributes)["content"] for _, attributes in elements if "http-equiv" in dict(attributes)]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline';")
    style = str(root.find(".//style").text)
    assert "url(" not in style
    assert "@import" not in style


@given(plan=plans())
def test_the_same_plan_gives_the_same_page(plan: Plan) -> None:
    """No clock and no chance: a page can be compared with last week's."""
    assert plan_page(plan) == plan_page(plan)


def test_progress_is_shown_only_from_a_day() -> None:
    """Without a day no result is judged, and the page says so, and how many results there are."""
    plan = govplan.load_example("thuathienhue_2019")
    results = govplan.load_results(example_path("thuathienhue_2019"), plan)
    without = words(document(plan_page(plan, observations=results, lang="en")))
    assert "no day to judge from was given" in without
    assert f"{len(results)} results are there" in without
    assert "met or exceeded" not in without.lower()
    judged = words(document(plan_page(plan, observations=results, as_of=YEAR_END, lang="en")))
    assert "12/16" in judged
    assert "As published: 14/16 met or exceeded (2 not met)" in judged


def test_what_is_unknown_is_told_with_its_reason() -> None:
    """Targets without results, goals in words and rows of no target each have a sentence."""
    plan = govplan.load_example("quangnam_kinhte_2023")
    stray = Observation("no-such-target", period=plan.period, value=5)
    seen = words(document(plan_page(plan, observations=[stray], as_of=date(2023, 12, 31), lang="en")))
    assert "Not judged" in seen
    assert seen.count("no result yet for") == len(list(plan.walk()))
    assert "Results of no target" in seen
    assert "no-such-target" in seen


def test_rows_of_a_file_that_match_nothing_are_told(tmp_path) -> None:
    """What `load_results` could not place stands on the page, with its row."""
    plan = govplan.load_example("quangnam_2023")
    table = tmp_path / "results.csv"
    table.write_text("Chỉ tiêu;Thực hiện\nSố ghế đá công viên;12\n", encoding="utf-8")
    page = plan_page(plan, observations=govplan.load_results(table, plan), lang="vi")
    assert "dòng 2: Số ghế đá công viên" in words(document(page))


def test_details_of_a_target_are_told() -> None:
    """Where it starts from, by when, its steps and who leads."""
    plan = govplan.load_example("quangnam_2023")
    jobs = evolve(
        plan.targets[0],
        baseline=Baseline(15000, govplan.Period.year(2022)),
        horizon=govplan.Period.parse("6 tháng đầu năm 2023"),
        milestones=[Milestone(govplan.Goal.at_least(4000), by=date(2023, 3, 31))],
        lead="Phòng Việc làm",
    )
    seen = words(document(plan_page(evolve(plan, targets=[jobs]), lang="vi")))
    for words_of_one in (
        "giá trị gốc 15.000 người (2022)",
        "thời hạn 6 tháng đầu năm 2023",
        "mốc 31/3/2023: ít nhất 4.000 người",
        "chủ trì: Phòng Việc làm",
    ):
        assert words_of_one in seen


def test_a_page_of_eleven_targets_is_small() -> None:
    """150 kB at most, with every chart, in either language."""
    plan = govplan.load_example("thuathienhue_2019")
    results = govplan.load_results(example_path("thuathienhue_2019"), plan)
    assert len(list(plan.walk())) > 11
    for lang in ("vi", "en"):
        assert len(plan_page(plan, observations=results, as_of=YEAR_END, lang=lang).encode()) <= 150_000


def test_a_thousand_targets_take_no_longer_than_it_takes_to_wait() -> None:
    """Three seconds at most, checked and judged."""
    plan = govplan.load_example("thuathienhue_2019")
    many = [evolve(plan.targets[number % 16], id=f"target-{number}") for number in range(1000)]
    results = [Observation(target.id, period=plan.period, value=95) for target in many]
    start = time.process_time()
    page = plan_page(evolve(plan, targets=many), observations=results, as_of=YEAR_END)
    assert time.process_time() - start <= 3
    assert page.count('role="img"') >= 1000


@pytest.fixture
def no_jinja(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make this Python one without jinja2."""
    rendering._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    yield
    rendering._environment.cache_clear()


@pytest.mark.usefixtures("no_jinja")
def test_without_the_extra_it_says_what_to_install() -> None:
    """One sentence names the extra; nothing else of govplan needs it."""
    plan = govplan.load_example("quangnam_2023")
    with pytest.raises(MissingExtraError, match=r"pip install govplan\[report\]"):
        plan_page(plan)
    assert plan._repr_html_().startswith("<table>")
