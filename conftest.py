"""Run the code blocks of the Markdown pages; each page has a namespace of its own."""

from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser

import govplan


def check_plan(example: Example) -> None:
    """Hold a YAML block that is a whole plan to what its page promises: it loads without errors."""
    if example.parsed.startswith("govplan:"):
        report = govplan.check(govplan.loads(str(example.parsed), format="yaml"))
        assert not report.errors, report.errors


# The code block parser reads `>>>` lines inside a block by itself: a doctest parser beside it
# would claim the same characters a second time, and Sybil refuses overlapping examples.
pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser(language="yaml", evaluator=check_plan)],
    patterns=["*.md"],
    # Made of the rules, some of them of plans that break them; tests/rules/test_examples.py runs those.
    excludes=["docs/reference/rules/*.md"],
).pytest()

# Settings of the documentation, not modules with examples.
collect_ignore = ["docs/conf.py", "docs/rule_pages.py"]
