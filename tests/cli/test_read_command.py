"""`govplan read`: a document becomes a draft that a person corrects."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

import govplan

Run = Callable[..., Result]
ARTICLE = """Năm 2024, tỉnh Quảng Nam phấn đấu tạo việc làm cho 12.500 người

Ngày 15/01/2024, Sở Lao động - Thương binh và Xã hội tỉnh Quảng Nam ban hành Kế hoạch việc làm năm 2024 với 2 nhóm \
nhiệm vụ.

Các chỉ tiêu chủ yếu: số lao động được tạo việc làm: 12.500 người; tỷ lệ thất nghiệp dưới 3,5%; tuyển sinh đào tạo \
nghề đạt 9.000 người, trong đó: cao đẳng 2.000 người, sơ cấp 7.000 người.

Để hoàn thành các chỉ tiêu, ngành tập trung vào 2 nhóm nhiệm vụ:

1. Đẩy mạnh tư vấn, giới thiệu việc làm theo Nghị định số 61/2015/NĐ-CP ngày 09/7/2015 của Chính phủ.

2. Nâng cao chất lượng đào tạo nghề gắn với nhu cầu của doanh nghiệp.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bài báo.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_the_draft_is_a_plan_file_that_can_be_checked(run: Run, article: Path, tmp_path: Path) -> None:
    """What is written is read at once: the targets, their parts, the groups and what they cite."""
    draft = tmp_path / "plan.yaml"
    result = run("read", str(article), "-o", str(draft))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "5 targets, 2 task groups, 1 citations" in result.stderr
    plan = govplan.load(draft)
    assert [str(target.goal) for target in plan.walk()] == [
        "ít nhất 12.500",
        "dưới 3,5",
        "ít nhất 9.000",
        "ít nhất 2.000",
        "ít nhất 7.000",
    ]
    assert [reference.number for reference in plan.task_groups[0].legal_references] == ["61"]
    assert run("check", str(draft)).exit_code == 0


def test_without_a_file_the_draft_is_printed(run: Run, article: Path) -> None:
    """Comments beside the lines say what a person must look at; the first line says what was read."""
    result = run("read", str(article), "--lang", "vi")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("# Bản nháp đọc từ bài báo.txt.")
    assert govplan.loads(result.stdout).period == govplan.Period.year(2024)


def test_text_may_come_through_a_pipe(run: Run) -> None:
    """Standard input is text."""
    assert govplan.loads(run("read", "-", input=ARTICLE).stdout).targets


def test_nothing_is_overwritten_without_being_told(run: Run, article: Path, tmp_path: Path) -> None:
    """A file that is there stays as it is, unless --force says otherwise."""
    taken = tmp_path / "plan.yaml"
    taken.write_text("mine", encoding="utf-8")
    result = run("read", str(article), "-o", str(taken))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is a file already" in result.stderr
    assert taken.read_text(encoding="utf-8") == "mine"
    assert run("read", str(article), "-o", str(taken), "--force").exit_code == 0
    assert govplan.load(taken).targets


def test_the_name_of_the_file_says_the_form(run: Run, article: Path, tmp_path: Path) -> None:
    """YAML, JSON and HTML, each by its ending; another ending is refused before anything is written."""
    for name in ("plan.json", "plan.yml", "page.html"):
        assert run("read", str(article), "-o", str(tmp_path / name)).exit_code == 0
    assert len(govplan.load(tmp_path / "plan.json").targets) == 3
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    refused = run("read", str(article), "-o", str(tmp_path / "plan.docx"))
    assert refused.exit_code == 2
    assert "unknown kind of file" in refused.stderr


def test_html_shows_the_source(run: Run, article: Path) -> None:
    """--html prints the page that shows the source with what was read marked."""
    page = run("read", str(article), "--html").stdout
    assert '<mark class="target"' in page
    assert '<mark class="citation"' in page


def test_json_is_the_plan(run: Run, article: Path) -> None:
    """As JSON a complete draft is the plan file's structure."""
    plan = json.loads(run("read", str(article), "--format", "json").stdout)
    assert plan["targets"][0]["goal"] == {"at_least": "12500"}


def test_what_the_text_does_not_say_is_said(run: Run) -> None:
    """A bare clause has no title, issuer, place or year: the draft names them, and options give them."""
    clause = "Tỷ lệ hộ nghèo giảm còn 2,1%."
    bare = run("read", "-", "--lang", "en", input=clause).stdout
    assert bare.count("# Not found, add this line") == 4
    known = ("--title", "Kế hoạch giảm nghèo", "--issuer", "UBND huyện", "--period", "2024", "--jurisdiction", "VN-27")
    plan = govplan.loads(run("read", "-", *known, "--id", "giam-ngheo", input=clause).stdout)
    assert (plan.id, str(plan.title), str(plan.jurisdiction)) == ("giam-ngheo", "Kế hoạch giảm nghèo", "tỉnh Quảng Nam")
    assert "period" in run("read", "-", "--format", "json", input=clause).stderr


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "docx"),
        ("x.pdf", b"not a pdf", "pdf"),
        ("x.png", b"\x89PNG\r\n\x1a\n", "picture"),
        ("x.txt", b"\xff\xfe\x00\xd8", ""),
        ("missing.txt", None, "no such file"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    run: Run, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    """Exit status 2, what is wrong and what to do; never a traceback, and nothing is written."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = run("read", str(path), "-o", str(tmp_path / "plan.yaml"))
    assert result.exit_code == 2
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert not (tmp_path / "plan.yaml").exists()


@given(text=st.text(max_size=300), form=st.sampled_from(["yaml", "html"]))
def test_any_text_becomes_a_draft(run: Run, text: str, form: str) -> None:
    """No text breaks the command; what is printed is a plan file as far as it goes, or a page."""
    result = run("read", "-", "--format", form, input=text.encode("utf-8", "surrogatepass"))
    assert result.exit_code in (0, 2)
    assert result.exit_code == 0 or "encod" in result.stderr or "UTF-8" in result.stderr
