"""How generated prose lays out targets and task groups; *not* here: their words (`prose_clauses`), heads (`prose`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import frozen
from hypothesis import strategies as st

from govplan.legal import LegalReference
from govplan.model import TaskGroup
from govplan.testing.legal import legal_references
from govplan.testing.prose_scene import Clause
from govplan.values import Period

__all__ = [
    "GROUP_LAYOUTS",
    "Group",
    "announced",
    "capital",
    "distinct",
    "group",
    "in_period",
    "lay_out_groups",
    "lay_out_targets",
    "references",
]

_TWO, _FOUR, _EIGHT = st.integers(0, 1), st.integers(0, 3), st.integers(0, 7)
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NUMBERS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def in_period(period: Period) -> str:
    """Return "năm 2023" or "giai đoạn 2021-2025"."""
    first, last = period.start.year, period.end.year
    return f"năm {first}" if first == last else f"giai đoạn {first}-{last}"


def lay_out_targets(draw: st.DrawFn, clauses: Sequence[Clause], when: str) -> str:
    """Print targets as a sentence with semicolons, as bullets, numbered or lettered; `when` such as "năm 2023"."""
    layout = draw(_EIGHT)
    is_flat = all(not clause.lines for clause in clauses)
    if layout < 3 and is_flat:
        lead = draw(
            st.sampled_from(
                (
                    f"Chỉ tiêu đề ra của ngành {when} là: ",
                    f"Mục tiêu {when}: ",
                    f"{capital(when)}, toàn tỉnh phấn đấu đạt các chỉ tiêu sau: ",
                )
            )
        )
        inside = _numbered_inside if layout == 0 else _one_after_another
        return f"{lead}{inside(clauses)}."
    lead = draw(
        st.sampled_from((f"Các chỉ tiêu chủ yếu {when}:", f"Một số chỉ tiêu {when} gồm:", f"Chỉ tiêu cụ thể {when}:"))
    )
    mark = (_dash, _bullet, _number, _letter)[layout % 4]
    end = draw(st.sampled_from((";", ".", "")))
    return "\n".join([lead, *_items(clauses, mark, end)])


def _one_after_another(clauses: Sequence[Clause]) -> str:
    return "; ".join(clause.text for clause in clauses)


def _numbered_inside(clauses: Sequence[Clause]) -> str:
    return "; ".join(f"({ordinal}) {clause.text}" for ordinal, clause in enumerate(clauses, 1))


def _items(clauses: Sequence[Clause], mark: Callable[[int], str], end: str) -> list[str]:
    lines: list[str] = []
    for ordinal, clause in enumerate(clauses, 1):
        close = "." if ordinal == len(clauses) and end == ";" else end
        if not clause.lines:
            lines.append(f"{mark(ordinal)} {capital(clause.text)}{close}")
            continue
        lines.append(f"{mark(ordinal)} {capital(clause.text)}")
        below = "+" if mark(1) != "+" else "-"
        lines += [f"  {below} {capital(line)}{end}" for line in clause.lines[:-1]]
        lines.append(f"  {below} {capital(clause.lines[-1])}{close}")
    return lines


def capital(text: str) -> str:
    """Return the text with a capital letter at its start."""
    return text[0].upper() + text[1:]


def _dash(_: int) -> str:
    return "-"


def _bullet(_: int) -> str:
    return "•"


def _number(ordinal: int) -> str:
    return f"{ordinal}."


def _letter(ordinal: int) -> str:
    return f"{_LETTERS[ordinal - 1]})"


def _roman(ordinal: int) -> str:
    return f"{_ROMAN[ordinal - 1]}."


@frozen
class Group:
    """A task group as printed: its words without a mark, in small letters and without an end, and what it cites."""

    text: str
    references: tuple[LegalReference, ...]

    def model(self, ordinal: int) -> TaskGroup:
        """Return the group as a plan holds it; the title is its first words."""
        title = self.text.split(",", maxsplit=1)[0].split(" theo ")[0]
        return TaskGroup(ordinal, capital(title), legal_references=self.references)


_VERBS = ("đẩy mạnh", "tập trung", "tiếp tục", "tăng cường", "nâng cao hiệu quả", "chú trọng", "triển khai")
_WORKS = (
    "công tác tuyên truyền pháp luật lao động",
    "phát triển giáo dục nghề nghiệp gắn với nhu cầu của doanh nghiệp",
    "thực hiện chính sách ưu đãi người có công với cách mạng",
    "trợ giúp xã hội đúng đối tượng",
    "giảm nghèo bền vững ở vùng đồng bào dân tộc thiểu số",
    "bảo vệ, chăm sóc trẻ em",
    "phòng, chống tệ nạn xã hội",
    "thanh tra, kiểm tra việc chấp hành pháp luật",
    "cải cách hành chính và chuyển đổi số",
    "tháo gỡ khó khăn cho sản xuất, kinh doanh",
    "giải ngân vốn đầu tư công",
    "cơ cấu lại ngành nông nghiệp",
    "quản lý tài nguyên, bảo vệ môi trường",
    "củng cố y tế cơ sở",
    "bảo đảm quốc phòng, an ninh",
    "hội nhập quốc tế và đối ngoại",
)
_MORE = (
    ", gắn với trách nhiệm của người đứng đầu",
    ", bảo đảm công khai, minh bạch",
    " trên địa bàn tỉnh",
    ", phát huy vai trò của cộng đồng dân cư",
    "",
    "",
)


def group(draw: st.DrawFn, taken: set[str], reference: st.SearchStrategy[LegalReference]) -> Group:
    """Draw a task group whose work is not in `taken`, and take it."""
    work = draw(st.sampled_from([each for each in _WORKS if each not in taken]))
    taken.add(work)
    text = f"{draw(st.sampled_from(_VERBS))} {work}{draw(st.sampled_from(_MORE))}"
    cited = distinct([draw(reference) for _ in range(draw(st.sampled_from((0, 0, 1, 1, 2))))])
    if cited:
        text = f"{text} theo {' và '.join(map(str, cited))}"
    return Group(text, cited)


def distinct(cited: Iterable[LegalReference]) -> tuple[LegalReference, ...]:
    """Return the references to documents that none before refers to."""
    return tuple({reference.identity: reference for reference in cited}.values())


def references(latest: object) -> st.SearchStrategy[LegalReference]:
    """Generate what groups cite: sound, numbered references."""
    return legal_references(sound=True, numbered=True, latest=latest)  # type: ignore[arg-type]


GROUP_LAYOUTS = ("numbered", "roman", "lettered", "dashed", "paragraphs", "ordinals", "counted")
"""How task groups are laid out; `paragraphs` have no mark, `ordinals` and `counted` share one paragraph."""


def announced(draw: st.DrawFn, count: int) -> str:
    """Print how many groups there are: 15 nhóm nhiệm vụ trọng tâm, ba nhóm nhiệm vụ."""
    number = _NUMBERS[count] if count < len(_NUMBERS) and draw(_TWO) else f"{count:02d}" if draw(_TWO) else str(count)
    return f"{number} {draw(st.sampled_from(('nhóm nhiệm vụ', 'nhóm nhiệm vụ trọng tâm', 'nhóm nhiệm vụ, giải pháp')))}"


def lay_out_groups(groups: Sequence[Group], layout: str, lead: str) -> str:
    """Print groups behind words that announce them, without an end: "… thực hiện 3 nhóm nhiệm vụ"."""
    if layout == "ordinals":
        parts = (f"thứ {word}, {each.text}" for word, each in zip(_ORDINALS, groups, strict=False))
        return f"{lead}: {'; '.join(parts)}."
    if layout == "counted":
        return f"{lead}: {'; '.join(f'({ordinal}) {each.text}' for ordinal, each in enumerate(groups, 1))}."
    if layout == "paragraphs":
        return "\n\n".join((f"{lead} gồm:", *(f"{capital(each.text)}." for each in groups)))
    mark = {"numbered": _number, "roman": _roman, "lettered": _letter, "dashed": _dash}[layout]
    lines = [f"{mark(ordinal)} {capital(each.text)}." for ordinal, each in enumerate(groups, 1)]
    return "\n".join((f"{lead}:", *lines))
