"""The plans that pages are tried on, and the browser that shows them."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from browsing import Browser, browser

import govplan
from govplan.files import example_path

YEAR_END = date(2019, 12, 31)


@cache
def _pages() -> dict[str, str]:
    labour = govplan.load_example("quangnam_2023")
    economy = govplan.load_example("quangnam_kinhte_2023")
    hue = govplan.load_example("thuathienhue_2019")
    vinhlong = govplan.load_example("vinhlong_2023")
    results = {
        plan.id: govplan.load_results(example_path(name), plan)
        for plan, name in ((hue, "thuathienhue_2019"), (economy, "quangnam_kinhte_2023"))
    }
    return {
        "plan": govplan.plan_page(labour),
        "plan followed": govplan.plan_page(hue, observations=results[hue.id], as_of=YEAR_END),
        "plan in English": govplan.plan_page(
            economy, observations=results[economy.id], as_of=date(2023, 12, 31), lang="en"
        ),
        "comparison": govplan.comparison_page(economy, vinhlong),
        "many plans": govplan.plans_page(
            [labour, economy, hue, vinhlong], observations=results, as_of=date(2023, 12, 31), lang="en"
        ),
    }


@pytest.fixture(scope="session")
def pages() -> dict[str, str]:
    """Return a page of each kind, made of the datasets that ship with govplan."""
    return _pages()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a browser for the tests of one worker."""
    with browser() as started:
        yield started
