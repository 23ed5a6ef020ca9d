"""The fixed words of pages in both languages; *not* here: the words of values, which these print themselves."""

from __future__ import annotations

from govplan.errors import Lang

__all__ = ["phrases"]

_PHRASES: dict[str, tuple[str, str]] = {
    # What stands on top of a page.
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "place": ("Đơn vị hành chính", "Jurisdiction"),
    "period": ("Kỳ", "Period"),
    "issued": ("Ngày ban hành", "Issued"),
    "document": ("Văn bản ban hành", "Issued by"),
    "plan_id": ("Mã kế hoạch", "Plan id"),
    "as_of": ("Đánh giá đến ngày", "As of"),
    "contents": ("Nội dung trang", "On this page"),
    "at_a_glance": ("Tóm tắt", "At a glance"),
    # The figures.
    "targets": ("Chỉ tiêu", "Targets"),
    "with_parts": ("và {} chỉ tiêu thành phần", "and {} parts"),
    "groups": ("Nhóm nhiệm vụ", "Task groups"),
    "documents": ("Văn bản viện dẫn", "Documents cited"),
    "findings": ("Phát hiện khi kiểm tra", "Findings"),
    "attained": ("Đạt và vượt", "Met or exceeded"),
    "published": ("Theo công bố: {}", "As published: {}"),
    "none": ("không có", "none"),
    # The targets.
    "target": ("Chỉ tiêu", "Target"),
    "goal": ("Mức đề ra", "Goal"),
    "goal_chart": ("Mức đề ra và tiến độ", "Goal and progress"),
    "actual": ("Thực hiện", "Result"),
    "share": ("So với đề ra", "Share of goal"),
    "expected": ("Dự kiến đến ngày", "Expected by then"),
    "attainment": ("Đánh giá", "Attainment"),
    "published_as": ("công bố: {}", "published: {}"),
    "published_otherwise": ("công bố khác: {}", "published otherwise: {}"),
    "partition": ("chia thành", "divides into"),
    "subset": ("trong đó", "of which"),
    "overlap": ("gồm, có giao nhau", "including, overlapping"),
    "allocation": ("phân bổ", "allocated to"),
    "baseline": ("giá trị gốc {}", "baseline {}"),
    "horizon": ("thời hạn {}", "by {}"),
    "lead": ("chủ trì: {}", "lead: {}"),
    "milestone": ("mốc {when}: {goal}", "step {when}: {goal}"),
    "stated": ("nguyên văn: “{}”", "in the source: “{}”"),
    "legend": ("Cách đọc biểu đồ", "How to read the charts"),
    "legend_goal": ("mức đề ra", "goal"),
    "legend_zone": ("vùng đạt", "where it is met"),
    "legend_bar": ("thực hiện", "result"),
    "legend_expected": ("dự kiến đến ngày báo cáo", "expected by the day of the report"),
    "legend_baseline": ("giá trị gốc", "baseline"),
    "no_targets": ("Kế hoạch không có chỉ tiêu.", "The plan has no targets."),
    "no_day": (
        "Trang này không đánh giá tiến độ: chưa nêu ngày đánh giá.",
        "Progress is not shown: no day to judge from was given.",
    ),
    # The findings.
    "error": ("Lỗi", "Error"),
    "warning": ("Cảnh báo", "Warning"),
    "info": ("Thông tin", "Note"),
    "at": ("tại", "at"),
    "sound": ("Không có phát hiện nào.", "Nothing was found."),
    "accepted": ("Phát hiện được kế hoạch chấp nhận", "Findings that the plan accepts"),
    # The task groups.
    "tasks": ("Nhiệm vụ", "Tasks"),
    "serves": ("Phục vụ chỉ tiêu", "Serves"),
    "rests_on": ("Căn cứ", "Rests on"),
    "due": ("hạn {}", "due {}"),
    "malformed": ("sai thể thức, đúng là {}", "malformed, should be {}"),
    "no_groups": ("Kế hoạch không có nhóm nhiệm vụ.", "The plan has no task groups."),
    "legal_basis": ("Căn cứ pháp lý", "Legal basis"),
    # The documents.
    "timeline": ("Văn bản viện dẫn theo thời gian", "Cited documents over time"),
    "date": ("Ngày", "Date"),
    "cited_in": ("Viện dẫn ở", "Cited in"),
    "group_number": ("nhóm {}", "group {}"),
    "undated": ("không rõ", "unknown"),
    "no_documents": ("Kế hoạch không viện dẫn văn bản nào.", "The plan cites no documents."),
    # What is not known.
    "coverage": ("Phạm vi và những gì chưa biết", "Coverage and what is unknown"),
    "looked": (
        "{rules} quy tắc đã xem {points} điểm của kế hoạch.",
        "{rules} rules looked at {points} points of the plan.",
    ),
    "results_count": ("Có {} kết quả được đối chiếu.", "{} results were held against the plan."),
    "results_unused": (
        "Có {} kết quả, chưa dùng để đánh giá vì chưa nêu ngày.",
        "{} results are there, not used: no day to judge from was given.",
    ),
    "not_checked": ("Chưa kiểm tra được", "Not checked"),
    "without_data": ("Chưa đánh giá được", "Not judged"),
    "not_computed": ("Không tính được", "Not computed"),
    "remarks": ("Lưu ý về số liệu", "Remarks on the figures"),
    "unmatched": ("Kết quả không khớp chỉ tiêu nào", "Results of no target"),
    "row": ("dòng {}", "row {}"),
    "all_known": ("Không có điểm nào chưa biết.", "Nothing is unknown."),
    "notes": ("Ghi chú và nguồn", "Notes and sources"),
    "source": ("Nguồn", "Source"),
    "retrieved": ("truy cập {}", "retrieved {}"),
    "foot": (
        "Lập bằng govplan từ dữ liệu của kế hoạch. Số liệu tính toán chính xác, chỉ làm tròn khi hiển thị.",
        "Made by govplan from the plan's data. Figures are exact and rounded only where they are shown.",
    ),
    # Two plans.
    "comparison": ("So sánh hai kế hoạch", "Two plans compared"),
    "before": ("Trước", "Before"),
    "after": ("Sau", "After"),
    "plan": ("Kế hoạch", "Plan"),
    "changes": ("Thay đổi của chỉ tiêu", "What became of the targets"),
    "change": ("Thay đổi", "Change"),
    "difference": ("Chênh lệch", "Difference"),
    "unchanged": ("Chỉ tiêu giữ nguyên", "Unchanged targets"),
    "nothing_changed": ("Không có gì thay đổi.", "Nothing changed."),
    "no_changes": ("Không chỉ tiêu nào thay đổi.", "No target changed."),
    "group_changes": ("Thay đổi của nhóm nhiệm vụ", "What became of the task groups"),
    "group_renumbered": ("đổi số {old} → {new}", "renumbered {old} → {new}"),
    "document_changes": ("Thay đổi về văn bản viện dẫn", "Documents cited anew and no longer"),
    "anew": ("Viện dẫn thêm", "Cited anew"),
    "no_longer": ("Không còn viện dẫn", "No longer cited"),
    "not_compared": ("Những gì không so được", "What could not be compared"),
    # Many plans.
    "many": ("{} kế hoạch", "{} plans"),
    "plans": ("Các kế hoạch", "The plans"),
    "together": ("Chỉ tiêu có ở nhiều kế hoạch", "Targets that several plans have"),
    "together_note": (
        "Xếp theo mức phấn đấu ở những chỉ tiêu so được với nhau; chỉ đối chiếu theo mã, không theo tên gần giống.",
        "Ranked where goals compare with one another; targets meet by their codes, never by similar names.",
    ),
    "rank": ("Hạng", "Rank"),
    "not_in": ("Không có ở {} kế hoạch: {}", "Not in {} plans: {}"),
    "none_together": ("Không chỉ tiêu nào có ở hai kế hoạch.", "No target is in two plans."),
}


def phrases(lang: Lang) -> dict[str, str]:
    """Return the words of one language by their keys.

    >>> phrases("vi")["goal"], phrases("en")["goal"]
    ('Mức đề ra', 'Goal')
    """
    return {key: words[0 if lang == "vi" else 1] for key, words in _PHRASES.items()}
