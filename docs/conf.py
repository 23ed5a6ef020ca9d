"""Settings of the documentation; nothing here is fetched over a network."""

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

import govplan

sys.path.insert(0, str(Path(__file__).parent))

from rule_pages import write_rule_pages

project = "govplan"
author = "The govplan authors"
project_copyright = author
version = release = installed_version("govplan")
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "locale"]
# The pages in Vietnamese: sphinx-build -D language=vi. Renewed by: python catalogue
locale_dirs = ["locale"]
gettext_compact = False
# Docstrings write names and code between single backticks.
default_role = "code"
html_theme = "furo"
html_title = f"govplan {release}"

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True}
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_custom_sections = ["Shape", "Units", "Source"]

# References into other projects stay plain text: resolving them would mean downloading their
# inventories. References into govplan are all checked.
nitpick_ignore_regex = [
    ("py:.*", r"(?!govplan\b).*"),
    ("py:class", r"govplan\..*\.T"),  # type variables have no page
]


def warn_of_what_is_left_out(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of every public name that the reference leaves out."""
    logger = logging.getLogger(__name__)
    described = {name for name, *_ in env.domains["py"].get_objects()}
    for name in sorted(govplan.__all__):
        if f"govplan.{name}" not in described:
            logger.warning("govplan.%s is not in docs/reference/api.md", name)


def setup(app: Sphinx) -> None:
    # Before Sphinx looks which pages there are.
    write_rule_pages(Path(app.srcdir))
    app.connect("env-check-consistency", warn_of_what_is_left_out)
