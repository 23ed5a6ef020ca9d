"""What a person, or who hears the page, finds beside the source."""

import re
from html import unescape
from html.parser import HTMLParser

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govplan import Goal, Indicator, Span, Target, find_citations
from govplan.reading import Draft
from govplan.reading.side_view import draft_as_html
from govplan.testing import drafts


class _Page(HTMLParser):
    """The ids, links, tags and the text of the source of a page; which elements are open must always fit."""

    _VOID = frozenset({"meta", "br"})

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.source = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.tags.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            self.links.append(given["href"])
        if tag not in self._VOID:
            self.open.append((tag, given.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [name for _, name in self.open]
        if "text" in classes and "tag" not in classes:
            self.source += data


def _shown(text: str) -> str:
    """Return the text as the page shows it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter if letter.isprintable() or letter in "\n\t\u00a0" else "\ufffd" for letter in plain)


@given(drafts())
def test_the_page_shows_the_whole_source(draft: Draft) -> None:
    """Promise: whatever is marked, and however marks overlap, no letter of the source is lost or doubled."""
    assert _Page(draft_as_html(draft)).source == _shown(draft.text)


@given(drafts(), st.sampled_from(["vi", "en"]))
def test_marks_and_fields_are_linked_both_ways(draft: Draft, lang: str) -> None:
    """Promise: every link of the page leads to something on it, and no two things have one name."""
    page = _Page(draft_as_html(draft, lang="vi" if lang == "vi" else "en"))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert not page.open


@given(st.text())
def test_nothing_of_the_text_becomes_markup(text: str) -> None:
    """Promise: a document cannot add an element, an address or a script to the page."""
    draft = Draft(text=f'{text}<script>x</script>"><img onerror=y>', places=(("/title", Span(0, 1)),))
    page = draft_as_html(draft, name=f"<b>{text}")
    assert not {"script", "img", "b"} & set(_Page(page).tags)
    assert re.search(r"(?:src|href)=[\"'](?!#)", page) is None


def test_a_mark_says_in_words_what_it_is() -> None:
    """Promise: colour is not all that tells a target from a citation: the link of each mark names it."""
    text = "Tăng 5% theo Nghị quyết số 43/2021/NQ-HĐND."
    target = Target("growth", Indicator("Tổng sản phẩm"), Goal.increase_by_percent(5))
    places = (("/targets/0/goal", Span(0, 7)),)
    draft = Draft(text=text, targets=(target,), places=places, citations=find_citations(text))
    page = unescape(draft_as_html(draft))
    assert 'aria-label="chỉ tiêu"' in page
    assert 'aria-label="viện dẫn"' in page
    assert 'href="#c-0"' in page


def test_marks_that_cross_are_closed_and_opened_again() -> None:
    """Promise: marks that overlap in part still nest as HTML asks, and each has its name once."""
    draft = Draft(text="abcdef", places=(("/title", Span(0, 4)), ("/period", Span(2, 6))))
    page = draft_as_html(draft)
    assert _Page(page).source == "abcdef"
    assert page.count('id="s-f-period"') == 1
    assert page.count('<mark class="field"') == 4  # the legend's, the title's, and the period's two


def test_the_page_forbids_all_that_it_does_not_need() -> None:
    """Promise: the page carries a policy that allows its own style and nothing else."""
    assert "default-src 'none'; style-src 'unsafe-inline'" in draft_as_html(Draft(text=""))


@given(drafts())
def test_the_page_is_the_same_every_time(draft: Draft) -> None:
    """Promise: one draft, one page."""
    assert draft_as_html(draft) == draft_as_html(evolve(draft))
