"""What `govplan report` writes; *not* here: what stands on the pages (`govplan.report`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from govplan.cli.measured import observations_of, with_rows
from govplan.cli.progress import followed
from govplan.cli.reading import STDIN, read_plan
from govplan.cli.terminal import say
from govplan.errors import InvalidSettingError, Lang, SaveError
from govplan.files.results import Results, load_results, results_file
from govplan.files.saving import replace_file
from govplan.model import Plan
from govplan.report import comparison_page, plan_page, plans_page
from govplan.rules import check

__all__ = ["write_page"]

_WORDS = {
    "reading": ("đọc", "reading"),
    "written": ("Đã ghi {file}", "Wrote {file}"),
}


def write_page(
    paths: Sequence[str],
    output: str,
    as_of: date | None,
    results: str | None,
    lang: Lang,
    *,
    compares: bool,
    force: bool,
) -> None:
    """Write the page of one plan, of two compared, or of many, and say where it is.

    Args:
        paths: plan files or dataset folders.
        output: the file to write.
        as_of: the day to judge progress from; without it no progress is shown.
        results: the file with the results of the only plan; by default each dataset folder's own.
        lang: the language of the page.
        compares: is it a comparison of two?
        force: may a file that is there be written over?

    Raises:
        DatasetError: a path without a plan, or results that cannot be read.
        InvalidSettingError: options that do not go together.
        SaveError: the file is there already, or cannot be written.
    """
    _refuse_what_cannot_be(paths, as_of, results, compares=compares)
    file = Path(output)
    # Before the work, and again where the page is written: what came in between is not written over either.
    _refuse_to_overwrite(file, force=force)
    page = _page(paths, as_of, results, lang, compares=compares)
    _refuse_to_overwrite(file, force=force)
    replace_file(file, page)
    say(_word("written", lang).format(file=output))


def _refuse_what_cannot_be(paths: Sequence[str], as_of: date | None, results: str | None, *, compares: bool) -> None:
    if compares and len(paths) != 2:
        raise InvalidSettingError(
            f"--compare takes two plans: found {len(paths)}; write --compare OLD NEW",
            f"--compare cần hai kế hoạch: gặp {len(paths)}; hãy viết --compare CŨ MỚI",
        )
    if compares and (as_of is not None or results is not None):
        raise InvalidSettingError(
            "a comparison shows no progress: found --as-of or --results beside --compare; leave them out, or make "
            "a page of each plan",
            "trang so sánh không có tiến độ: gặp --as-of hoặc --results cùng --compare; hãy bỏ đi, hoặc lập trang "
            "riêng cho từng kế hoạch",
        )
    if results is not None and len(paths) > 1:
        raise InvalidSettingError(
            f"one file of results for {len(paths)} plans: found {results!r:.80}; name one plan, or put each plan's "
            "results into its dataset folder as results.csv",
            f"một tệp kết quả cho {len(paths)} kế hoạch: gặp {results!r:.80}; hãy nêu một kế hoạch, hoặc đặt kết quả "
            "của mỗi kế hoạch trong thư mục của nó, tên results.csv",
        )


def _refuse_to_overwrite(file: Path, *, force: bool) -> None:
    if not force and file.exists():
        raise SaveError(
            f"{file}: file is there already: it was not written over; give another name, or --force",
            f"{file}: tệp đã có: không ghi đè; hãy đặt tên khác, hoặc dùng --force",
        )


def _page(paths: Sequence[str], as_of: date | None, results: str | None, lang: Lang, *, compares: bool) -> str:
    read = [_read(path, results) for path in followed(paths, _word("reading", lang))]
    if compares:
        (old, _), (new, _) = read
        return comparison_page(old, new, lang=lang)
    if len(read) > 1:
        return plans_page(
            [plan for plan, _ in read],
            observations={plan.id: measured for plan, measured in read if measured is not None},
            as_of=as_of,
            lang=lang,
        )
    ((plan, measured),) = read
    found = check(plan, observations=observations_of(measured))
    return plan_page(plan, observations=measured or (), as_of=as_of, lang=lang, report=with_rows(found, measured))


def _read(path: str, results: str | None) -> tuple[Plan, Results | None]:
    plan = read_plan(path).plan
    file = results if results is not None else None if path == STDIN else results_file(path)
    return plan, None if file is None else load_results(file, plan)


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][0 if lang == "vi" else 1]
