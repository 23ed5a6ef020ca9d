"""What is said of rows of results, in both languages; *not* here: when (`rows`)."""

from __future__ import annotations

from govplan.files.problem import FormError
from govplan.model import Target
from govplan.values import Period, Text

__all__ = [
    "LEVEL_OR_CHANGE",
    "NOBODYS_JUDGEMENT",
    "NO_FIGURE",
    "NO_TARGET",
    "contradicts",
    "in_words",
    "other_plan",
    "other_unit",
    "two_targets",
    "without_time",
    "without_unit",
]

NO_FIGURE = Text(
    "chưa có số liệu: dòng này không có con số nào; hãy bổ sung khi có",
    "no figure yet: the row has no number; add it when there is one",
)
"""Why a row without a number is listed."""

NOBODYS_JUDGEMENT = Text(
    "đánh giá không thuộc số nào: dòng không có số liệu của đúng thời hạn chỉ tiêu; hãy ghi đánh giá cạnh số liệu đó",
    "judgement of no figure: the row has none for the target's own time; write the judgement beside that figure",
)
"""What is said of a judgement beside no figure of the target's own time."""

LEVEL_OR_CHANGE = Text(
    "không rõ mức hay mức thay đổi: chỉ tiêu là mức tăng, giảm; hãy đặt số vào cột mức thay đổi, tốc độ tăng hoặc giá "
    "trị, mức giảm ghi số âm",
    "level or change: the goal is a change, and the column says neither; put the number into a column change, "
    "relative_change or value, reductions negative",
)
"""Why a number under a goal that is a change is listed."""

NO_TARGET = FormError(
    "result without a target: found none; write the id of a target, or the name of its indicator",
    "kết quả không ghi chỉ tiêu: không thấy; hãy ghi mã chỉ tiêu hoặc tên chỉ tiêu",
)
"""What is wrong with a row that names no target."""


def in_words(text: str) -> Text:
    """Return why a result in words is none."""
    return Text(
        f"kết quả không phải một con số: gặp {text!r:.80}; hãy ghi một con số nếu có",
        f"result that is no single number: found {text!r:.80}; write the number if there is one",
    )


def two_targets(one: str, two: str) -> FormError:
    """Return the error for a row whose id and name are two targets'."""
    return FormError(
        f"two targets in one row: found the id {one} and the name of {two}; mend one of them",
        f"hai chỉ tiêu trong một dòng: gặp mã {one} và tên của {two}; hãy sửa một trong hai",
    )


def contradicts(words: str) -> FormError:
    """Return the error for a status or mode that is not its heading's."""
    return FormError(
        f"against its column: found another word than the heading's {words}; mend one of them",
        f"trái với tiêu đề cột: gặp từ khác với {words} của tiêu đề; hãy sửa một trong hai",
    )


def without_time(horizon: Period) -> FormError:
    """Return the error for a row of a long target that does not say when."""
    return FormError(
        f"result without a time: found none, and the target is for {horizon}; add a column period, or say it in the "
        "heading",
        f"kết quả không ghi thời gian: chỉ tiêu là của {horizon}; hãy thêm cột kỳ, hoặc ghi kỳ trong tiêu đề",
    )


def other_unit(found: str, wanted: str) -> FormError:
    """Return the error for a number in a unit that measures something else."""
    return FormError(
        f"units that measure different things: found {found:.80}, the target has {wanted:.80}; mend the unit",
        f"đơn vị đo những thứ khác nhau: gặp {found:.80}, chỉ tiêu dùng {wanted:.80}; hãy sửa đơn vị",
    )


def without_unit(found: str) -> FormError:
    """Return the error for a number with a unit where the indicator has none."""
    return FormError(
        f"unit of a target that has none: found {found:.80}; leave the unit out, or give the indicator one in the plan",
        f"đơn vị của chỉ tiêu không có đơn vị: gặp {found:.80}; hãy bỏ đơn vị, hoặc thêm đơn vị vào kế hoạch",
    )


def other_plan(printed: str, target: Target) -> Text:
    """Return what is said of a planned figure that is not the plan's."""
    return Text(
        f"kế hoạch in khác với mức của chỉ tiêu: gặp {printed:.80}, kế hoạch ghi {target}; hãy đối chiếu bản gốc",
        f"planned figure otherwise than in the plan: found {printed:.80}, the plan has {target}; compare with the "
        "original",
    )
