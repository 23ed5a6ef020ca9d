"""Pages, read strictly and shown in a real browser that reaches nothing; *not* here: what they are to hold."""

from browsing.audit import read_out, violations
from browsing.browser import Browser, Opened, browser, why_not
from browsing.hostile import HOSTILE, with_every_word
from browsing.layout import cut_off, wider_than_the_window
from browsing.reading import document, repeated_ids, shape, words, wrong_links

__all__ = [
    "HOSTILE",
    "Browser",
    "Opened",
    "browser",
    "cut_off",
    "document",
    "read_out",
    "repeated_ids",
    "shape",
    "violations",
    "why_not",
    "wider_than_the_window",
    "with_every_word",
    "words",
    "wrong_links",
]
