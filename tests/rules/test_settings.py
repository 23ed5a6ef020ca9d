"""Which rules are asked, and how much their findings weigh."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan import load_example
from govplan.errors import InvalidSettingError
from govplan.model import Plan
from govplan.rules import RULES, Settings, Severity, check
from govplan.testing import plans

CODES = [rule.code for rule in RULES]
PREFIXES = st.lists(st.builds(lambda code, size: code[:size], st.sampled_from(CODES), st.integers(1, 5)), max_size=4)
LEVELS = st.sampled_from(Severity)
SOME_SETTINGS = st.builds(
    Settings, PREFIXES, PREFIXES, st.dictionaries(st.sampled_from([*CODES, "GP", "GP2", "GP20"]), LEVELS, max_size=3)
)


@given(plans(), SOME_SETTINGS)
def test_settings_choose_among_the_findings(plan: Plan, settings: Settings) -> None:
    """What is asked under settings is said as ever, but for its weight, and what is not asked is not said."""
    plan = evolve(plan, suppress=())
    everything, chosen = check(plan), check(plan, settings=settings)
    wanted = [finding for finding in everything.findings if settings.asks(finding.code)]
    assert [evolve(finding, severity=Severity.INFO) for finding in chosen.findings] == [
        evolve(finding, severity=Severity.INFO) for finding in wanted
    ]
    assert chosen.not_checked == tuple(missed for missed in everything.not_checked if settings.asks(missed.code))
    assert chosen.checked == tuple(looked for looked in everything.checked if settings.asks(looked.code))


@given(plans())
def test_no_settings_are_the_default(plan: Plan) -> None:
    """Settings that say nothing change nothing."""
    assert check(plan, settings=Settings()) == check(plan)


@pytest.mark.parametrize(
    ("select", "ignore", "asked", "not_asked"),
    [
        ([], [], ["GP101", "GP502"], []),
        (["GP2"], [], ["GP201", "GP208"], ["GP101", "GP301"]),
        (["GP2", "GP301"], [], ["GP201", "GP301"], ["GP302"]),
        ([], ["GP2"], ["GP101"], ["GP201"]),
        (["GP2"], ["GP203"], ["GP201"], ["GP203", "GP101"]),
        (["GP203"], ["GP2"], ["GP203"], ["GP201", "GP101"]),
        (["GP203"], ["GP203"], [], ["GP203"]),
        (["GP"], ["GP3"], ["GP101"], ["GP301"]),
    ],
)
def test_the_longer_code_decides(select: list[str], ignore: list[str], asked: list[str], not_asked: list[str]) -> None:
    """A family can be taken without one of its rules, and one rule out of a family that is left away."""
    settings = Settings(select, ignore)
    assert all(settings.asks(code) for code in asked)
    assert not any(settings.asks(code) for code in not_asked)


def test_a_finding_weighs_what_the_settings_say() -> None:
    """The longest code that fits gives the weight; the rules themselves stay as they are."""
    plan = load_example("quangnam_2023")
    settings = Settings(severity={"GP302": "error", "GP3": Severity.INFO})
    found = {finding.code: finding.severity for finding in check(plan, settings=settings).findings}
    assert found == {"GP301": Severity.INFO, "GP302": Severity.ERROR}
    assert {finding.severity for finding in check(plan).findings} == {Severity.WARNING}
    assert Settings(severity=[("GP3", "info")]).severity == (("GP3", Severity.INFO),)


@pytest.mark.parametrize("key", ["select", "ignore", "severity"])
def test_a_code_that_no_rule_has_is_refused(key: str) -> None:
    """Who misspells a code learns the nearest one, in both languages; nothing is silently left out."""
    value: Any = {"GP230": "info"} if key == "severity" else ["GP230"]
    with pytest.raises(
        InvalidSettingError, match=r"^no such rule: found 'GP230'; did you mean GP2[0-9]{2}\?$"
    ) as caught:
        check(load_example("quangnam_2023"), settings=Settings(**{key: value}))
    assert caught.value.message("vi").startswith("không có quy tắc này: gặp 'GP230'; có phải ý bạn là GP2")
    with pytest.raises(InvalidSettingError, match=r"^no such rule: found 'XYZQ'; govplan rule lists them all$"):
        check(
            load_example("quangnam_2023"),
            settings=Settings(**{key: {"XYZQ": "info"} if key == "severity" else ["XYZQ"]}),
        )


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"select": "GP2"}, r"a list of codes expected: found 'GP2'; write e\.g\. \['GP2', 'GP301'\]"),
        ({"select": 5}, "a list of codes expected: found 5"),
        ({"ignore": ["gp2"]}, "not the code of a rule: found 'gp2'"),
        ({"ignore": [""]}, "not the code of a rule: found ''"),
        ({"ignore": [203]}, "not the code of a rule: found 203"),
        ({"severity": {"GP2": "fatal"}}, "not a severity: found 'fatal'; write one of error, warning, info"),
        ({"severity": {"2": "error"}}, "not the code of a rule: found '2'"),
    ],
)
def test_what_cannot_be_a_setting_is_refused(settings: dict[str, Any], words: str) -> None:
    """The message says what was found and what to write."""
    with pytest.raises(InvalidSettingError, match=f"^{words}"):
        Settings(**settings)
