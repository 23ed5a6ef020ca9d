"""The catalogue of messages: nothing is missing in it, and what ships is what it says."""

import ast
from datetime import date
from decimal import Decimal
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import govplan
from govplan.rules import RULES, Rule
from govplan.rules.messages import message
from govplan.values import Text

SOURCE = Path(govplan.__file__).parent
FOLDER = files("govplan").joinpath("locale", "vi", "LC_MESSAGES")
CALLS = [
    (path, call)
    for path in sorted((SOURCE / "rules").glob("*.py"))
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "message"
]


def catalogue() -> Catalog:
    return read_po(BytesIO(FOLDER.joinpath("govplan.po").read_bytes()), locale="vi")


def shipped() -> GNUTranslations:
    return GNUTranslations(BytesIO(FOLDER.joinpath("govplan.mo").read_bytes()))


ENTRIES = [entry for entry in catalogue() if entry.id]


def names_in(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def test_the_catalogue_has_every_sentence_of_the_source_and_no_other() -> None:
    """Whoever writes a sentence translates it; run `python catalogue`, which also drops what nobody says any more."""
    said = {english for _, _, english, _, _ in extract_from_dir(SOURCE / "rules", keywords={"message": None})}
    assert {entry.id for entry in ENTRIES} == said
    assert len(said) > 80


def test_every_sentence_is_one_literal() -> None:
    """What is put together when the program runs no catalogue can hold."""
    assert len(CALLS) > 80
    for path, call in CALLS:
        [english] = call.args
        assert isinstance(english, ast.Constant), f"{path.name}:{call.lineno}"
        assert isinstance(english.value, str), f"{path.name}:{call.lineno}"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry.id)[:40])
def test_every_sentence_is_translated(entry: Message) -> None:
    """There is a Vietnamese sentence that names the same facts, is certain, and is not the English one."""
    assert entry.string
    assert not entry.fuzzy
    assert names_in(entry.string) == names_in(entry.id)
    assert entry.string != entry.id
    assert entry.string.endswith((".", "?", ":")) == entry.id.endswith((".", "?", ":"))


def test_what_ships_is_what_the_catalogue_says() -> None:
    """The compiled file is that of the text beside it."""
    compiled, found = BytesIO(), shipped()
    write_mo(compiled, catalogue())
    fresh = GNUTranslations(BytesIO(compiled.getvalue()))
    for entry in ENTRIES:
        assert found.gettext(entry.id) == fresh.gettext(entry.id) == entry.string
    assert found.gettext("said by nobody") == "said by nobody"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_rule_is_without_a_language(rule: Rule) -> None:
    """Summary, explanation and sentence are there in both."""
    for text in (rule.summary, rule.explanation, rule.template):
        assert text.en
        assert text.vi == shipped().gettext(text.en) != text.en


def test_facts_are_printed_as_each_language_writes_them() -> None:
    """Numbers, dates and words of both languages stand in the sentence of their language."""
    assert message("did you mean {name}?", name=Decimal("1234.5")) == Text(
        "có phải ý bạn là 1.234,5?", "did you mean 1,234.5?"
    )
    assert message("did you mean {name}?", name=date(2023, 1, 4)) == Text(
        "có phải ý bạn là 04/01/2023?", "did you mean 2023-01-04?"
    )
    assert message("did you mean {name}?", name=Text("a", "b")) == Text("có phải ý bạn là a?", "did you mean b?")


def test_braces_are_kept_where_no_facts_are_given() -> None:
    """A rule's sentence is filled later, once for each finding."""
    assert message("did you mean {name}?") == Text("có phải ý bạn là {name}?", "did you mean {name}?")


def test_what_the_catalogue_lacks_is_said_in_english() -> None:
    """A plug-in may use the function; what it says is shown in English to everybody, or it brings its own Text."""
    assert message("said by nobody") == Text(None, "said by nobody")
    assert message("said by nobody").in_language("vi") == "said by nobody"
