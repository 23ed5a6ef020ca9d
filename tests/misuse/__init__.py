"""Slips that users make with figures, each with the wrong number that a spreadsheet gives for it.

`docs/explanation/misuse-gallery.md` shows the same slips to a reader; *not* here: the tests of them
(`tests/aggregation/test_misuse_gallery.py`).
"""
