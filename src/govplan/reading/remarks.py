"""What the reader says of its own decisions, in both languages; *not* here: the decisions."""

from __future__ import annotations

from decimal import Decimal

from govplan.values.number import plain
from govplan.values.text import Text

__all__ = [
    "ADDS_UP",
    "COMPOSITION",
    "DENOMINATOR",
    "DENOMINATOR_QUESTION",
    "DOES_NOT_ADD_UP",
    "EVENT",
    "GROWTH_OF_PARTS",
    "NAMELESS",
    "NAME_INHERITED",
    "NEED",
    "NOTATION",
    "NOTATION_QUESTION",
    "NOT_STATED",
    "OF",
    "PAST",
    "POINTS",
    "POINTS_QUESTION",
    "RELATIVE",
    "RESPECTIVE",
    "RESTATED",
    "SHARE",
    "TASKS",
    "TIMES",
    "TIMES_QUESTION",
    "ZERO",
    "not_a_hundred",
    "unequal",
]

POINTS = Text(
    "Chỉ số là một tỷ lệ nên mức tăng, giảm theo % được hiểu là điểm phần trăm",
    "The indicator is itself a share, so its change in % was read as percentage points",
)
POINTS_QUESTION = Text(
    "Mức này là điểm phần trăm hay là % của mức đầu kỳ?", "Is the change in percentage points, or in % of the baseline?"
)
RELATIVE = Text(
    "Chỉ số không phải là tỷ lệ nên mức tăng, giảm theo % được hiểu là so với mức đầu kỳ",
    "The indicator is no share, so its change in % was read as relative to the baseline",
)
ADDS_UP = Text("Các bộ phận cộng lại đúng bằng tổng: phân chia trọn vẹn", "The parts add up to the whole: a partition")
DOES_NOT_ADD_UP = Text(
    "Các bộ phận không cộng lại bằng tổng: mỗi bộ phận chỉ là một phần", "The parts do not add up to the whole: subsets"
)
GROWTH_OF_PARTS = Text(
    "Mức tăng, giảm của bộ phận không bị chặn bởi mức của tổng: mẫu số riêng",
    "Changes of parts are not bounded by the whole's: each has its own denominator",
)
DENOMINATOR = Text(
    "Tỷ lệ của bộ phận được hiểu là tính trên cùng mẫu số với tổng",
    "The part's share was read as one of the whole's denominator",
)
DENOMINATOR_QUESTION = Text(
    "Tỷ lệ của bộ phận tính trên mẫu số của tổng hay trên mẫu số riêng?",
    "Is the part's share one of the whole's denominator, or of its own?",
)
COMPOSITION = Text("Một phần của cơ cấu 100%", "One part of a composition of 100%")
RESTATED = Text(
    "Số liệu đi kèm nhắc lại chỉ tiêu dưới dạng khác, không thành chỉ tiêu riêng",
    "A figure beside it states the same target in another way; it is no target of its own",
)
NAME_INHERITED = Text("Tên lấy theo chỉ tiêu đứng trước", "The name is that of the target before it")
RESPECTIVE = Text(
    "Tên và số liệu được ghép theo thứ tự (lần lượt, tương ứng)", "Names and figures were paired in order"
)
SHARE = Text(
    "Tỷ lệ trong số đếm đứng trước là một chỉ tiêu riêng, không phải bộ phận cùng đơn vị",
    "A share of the count before it is a target of its own, no part in the same unit",
)
ZERO = Text("Lời văn nêu mức bằng 0", "The words commit to none, which is 0")
OF = Text("Tử số là chỉ tiêu; mẫu số cho biết tổng số", "The first number is the target; the second tells the total")
TIMES = Text(
    "Số lần được giữ nguyên như bản in: mức so với kỳ gốc tính bằng lần, không đổi ra %",
    "The number of times is kept as printed: the level over that of the baseline, not turned into %",
)
TIMES_QUESTION = Text(
    "Tăng lên bằng ngần ấy lần hay tăng thêm ngần ấy lần?", "Is it to so many times, or by so many times?"
)
NOTATION = Text(
    "Cách viết số có thể hiểu theo hai cách", "The number is written in a way that can be read as one of two numbers"
)
NOTATION_QUESTION = Text("Dấu chấm, phẩy trong số này có nghĩa gì?", "What does the point or comma in the number mean?")
PAST = Text("Kết quả đã đạt hoặc ước đạt, không phải chỉ tiêu", "A result or an estimate of one, no target")
NEED = Text("Nhu cầu vốn, kinh phí, không phải chỉ tiêu", "A need for funds, no target")
TASKS = Text("Số lượng nhiệm vụ, văn bản, chỉ tiêu, không phải chỉ tiêu", "A count of tasks or documents, no target")
EVENT = Text("Số liệu về một sự việc, không phải chỉ tiêu", "A figure of an event, no target")
NAMELESS = Text("Không rõ số liệu nói về chỉ số nào", "The words do not say what the figure measures")
NOT_STATED = Text("Con số không được nêu như một mức phải đạt", "The number is not stated as something to reach")


def unequal(total: Decimal, stated: Decimal) -> tuple[Text, Text]:
    """Return what is said, and asked, of parts that make another sum than their whole.

    >>> unequal(Decimal(11000), Decimal(10000))[0].in_language("en")
    'The parts make 11,000, the whole is 10,000'
    """
    parts, whole = _printed(total), _printed(stated)
    return Text(
        f"Các bộ phận cộng lại được {parts[0]}, tổng là {whole[0]}",
        f"The parts make {parts[1]}, the whole is {whole[1]}",
    ), Text(
        f"Các bộ phận cộng lại được {parts[0]}, tổng là {whole[0]}: số nào sai, hay các bộ phận trùng nhau, còn thiếu?",
        f"The parts make {parts[1]}, the whole is {whole[1]}: is a figure wrong, do parts overlap, or is one missing?",
    )


def not_a_hundred(total: Decimal) -> tuple[Text, Text]:
    """Return what is said, and asked, of the shares of a composition that make no 100 %.

    >>> not_a_hundred(Decimal(101))[0].in_language("en")
    'The shares of the composition make 101%'
    """
    vi, en = _printed(total)
    return Text(f"Các tỷ lệ trong cơ cấu cộng lại được {vi}%", f"The shares of the composition make {en}%"), Text(
        f"Cơ cấu cộng lại được {vi}%, không phải 100%: số nào sai?",
        f"The composition makes {en}%, not 100%: which figure is wrong?",
    )


def _printed(number: Decimal) -> tuple[str, str]:
    """Return a number as Vietnamese and as English print it."""
    whole, _, decimals = plain(number).partition(".")
    decimals = decimals.rstrip("0")
    english = f"{int(whole):,}" + (f".{decimals}" if decimals else "")
    return english.translate(str.maketrans(",.", ".,")), english
