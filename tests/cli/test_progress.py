"""Progress on long runs: for whoever waits at a terminal, and for nobody else."""

import io
import sys
from pathlib import Path

import pytest

import govplan
from govplan.cli.progress import MANY, followed


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_far_a_long_run_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """All things come, in their order, and words stand on standard error while they do."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    assert list(followed(range(MANY), "reading")) == list(range(MANY))
    assert "reading" in terminal.getvalue()


@pytest.mark.parametrize("count", [0, 1, MANY - 1])
def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Nobody waits for a few files."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(followed(range(count), "reading")) == list(range(count))
    assert terminal.getvalue() == ""


def test_a_pipe_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log of a job holds findings, no bars; a stream that was closed holds nothing at all."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(followed(range(MANY), "reading")) == list(range(MANY))
    assert stream.getvalue() == ""
    monkeypatch.setattr(sys, "stderr", None)
    assert list(followed(range(MANY), "reading")) == list(range(MANY))


def test_without_rich_the_run_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not installed is not missed."""
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setitem(sys.modules, "rich.console", None)
    assert list(followed(range(MANY), "reading")) == list(range(MANY))


def test_many_files_are_checked_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hundred sound plans are one line; the one with a finding is told as ever."""
    from govplan.cli.checks import check_paths
    from govplan.cli.configuration import Configuration

    head = "govplan: 1\nid: p-{}\ntitle: {{vi: Kế hoạch, en: Plan}}\nissuer: x\njurisdiction: VN-27\nperiod: 2023\n"
    for number in range(MANY + 1):
        text = head.format(number) + ("declared: {task_groups: 1}\n" if number == 7 else "")
        (tmp_path / f"{number:03}.yaml").write_text(text, encoding="utf-8")
    paths = sorted(map(str, tmp_path.iterdir()))
    assert check_paths(paths, "text", "en", Configuration()) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert [line.split(":")[0] for line in out.splitlines() if not line.startswith(" ")] == [
        str(tmp_path / "007.yaml"),
        str(tmp_path / "007.yaml"),
        f"{MANY + 1} plans",
    ]
    assert out.endswith(f"{MANY + 1} plans: 1 error\n")
    assert govplan.load(paths[7]).id == "p-7"
