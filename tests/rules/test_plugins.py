"""Rules of other packages: found, run, and told apart from what cannot be used."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from govplan import load_example
from govplan.errors import PluginError
from govplan.rules import RULES, Settings, all_rules, check, plugin_of
from govplan.rules.plugins import GROUP, RULE_FAILED, plugins
from govplan.rules.rule_set import chosen_rules

PLAN = load_example("quangnam_2023")
HEAD = """
from govplan.rules import Hit, Missed, Rule, Severity
from govplan.values import Text

def rule(code, look, **more):
    words = dict(
        name="house-style",
        severity=Severity.INFO,
        summary=Text("Tên ngắn", "Short names"),
        explanation=Text("Tên dài khó đọc.", "Long names are hard to read."),
        template=Text("tên dài: gặp {found}", "long name: found {found}"),
        since="2.0",
    )
    return Rule(code=code, look=look, **(words | more))

def long_titles(survey):
    yield Hit("/title", (("found", survey.plan.id),), found=survey.plan.id)
    yield 3
    yield Missed("/id", "nobody_knows", Text("không rõ", "nobody knows"))

def breaks(survey):
    yield 1
    raise ValueError("no\\nsuch thing")
"""
Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Return a function that installs a package with an entry point, for as long as the test runs."""
    modules = set(sys.modules)

    def forget() -> None:
        for cached in (plugins, all_rules, chosen_rules):
            cached.cache_clear()

    def make(name: str, code: str, entry: str = "RULES") -> None:
        (tmp_path / f"{name}.py").write_text(HEAD + code, encoding="utf-8")
        info = tmp_path / f"{name}-2.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {name}:{entry}\n", encoding="utf-8")
        forget()

    monkeypatch.syspath_prepend(str(tmp_path))
    yield make
    monkeypatch.undo()
    for added in set(sys.modules) - modules:
        if added.startswith("office"):
            del sys.modules[added]
    forget()


def test_without_plugins_the_rules_are_those_of_govplan() -> None:
    """Nothing is added, and no rule is said to be somebody else's."""
    assert all_rules() == RULES
    assert plugin_of("GP101") is None


def test_a_rule_of_a_plugin_is_asked_like_any_other(install: Install) -> None:
    """It stands in the order of the codes, can be chosen, weighed and accepted, and its words are its own."""
    install("office", "RULES = [rule('X001', long_titles)]")
    assert [rule.code for rule in all_rules()] == [*(rule.code for rule in RULES), "X001"]
    assert plugin_of("X001") == "office"
    report = check(PLAN)
    assert [finding.code for finding in report.findings] == ["GP301", "GP302", "X001"]
    assert report.findings[-1].message("vi") == "tên dài: gặp quangnam-ldtbxh-2023"
    assert [(missed.code, missed.message()) for missed in report.not_checked] == [("X001", "nobody knows")]
    assert report.checked[-1].count == 4
    assert [finding.code for finding in check(PLAN, settings=Settings(select=["X"])).findings] == ["X001"]
    assert [finding.code for finding in check(PLAN, settings=Settings(ignore=["GP", "X"])).findings] == []


def test_one_rule_alone_may_be_the_entry_point(install: Install) -> None:
    """Who has one needs no list."""
    install("office", "ONE = rule('AB0001', long_titles)", "ONE")
    assert all_rules()[0].code == "AB0001"


def test_a_rule_that_raises_keeps_no_other_from_being_asked(install: Install) -> None:
    """It is listed as not checked, with its plug-in's name, and everything else is said as ever."""
    install("office", "RULES = [rule('X001', breaks), rule('X002', long_titles)]")
    report = check(PLAN)
    assert [finding.code for finding in report.findings] == ["GP301", "GP302", "X002"]
    [broken] = [missed for missed in report.not_checked if missed.reason == RULE_FAILED]
    assert (
        broken.message() == "the rule X001 of the plug-in office failed (ValueError: no such thing); tell its authors"
    )
    assert broken.message("vi").startswith("quy tắc X001 của phần mở rộng office bị hỏng (ValueError")


@pytest.mark.parametrize(
    "look",
    [
        "lambda survey: 5",
        "lambda survey: ['a fault']",
        "lambda survey: [Hit('/id')]",  # its sentence names a fact that it does not give
        "lambda survey: [Hit(None, (('found', 'x'),))]",
        "lambda survey: [Hit('/id', (('found', 'x'),), fix='mend it')]",
        "lambda survey: [Missed('/id', 'why', 'because')]",
        "lambda: []",
        "None",
    ],
)
def test_what_is_no_outcome_is_told_as_the_plugins_fault(install: Install, look: str) -> None:
    """Nothing that a rule gives back ends in a traceback."""
    install("office", f"RULES = [rule('X001', {look})]")
    report = check(PLAN)
    assert [missed.reason for missed in report.not_checked] == [RULE_FAILED]
    assert all(finding.message() for finding in report.findings)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("RULES = [rule('GP201', long_titles)]", "'GP201' is no code for it: write capital letters other than GP"),
        ("RULES = [rule('GP999', long_titles)]", "'GP999' is no code for it"),
        ("RULES = [rule('x1', long_titles)]", "'x1' is no code for it"),
        ("RULES = [rule(7, long_titles)]", "7 is no code for it"),
        ("RULES = [rule('X001', breaks), rule('X001', long_titles)]", "the code X001 is taken by office"),
        ("RULES = ['X001']", "it brings 'X001', which is no Rule"),
        ("RULES = None", "TypeError: 'NoneType' object is not iterable"),
        ("RULES = [rule('X001', long_titles, summary='short')]", "X001 has 'short' as its summary"),
        ("RULES = [rule('X001', long_titles, severity='info')]", "X001 has 'info' as its severity"),
        ("RULES = [rule('X001', long_titles, since=2)]", "X001 has 2 as its since"),
        ("RULES = [rule('X001', long_titles, needs='moons')]", "X001 has 'moons' as its needs"),
        ("RULES = [rule('X001', long_titles, bad='govplan: 1')]", "X001 has 'govplan: 1' as its bad"),
        ("import nothing_of_the_kind", "ModuleNotFoundError: No module named 'nothing_of_the_kind'"),
        ("WRONG = []", "AttributeError: module 'office' has no attribute 'RULES'"),
        ("raise SyntaxError('x')", "SyntaxError: x"),
    ],
)
def test_rules_that_cannot_be_used_are_refused_by_name(install: Install, code: str, words: str) -> None:
    """The message names the plug-in and its entry point, in both languages; no rule is silently left out."""
    install("office", code)
    with pytest.raises(PluginError) as caught:
        check(PLAN)
    english, vietnamese = caught.value.message(), caught.value.message("vi")
    assert english.startswith(f"plug-in 'office' (office:RULES) cannot be used: {words}")
    assert english.endswith("; mend it or uninstall it")
    assert vietnamese.startswith("không dùng được phần mở rộng 'office' (office:RULES): ")


def test_two_plugins_may_not_have_one_code(install: Install) -> None:
    """The second is named, and whose the code is."""
    install("office_a", "RULES = [rule('X001', long_titles)]")
    install("office_b", "RULES = [rule('X001', long_titles)]")
    with pytest.raises(PluginError, match=r"^plug-in 'office_b' .*: the code X001 is taken by office_a;"):
        all_rules()
