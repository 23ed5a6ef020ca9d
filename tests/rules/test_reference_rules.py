"""GP3xx: the documents that a plan cites, each rule from both sides; *not* here: reading citations."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.legal import Deviation, LegalReference
from govplan.model import Organization, Plan, TaskGroup
from govplan.rules import Finding, Report, Settings, Severity, check
from govplan.testing import days, legal_references
from govplan.values import Jurisdiction, Period

ISSUED = date(2023, 1, 4)
SOUND = "Quyết định số 2911/QĐ-UBND ngày 14/10/2021 của UBND tỉnh"
TOLD_APART = {
    Deviation.YEAR_CONTRADICTS,
    Deviation.TYPE_CONTRADICTS,
    Deviation.DAY_IMPOSSIBLE,
    Deviation.SYMBOL_MISSING,
    Deviation.PARTY_FORM_LOST,
}
UNDATED = "Nghị định số 20/2021/NĐ-CP của Chính phủ"


def plan(*texts: str, issued: date | None = ISSUED, **fields: object) -> Plan:
    """Return a plan whose one group cites documents."""
    group = TaskGroup(1, "Nhiệm vụ", legal_references=[LegalReference.parse(text) for text in texts])
    quang_nam = Jurisdiction.in_force("VN-27", ISSUED)
    return Plan(
        "p", "Kế hoạch", Organization("Sở"), quang_nam, Period.year(2023), issued=issued, task_groups=[group], **fields
    )


def only(plan: Plan) -> Finding:
    """Return the one finding of a plan."""
    [finding] = check(plan).findings
    return finding


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def looked_at(report: Report, code: str) -> int:
    return next(checked.count for checked in report.checked if checked.code == code)


@given(legal_references(sound=True, latest=ISSUED))
def test_sound_references_give_no_finding(reference: LegalReference) -> None:
    """A document that is well formed, dated, older than the plan and of the year in its number is not spoken of."""
    report = check(plan(reference.text))
    assert (report.findings, report.not_checked) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "Luật Giáo dục nghề nghiệp",
        "Chiến lược quốc gia về bình đẳng giới",
        "Chương trình 135",
        "Đề án cải tạo, nâng cấp nghĩa trang liệt sĩ giai đoạn 2022 - 2026",
    ],
)
def test_documents_known_by_name_are_asked_for_nothing(text: str) -> None:
    """A law or a programme without a number needs no symbol, no date and no year."""
    report = check(plan(text))
    assert report.findings == ()
    assert [looked_at(report, code) for code in ("GP301", "GP302", "GP303", "GP304", "GP305")] == [0] * 5


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/task_groups/0/legal_references/1", {}),
        ("/legal_basis/1", {"legal_basis": [LegalReference.parse(SOUND), LegalReference.parse(UNDATED)]}),
        ("/document", {"document": LegalReference.parse(UNDATED), "issued": None}),
    ],
)
def test_references_are_found_wherever_a_plan_has_them(path: str, fields: dict[str, object]) -> None:
    """Groups, the legal basis and the issuing act are all looked at."""
    finding = only(plan(SOUND, **fields) if fields else plan(SOUND, UNDATED))
    assert (finding.code, finding.path) == ("GP302", path)


# --- GP301 ---------------------------------------------------------------------------------


def test_a_lost_hyphen_is_found_with_its_canonical_form() -> None:
    """What was printed is quoted, what it should be is suggested; a printed slip is a warning, not an error."""
    finding = only(plan("Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh"))
    assert (finding.code, finding.severity, finding.path) == (
        "GP301",
        Severity.WARNING,
        "/task_groups/0/legal_references/0",
    )
    assert (finding.expected, finding.difference) == ("68/NQ-HĐND", None)
    assert finding.found == "Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh"
    assert finding.message("en") == (
        "symbol not well formed: found Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh; "
        "the canonical form is 68/NQ-HĐND, compare with the original"
    )
    assert finding.message("vi") == (
        "ký hiệu sai thể thức: gặp Nghị quyết số 68/NQHĐND ngày 29/9/2021 của HĐND tỉnh; "
        "dạng chuẩn là 68/NQ-HĐND, hãy đối chiếu bản gốc"
    )


@given(legal_references(numbered=True, dated=True, well_formed=False))
def test_any_damaged_symbol_is_found(reference: LegalReference) -> None:
    """However a symbol was damaged, its canonical form is suggested."""
    found = [finding for finding in check(plan(reference.text)).findings if finding.code == "GP301"]
    # What has a rule of its own is told by that.
    expected = [] if TOLD_APART.issuperset(reference.deviations) else [(reference.designation, reference.text)]
    assert [(finding.expected, finding.found) for finding in found] == expected


@given(legal_references(numbered=True, well_formed=True))
def test_no_well_formed_symbol_is_found(reference: LegalReference) -> None:
    """What is printed as the decree prescribes is never called a slip."""
    assert "GP301" not in codes(check(plan(reference.text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết số 06NQ/TU ngày 04/5/2021 của Tỉnh ủy", "06-NQ/TU"),
        ("Chương trình số 01CTr/BCĐ ngày 05/4/2022", "01-CTr/BCĐ"),
        ("Kế hoạch 69KH/TU ngày 06/02/2013", "69-KH/TU"),
        ("Nghị quyết Số: 06NQ TU ngày 04/5/2021", "06-NQ/TU"),
    ],
)
def test_a_number_that_lost_its_separators_is_found_with_them(text: str, expected: str) -> None:
    """However much of it is lost, what can be told of the symbol is suggested."""
    finding = only(plan(text))
    assert (finding.code, finding.expected, finding.found) == ("GP301", expected, text)


@pytest.mark.parametrize(
    "text",
    ["Quyết định số 1.704/QĐ-UBND", "Quyết định số 123456/QĐ-UBND ngày 04/5/2021", "Kế hoạch số 12/2/KH-UBND"],
)
def test_a_number_that_cannot_be_read_is_found_and_not_taken_for_a_name(text: str) -> None:
    """Where the damage hides the number itself, the form of numbers is shown instead of a guess."""
    finding = only(plan(text))
    assert (finding.code, finding.path, finding.found) == ("GP301", "/task_groups/0/legal_references/0", text)
    assert finding.message("en").endswith(
        "the canonical form is a number and a symbol, such as 68/NQ-HĐND or 06-NQ/TU, compare with the original"
    )
    assert finding.message("vi").endswith(
        "dạng chuẩn là số rồi ký hiệu, như 68/NQ-HĐND hoặc 06-NQ/TU, hãy đối chiếu bản gốc"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Thông tư số 20/2021/NĐ-CP ngày 15/3/2021 của Chính phủ", "GP306"),
        ("Quyết định số 2911/QĐ-UBND ngày 31/02/2021 của UBND tỉnh", "GP307"),
        ("Nghị quyết số 06/NQ-TU ngày 04/5/2021 của Tỉnh ủy", "GP316"),
        ("Nghị quyết 30a ngày 27/12/2008", "GP320"),
    ],
)
def test_what_has_a_rule_of_its_own_is_told_once(text: str, code: str) -> None:
    """Neither the symbol nor the date that could not be read is spoken of besides."""
    assert codes(check(plan(text))) == [code]


# --- GP302 ---------------------------------------------------------------------------------


def test_a_numbered_document_without_a_date_is_found() -> None:
    """The reference is quoted as it is printed, in a warning."""
    finding = only(plan(UNDATED))
    assert (finding.code, finding.severity, finding.path) == (
        "GP302",
        Severity.WARNING,
        "/task_groups/0/legal_references/0",
    )
    assert (finding.expected, finding.found, finding.difference) == (None, UNDATED, None)
    assert finding.message("en") == (
        f"reference without date: found {UNDATED}; add the date of issue if the original has it"
    )
    assert finding.message("vi") == f"văn bản không có ngày: gặp {UNDATED}; hãy thêm ngày ban hành nếu bản gốc có"


@given(legal_references(numbered=True, well_formed=True))
def test_dates_are_missed_exactly_where_there_are_none(reference: LegalReference) -> None:
    """Whatever else a numbered document says, it is asked for its date and for nothing more by this rule."""
    report = check(plan(reference.text, issued=date(2060, 12, 31)))
    assert codes(report).count("GP302") == (reference.date is None)


# --- GP303 ---------------------------------------------------------------------------------


def dated(day: date) -> str:
    return f"Quyết định số 2911/QĐ-UBND ngày {day.day}/{day.month}/{day.year} của UBND tỉnh"


@given(days(first=date(1945, 9, 2), last=ISSUED))
def test_documents_of_the_same_day_and_before_are_sound(day: date) -> None:
    """A plan may rest on what was issued that very day."""
    assert check(plan(dated(day))).findings == ()


@given(st.integers(1, 20_000))
def test_any_later_document_is_found(later: int) -> None:
    """A document of the next day or of the next century is an error, with the days between."""
    day = ISSUED + timedelta(days=later)
    finding = only(plan(dated(day)))
    assert (finding.code, finding.severity, finding.path) == (
        "GP303",
        Severity.ERROR,
        "/task_groups/0/legal_references/0",
    )
    assert (finding.expected, finding.found, finding.difference) == (ISSUED, day, later)


def test_a_later_document_is_told_in_both_languages() -> None:
    """Dates are printed as each language writes them."""
    finding = only(plan(dated(date(2023, 5, 14))))
    assert finding.message("en") == (
        "reference later than the plan: 2911/QĐ-UBND is of 2023-05-14, the plan of 2023-01-04; mend the wrong date"
    )
    assert finding.message("vi") == (
        "văn bản có sau kế hoạch: 2911/QĐ-UBND ngày 14/5/2023, kế hoạch ban hành ngày 04/01/2023; hãy sửa ngày sai"
    )


def test_the_act_that_issues_a_plan_may_be_later() -> None:
    """A plan is drawn up on one day and signed on another."""
    signed = plan(document=LegalReference.parse(dated(date(2023, 1, 9))))
    assert check(signed).findings == ()


def test_a_plan_without_a_day_of_issue_is_said_to_be_unchecked() -> None:
    """Each dated document is listed with the reason; one without a date could not be compared anyway."""
    report = check(plan(SOUND, "Luật Giáo dục nghề nghiệp", issued=None))
    assert report.findings == ()
    [missed] = report.not_checked
    assert (missed.code, missed.path, missed.reason) == ("GP303", "/task_groups/0/legal_references/0", "no_issue_date")
    assert missed.message("en") == "the plan does not say when it was issued"
    assert missed.message("vi") == "kế hoạch không ghi ngày ban hành"


# --- GP304, GP305 --------------------------------------------------------------------------


@given(st.integers(1990, 2029), days(first=date(1990, 1, 1), last=date(2029, 12, 31)))
def test_the_year_of_a_number_is_held_against_that_of_the_date(year: int, day: date) -> None:
    """The same year is sound, one apart may be a late signature, more is an error."""
    text = f"Nghị quyết số 43/{year}/NQ-HĐND ngày {day.day}/{day.month}/{day.year} của HĐND tỉnh"
    report = check(plan(text, issued=date(2030, 1, 1)), settings=Settings(ignore=("GP110",)))
    apart = abs(year - day.year)
    expected = [] if apart == 0 else [("GP305", Severity.WARNING)] if apart == 1 else [("GP304", Severity.ERROR)]
    assert [(finding.code, finding.severity) for finding in report.findings] == expected
    for finding in report.findings:
        assert finding.path == "/task_groups/0/legal_references/0"
        assert (finding.expected, finding.found, finding.difference) == (str(year), day, apart)


@pytest.mark.parametrize(
    ("day", "en", "vi"),
    [
        (
            "08/12/2019",
            "years do not agree: 43/2021/NQ-HĐND carries 2021, its date is 2019-12-08; mend the number or the date",
            "năm không khớp: 43/2021/NQ-HĐND mang năm 2021 nhưng ghi ngày 08/12/2019; hãy sửa số hoặc ngày",
        ),
        (
            "05/01/2022",
            "years one apart: 43/2021/NQ-HĐND carries 2021, its date is 2022-01-05; compare with the original",
            "năm lệch một: 43/2021/NQ-HĐND mang năm 2021 nhưng ghi ngày 05/01/2022; hãy đối chiếu bản gốc",
        ),
    ],
)
def test_years_that_differ_are_told_in_both_languages(day: str, en: str, vi: str) -> None:
    """A year is printed without a point between its digits."""
    finding = only(plan(f"Nghị quyết số 43/2021/NQ-HĐND ngày {day} của HĐND tỉnh"))
    assert (finding.message("en"), finding.message("vi")) == (en, vi)


@pytest.mark.parametrize("text", [SOUND, UNDATED])
def test_without_a_year_or_a_date_there_is_nothing_to_compare(text: str) -> None:
    """Administrative numbers carry no year, and a document without a date has none beside it."""
    report = check(plan(text))
    assert (looked_at(report, "GP304"), looked_at(report, "GP305")) == (0, 0)


# --- GP308, GP321 --------------------------------------------------------------------------


@pytest.mark.parametrize(("as_of", "expected"), [(date(2022, 6, 30), []), (None, []), (date(2023, 6, 30), ["GP308"])])
def test_a_day_before_the_plan_is_no_day_to_come(as_of: date | None, expected: list[str]) -> None:
    """Results may be known as of a day before the plan; what it cites was there when it was issued."""
    day = ISSUED if not expected else date(2023, 7, 1)
    signed = plan(document=LegalReference.parse(dated(day)))
    assert codes(check(signed, as_of=as_of)) == expected


@pytest.mark.parametrize(
    ("issuers", "expected"),
    [
        (("Tỉnh ủy Quảng Nam", "Tỉnh ủy"), []),
        (("Tỉnh ủy", "Thành ủy Đà Nẵng"), ["GP321"]),
        ((), []),
    ],
)
def test_a_place_is_asked_for_where_there_are_several(issuers: tuple[str, ...], expected: list[str]) -> None:
    """Where a plan cites the Party of one province only, a number alone is understood."""
    cited = [f"Nghị quyết số {at}-NQ/TU ngày 04/5/2021 của {one}" for at, one in enumerate(issuers, 1)]
    assert codes(check(plan(*cited, "Nghị quyết số 06-NQ/TU ngày 04/5/2021"))) == expected
