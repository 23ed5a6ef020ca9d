"""The pages in Debian's Chromium: their layout, what they ask for, and what is read out of them."""

from datetime import date
from typing import Literal

import pytest
from browsing import HOSTILE, Browser, cut_off, read_out, violations, why_not, wider_than_the_window, with_every_word

import govplan

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

KINDS = ("plan", "plan followed", "plan in English", "comparison", "many plans")
WIDTHS = (360, 768, 1280)
PAPER = 688
"""The width of A4 within its margins, in pixels of a page."""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_off_or_reaches_out_of_the_window(
    chromium: Browser, pages: dict[str, str], kind: str, width: int
) -> None:
    """On a telephone, a tablet and a desk every word is in sight without scrolling sideways."""
    with chromium.opened(pages[kind], width=width) as opened:
        assert wider_than_the_window(opened) == []
        assert cut_off(opened) == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_on_a4(chromium: Browser, pages: dict[str, str], kind: str) -> None:
    """On paper too nothing is cut off, and every sheet is A4 upright."""
    with chromium.opened(pages[kind], width=PAPER) as opened:
        opened.page.emulate_media(media="print")
        assert wider_than_the_window(opened) == []
        assert cut_off(opened) == []
        printed = opened.page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") >= 1
    assert printed.count(b"/MediaBox [0 0 594.95996 841.91998]") + printed.count(b"/MediaBox [0 0 595") >= 1


@pytest.mark.parametrize("kind", KINDS)
def test_it_asks_for_nothing_and_runs_nothing(chromium: Browser, pages: dict[str, str], kind: str) -> None:
    """No request leaves the page, its policy is not even touched, and it is the same without scripts."""
    with chromium.opened(pages[kind]) as opened:
        opened.page.wait_for_load_state("networkidle")
        assert opened.requests == []
        assert opened.said == []
        seen = opened.page.inner_text("body")
    with chromium.opened(pages[kind], scripts=False) as opened:
        assert opened.page.inner_text("body") == seen


def test_the_policy_holds(chromium: Browser) -> None:
    """What somebody puts into a saved page later neither runs nor fetches anything."""
    page = govplan.plan_page(govplan.load_example("vinhlong_2023"))
    spoiled = page.replace(
        "<main>", "<main><script>document.title='owned'</script><img src='http://elsewhere.invalid/x'>"
    )
    with chromium.opened(spoiled) as opened:
        opened.page.wait_for_load_state("networkidle")
        assert opened.requests == []
        assert opened.page.title() != "owned"
        assert len(opened.said) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [360, 1280])
def test_an_audit_finds_no_serious_violation(
    chromium: Browser, pages: dict[str, str], kind: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """Contrast, names, roles and order hold for who sees little, or nothing, in both colour schemes."""
    with chromium.opened(pages[kind], width=width, scheme=scheme) as opened:
        assert violations(opened) == []


def test_the_audit_finds_what_is_there(chromium: Browser) -> None:
    """A page with grey words on grey and a picture without a name does not pass."""
    poor = (
        "<!doctype html><html lang=en><title>Page</title><p style='color:#999;background:#888'>Words</p><svg role=img>"
    )
    with chromium.opened(poor) as opened:
        assert len(violations(opened)) == 2


def test_every_chart_is_named_where_it_is_read_out(chromium: Browser, pages: dict[str, str]) -> None:
    """In the accessibility tree each chart is an image: its target's name, then what it shows in words."""
    with chromium.opened(pages["plan followed"]) as opened:
        named = read_out(opened, "image")
        assert len(named) == opened.page.locator("svg[role=img]").count() == 20
    [export] = [name for name in named if name.startswith("Giá trị xuất khẩu ")]
    assert "mức đề ra: ít nhất 1.055 triệu USD; thực hiện: 950 triệu USD" in export
    with chromium.opened(pages["plan"]) as opened:
        named = read_out(opened, "image")
    assert [name for name in named if name.startswith("Văn bản viện dẫn theo năm ban hành 2012: 1; ")]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_tables_stay_tables(chromium: Browser, pages: dict[str, str], width: int) -> None:
    """Also where a narrow window shows each row as a block, who listens hears rows and headings."""
    with chromium.opened(pages["plan followed"], width=width) as opened:
        table = opened.page.get_by_role("table", name="Chỉ tiêu")
        assert table.count() == 1
        assert table.get_by_role("row").count() == 21
        assert table.get_by_role("columnheader").count() == 6
        assert table.get_by_role("rowheader").count() == 20


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_break_no_layout(chromium: Browser, name: str) -> None:
    """Whatever every word of a plan is, the page fits its window, runs nothing and asks for nothing."""
    plan = with_every_word(govplan.load_example("thuathienhue_2019"), HOSTILE[name])
    other = with_every_word(govplan.load_example("quangnam_2023"), HOSTILE[name])
    made = {
        "plan": govplan.plan_page(plan, as_of=date(2019, 12, 31)),
        "groups": govplan.plan_page(other),
        "comparison": govplan.comparison_page(plan, other),
        "many": govplan.plans_page([plan, other]),
    }
    for kind, page in made.items():
        for width in (360, 768):
            with chromium.opened(page, width=width) as opened:
                assert (kind, wider_than_the_window(opened)) == (kind, [])
                assert opened.requests == []
                assert opened.said == []
                assert opened.page.locator("script, img").count() == 0
                assert opened.page.title() != "owned"
