"""Whether a page fits its window; *not* here: the window (`browser`)."""

from __future__ import annotations

from browsing.browser import Opened

__all__ = ["cut_off", "wider_than_the_window"]

_BEYOND = """() => {
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > width) found.push('page: ' + document.documentElement.scrollWidth);
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('thead') || one.closest('[aria-hidden=true]')) continue;
    const box = one.getBoundingClientRect();
    if (box.right > width + 1 || box.left < -1) {
      found.push(`${one.tagName}.${one.getAttribute('class')} ${Math.round(box.left)}-${Math.round(box.right)}`);
    }
  }
  return found;
}"""
_CUT = """() => {
  const found = [];
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('thead') || one.closest('svg')) continue;
    const style = getComputedStyle(one);
    const isLarger = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
    if (style.overflow !== 'visible' && isLarger) {
      found.push(one.tagName + '.' + one.className);
    }
  }
  for (const text of document.querySelectorAll('svg text')) {
    const frame = text.ownerSVGElement.getBoundingClientRect();
    const box = text.getBoundingClientRect();
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) {
      found.push('text ' + text.textContent);
    }
  }
  for (const chart of document.querySelectorAll('svg')) {
    const boxes = [...chart.querySelectorAll('text')].map(one => one.getBoundingClientRect());
    boxes.sort((one, two) => one.left - two.left);
    for (let place = 1; place < boxes.length; place++) {
      if (boxes[place].left < boxes[place - 1].right) found.push('labels of ' + chart.getAttribute('aria-labelledby'));
    }
  }
  return found;
}"""


def wider_than_the_window(opened: Opened) -> list[str]:
    """Return the elements that reach beyond the window's sides, and the page where it can be scrolled sideways."""
    found: list[str] = opened.page.evaluate(_BEYOND)
    return found


def cut_off(opened: Opened) -> list[str]:
    """Return what is cut off by its frame, and charts whose words run into one another."""
    found: list[str] = opened.page.evaluate(_CUT)
    return found
