"""Marks around text for whoever reads in a browser or a notebook; *not* here: what is said, and whole pages."""

from govplan.markup.escaping import escaped, shown
from govplan.markup.tables import facts_html, table_html

__all__ = ["escaped", "facts_html", "shown", "table_html"]
