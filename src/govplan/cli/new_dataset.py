"""What `govplan new` makes: a folder with a plan to fill in; *not* here: what a plan file means (`govplan.files`)."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path
from string import Template

from govplan.cli.terminal import plain, say
from govplan.errors import InvalidValueError, Lang, SaveError
from govplan.files.saving import replace_file
from govplan.values import Jurisdiction, Period
from govplan.vietnamese import fold

__all__ = ["make_dataset"]

_WORDS = {
    "heading": ("Kế hoạch của {place}, {period}", "Plan of {place}, {period}"),
    "made": ("{folder}: đã tạo {names}", "{folder}: made {names}"),
    "next": (
        "tiếp theo: sửa {folder}/plan.yaml, rồi chạy: govplan check {folder}",
        "next: edit {folder}/plan.yaml, then: govplan check {folder}",
    ),
}
_FILES = {
    "plan.yaml": "plan.{lang}.yaml",
    "results.csv": "results.csv",
    "README.md": "README.{lang}.md",
    "tests/test_plan.py": "test_plan.py.txt",
}


def make_dataset(
    place: str, period: str, folder: str | None, lang: Lang, *, source: str | None = None, id: str | None = None
) -> None:
    """Make a dataset's folder: a plan file to fill in, an empty results file, a README and a test.

    Args:
        place: an ISO 3166-2 or official code, or a province's name.
        period: a year or a run of years.
        folder: where; by default a folder named after place and period in the current one.
        lang: the language of the comments.
        source: a document whose draft takes the place of the template.
        id: the plan's id, by default the folder's name.

    Raises:
        SaveError: the folder is there already and not empty, or cannot be written.
        InvalidValueError: no such place or period.
    """
    span = Period.parse(period)
    unit = _unit(place, span.start)
    years = str(span) if str(span).replace("-", "").isdigit() else f"{span.start:%Y%m%d}-{span.end:%Y%m%d}"
    name = "".join(letter for letter in fold(str(unit.name)) if letter.isalnum()) + f"_{years.replace('-', '_')}"
    target = Path(folder or name)
    _require_empty(target)
    slots = {
        "id": id or name.replace("_", "-"),
        "jurisdiction": unit.iso or f'"{unit.code}"',
        "period": str(span),
        "year": f"{span.start.year:04d}",
        "heading": _word("heading", lang).format(place=unit, period=span),
    }
    texts = {file: _filled(template.format(lang=lang), slots) for file, template in _FILES.items()}
    if source is not None:
        texts["plan.yaml"] = _drafted(source, slots["id"], unit, span, lang)
    for file, text in texts.items():
        path = target / file
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_made(path.parent, error) from None
        replace_file(path, text)
    say(_word("made", lang).format(folder=plain(str(target)), names=", ".join(_FILES)), err=True)
    say(_word("next", lang).format(folder=plain(str(target))), err=True)


def _drafted(source: str, id: str, unit: Jurisdiction, span: Period, lang: Lang) -> str:
    """Return the plan file that a document becomes: whose plan it is, and of when, is what the user said."""
    from govplan.reading import read_document
    from govplan.reading.commented import draft_as_yaml
    from govplan.reading.completion import completed

    draft = completed(read_document(source), jurisdiction=unit, period=span)
    return draft_as_yaml(draft, name=Path(source).name, id=id, lang=lang)


def _unit(place: str, day: date) -> Jurisdiction:
    if Jurisdiction.is_code(place):
        return Jurisdiction.in_force(place, day)
    found = next((unit for unit in Jurisdiction.named(place) if unit.is_in_force(day)), None)
    if found is None:
        raise InvalidValueError(
            f"no such province on {day}: found {place!r:.60}; write its name with all marks, or a code such as VN-27",
            f"không có tỉnh này vào ngày {day}: gặp {place!r:.60}; hãy viết tên đủ dấu, hoặc mã như VN-27",
        )
    return found


def _require_empty(folder: Path) -> None:
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise _not_made(folder, error) from None
    if taken:
        raise SaveError(
            f"{folder}: there is something already; nothing was written; name another folder",
            f"{folder}: đã có nội dung ở đó; chưa ghi gì; hãy chọn thư mục khác",
        )


def _not_made(folder: Path, error: OSError) -> SaveError:
    reason = error.strerror or str(error)
    return SaveError(
        f"{folder}: folder cannot be made: {reason}; name another one",
        f"{folder}: không tạo được thư mục: {reason}; hãy chọn thư mục khác",
    )


def _filled(template: str, slots: dict[str, str]) -> str:
    text = files("govplan.cli").joinpath("template", template).read_text(encoding="utf-8")
    return Template(text).substitute(slots)


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]
