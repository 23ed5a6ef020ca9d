"""The draft beside its source in Debian's Chromium: layout, requests, what is read out, links."""

from collections.abc import Iterator

import pytest
from browsing import HOSTILE, Browser, browser, cut_off, violations, why_not, wider_than_the_window

from govplan.reading import read_text
from govplan.reading.side_view import draft_as_html

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

TEXT = """Năm 2024, tỉnh Quảng Nam phấn đấu tạo việc làm cho 12.500 người

Ngày 15/01/2024, Sở Lao động - Thương binh và Xã hội tỉnh Quảng Nam ban hành Kế hoạch việc làm năm 2024 với 2 nhóm
nhiệm vụ.

Các chỉ tiêu chủ yếu: số lao động được tạo việc làm: 12.500 người; tỷ lệ thất nghiệp dưới 3,5%; tuyển sinh đào tạo
nghề đạt 9.000 người, trong đó: cao đẳng 2.000 người, sơ cấp 7.000 người.

Để hoàn thành các chỉ tiêu, ngành tập trung vào 2 nhóm nhiệm vụ:

1. Đẩy mạnh tư vấn, giới thiệu việc làm theo Nghị định số 61/2015/NĐ-CP ngày 09/7/2015 của Chính phủ.

2. Nâng cao chất lượng đào tạo nghề gắn với nhu cầu của doanh nghiệp.
"""
PAGES = {
    "vi": draft_as_html(read_text(TEXT), name="bài báo.txt"),
    "en": draft_as_html(read_text(TEXT), name="bài báo.txt", lang="en"),
    "hostile": draft_as_html(read_text("\n".join([*HOSTILE, TEXT])), name="\n".join(HOSTILE)[:500]),
}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("kind", sorted(PAGES))
def test_nothing_is_cut_off_or_reaches_out_of_the_window(chromium: Browser, kind: str, width: int) -> None:
    """On a telephone, a tablet and a desk source and fields are in sight without scrolling sideways."""
    with chromium.opened(PAGES[kind], width=width) as opened:
        assert wider_than_the_window(opened) == []
        assert cut_off(opened) == []


@pytest.mark.parametrize("kind", sorted(PAGES))
def test_it_asks_for_nothing(chromium: Browser, kind: str) -> None:
    """No request leaves the page, and its policy is not even touched."""
    with chromium.opened(PAGES[kind]) as opened:
        opened.page.wait_for_load_state("networkidle")
        assert opened.requests == []
        assert opened.said == []


@pytest.mark.parametrize("kind", sorted(PAGES))
def test_axe_finds_nothing_serious(chromium: Browser, kind: str) -> None:
    """Contrast, names of links and the order of headings suffice for who hears the page or sees it badly."""
    with chromium.opened(PAGES[kind]) as opened:
        assert violations(opened) == []


def test_a_mark_leads_to_its_field_and_back(chromium: Browser) -> None:
    """The keyboard goes from a target's words to what was read of them, and back to the words."""
    with chromium.opened(PAGES["vi"]) as opened:
        link = opened.page.locator("mark.target a.tag").first
        link.focus()
        link.press("Enter")
        field = opened.page.evaluate("() => document.querySelector(':target').textContent")
        assert "12.500 người" in field
        opened.page.locator(":target a").first.press("Enter")
        assert opened.page.evaluate("() => document.querySelector(':target').tagName") == "MARK"
