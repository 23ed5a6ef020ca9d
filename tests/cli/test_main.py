"""The way into the commands, within one process; *not* here: what the commands print."""

import io
import os
import sys
from collections.abc import Callable

import pytest
from click.testing import Result

from govplan.cli import main
from govplan.cli.reading import read_plan
from govplan.cli.streaming import byte_count, read_chunks
from govplan.cli.terminal import close_streams
from govplan.errors import DatasetError

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("arguments", "status"), [(["check"], 0), (["check", "--fail-on", "warning"], 1), (["shw"], 2)]
)
def test_the_status_is_that_of_the_command(
    monkeypatch: pytest.MonkeyPatch, quangnam: str, arguments: list[str], status: int
) -> None:
    """What a shell sees is 0, 1 or 2."""
    monkeypatch.setattr(sys, "argv", ["govplan", *arguments, quangnam])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == status


def test_without_click_there_is_a_hint(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing else happens, and the status is that of unusable input."""
    monkeypatch.setitem(sys.modules, "click", None)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines() == [
        "The commands need click: pip install govplan[cli]",
        "Cần cài click để dùng lệnh: pip install govplan[cli]",
    ]


def test_without_rich_there_is_a_hint(run: Run, quangnam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tree is refused, the same plan as JSON is not."""
    monkeypatch.setitem(sys.modules, "rich.console", None)
    result = run("show", quangnam)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "run: pip install govplan[cli], or use --format json" in result.stderr
    assert run("show", quangnam, "--format", "json").exit_code == 0


@pytest.mark.parametrize("stream", [None, io.TextIOWrapper(io.BufferedWriter(io.BytesIO()))], ids=["closed", "writing"])
def test_where_nothing_can_be_read_nothing_is_there(
    monkeypatch: pytest.MonkeyPatch, stream: io.TextIOWrapper | None
) -> None:
    """Standard input that is closed, or cannot be read, is empty."""
    monkeypatch.setattr(sys, "stdin", stream)
    assert [chunk.text for chunk in read_chunks("-", 10)] == [""]
    assert byte_count("-") is None
    with pytest.raises(DatasetError, match=r"^<stdin>:"):
        read_plan("-")


def test_what_nobody_reads_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output that waits for a closed pipe goes nowhere, and closing the stream later raises nothing."""
    reading, writing = os.pipe()
    stream = os.fdopen(writing, "w")
    stream.write("một dòng")
    os.close(reading)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", None)
    close_streams()
    stream.write("thêm một dòng")
    stream.close()
    assert stream.closed
