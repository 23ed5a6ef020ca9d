"""Why a figure is not given, as a code and one sentence; *not* here: who finds that out (`sums`, `assessment`)."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from govplan.errors import Lang
from govplan.values.conversion import member_of

__all__ = ["Refusal", "Why"]


class Why(Enum):
    """Why there is no figure (lý do không có số liệu); the code that programs read."""

    # What may not be added.
    NOT_ADDITIVE = "not_additive"
    SHARES = "shares"
    WEIGHT_MISSING = "weight_missing"
    WEIGHT_NEGATIVE = "weight_negative"
    WEIGHTS_ZERO = "weights_zero"
    MEASURE_UNKNOWN = "measure_unknown"
    DEFINITIONS_DIFFER = "definitions_differ"
    UNITS_DIFFER = "units_differ"
    BASES_DIFFER = "bases_differ"
    RELATIVE_WITHOUT_BASELINE = "relative_without_baseline"
    WORDS = "words"
    NO_COMMON_BOUND = "no_common_bound"
    SUBSET = "subset"
    OVERLAP = "overlap"
    PERIODS_APART = "periods_apart"
    TERRITORY_CHANGED = "territory_changed"
    TERRITORY_SPLIT = "territory_split"
    VALUE_MISSING = "value_missing"
    NO_VALUE = "no_value"
    COUNTED_ONCE = "counted_once"
    LOCAL = "local"
    LEVELS_MIXED = "levels_mixed"
    LEVEL_UNKNOWN = "level_unknown"
    TERRITORY_UNKNOWN = "territory_unknown"
    CHANGES_OVER_TIME = "changes_over_time"
    NOT_OVER_TIME = "not_over_time"
    TIMES_DIFFER = "times_differ"
    ID_TWICE = "id_twice"
    DENOMINATORS_ZERO = "denominators_zero"
    ABOVE_LEVEL = "above_level"
    # What cannot be followed.
    NO_RESULT = "no_result"
    NOT_DUE = "not_due"
    NOT_BEGUN = "not_begun"
    PART_OF_TIME = "part_of_time"
    UNDECIDED = "undecided"
    NO_BASELINE = "no_baseline"
    BASELINE_AT_GOAL = "baseline_at_goal"
    BASELINE_NOT_POSITIVE = "baseline_not_positive"
    GOAL_NOT_POSITIVE = "goal_not_positive"
    LIMIT = "limit"
    OTHER_BASIS = "other_basis"
    MODES_MIXED = "modes_mixed"
    STATED_TWICE = "stated_twice"
    PARTS_MISSING = "parts_missing"
    DOWNWARD = "downward"
    NO_DIRECTION = "no_direction"
    OUT_OF_BOUNDS = "out_of_bounds"
    # What cannot be compared.
    GOALS_DIFFER = "goals_differ"
    UNIT_MISSING = "unit_missing"
    SPANS_DIFFER = "spans_differ"
    OTHER_TERRITORY = "other_territory"


# One sentence a code: what is the matter, what was found, what to do instead. Each is filled with a refusal's facts.
_SENTENCES: dict[Why, tuple[str, str]] = {
    Why.NOT_ADDITIVE: (
        "{what} may not be added: found {measure}; give weights for a mean, and keep an index apart",
        "{what} không cộng được: gặp {measure}; hãy cho trọng số nếu là số bình quân, và để riêng nếu là chỉ số",
    ),
    Why.SHARES: (
        "shares of different wholes may not be added: found {what}; give weights, or targets for the numerator and "
        "the denominator",
        "tỷ lệ trên các tổng khác nhau không cộng được: gặp {what}; hãy cho trọng số, hoặc chỉ tiêu của tử số và "
        "mẫu số",
    ),
    Why.WEIGHT_MISSING: (
        "no weight for {who}: a weighted mean needs one for every value; give it, or leave that plan out",
        "thiếu trọng số của {who}: bình quân gia quyền cần trọng số cho mọi giá trị; hãy cho trọng số, hoặc bỏ kế "
        "hoạch đó ra",
    ),
    Why.WEIGHT_NEGATIVE: (
        "negative weight of {who}: found {found}; give 0 or more",
        "trọng số âm của {who}: gặp {found}; hãy cho số từ 0 trở lên",
    ),
    Why.WEIGHTS_ZERO: (
        "the weights of {what} sum to 0: nothing to divide by; give weights above 0",
        "tổng trọng số của {what} bằng 0: không chia được; hãy cho trọng số lớn hơn 0",
    ),
    Why.MEASURE_UNKNOWN: (
        "what may be done with {what} is not known: its measure is not stated; write measure: flow, stock, ratio, mean "
        "or index",
        "chưa biết được phép tính gì với {what}: chưa ghi loại đại lượng; hãy ghi measure: flow, stock, ratio, mean "
        "hoặc index",
    ),
    Why.DEFINITIONS_DIFFER: (
        "{what} is defined in two ways: found {one} and {two}; mend the definitions, or keep the plans apart",
        "{what} được định nghĩa theo hai cách: gặp {one} và {two}; hãy sửa định nghĩa, hoặc để riêng các kế hoạch",
    ),
    Why.UNITS_DIFFER: (
        "units that measure different things: found {one} and {two} for {what}; convert one, or keep them apart",
        "đơn vị đo những thứ khác nhau: gặp {one} và {two} ở {what}; hãy quy đổi, hoặc để riêng",
    ),
    Why.BASES_DIFFER: (
        "levels and changes of {what} do not add: found {one} and {two}; give the baselines that bring them together",
        "mức và mức thay đổi của {what} không cộng được: gặp {one} và {two}; hãy cho giá trị gốc để quy về một loại",
    ),
    Why.RELATIVE_WITHOUT_BASELINE: (
        "relative changes of {what} do not add without baselines: {who} has none above 0; give it",
        "mức tăng giảm theo % của {what} không cộng được nếu thiếu giá trị gốc: {who} không có giá trị gốc lớn hơn 0; "
        "hãy bổ sung",
    ),
    Why.WORDS: (
        "{what} is a goal in words: a person judges it; give a number to compute with",
        "{what} là chỉ tiêu định tính: cần người đánh giá; hãy cho một con số nếu muốn tính",
    ),
    Why.NO_COMMON_BOUND: (
        "a floor and a ceiling have no sum: found {one} and {two} for {what}; keep them apart",
        "mức sàn và mức trần không cộng được: gặp {one} và {two} ở {what}; hãy để riêng",
    ),
    Why.SUBSET: (
        "parts of {what} that lie within it are not added: found {relation}; read the whole's own figure",
        "các bộ phận nằm trong {what} không được cộng: gặp {relation}; hãy dùng số liệu của chính tổng thể",
    ),
    Why.OVERLAP: (
        "what overlaps may not be added: found {one} and {two}, {cause_en}; leave one of them out",
        "không được cộng phần trùng nhau: gặp {one} và {two}, {cause_vi}; hãy bỏ một trong hai",
    ),
    Why.PERIODS_APART: (
        "periods of {what} do not follow one another: found {one}, then {two}; add the periods between, or group by "
        "period",
        "các kỳ của {what} không liên tiếp: gặp {one}, rồi {two}; hãy thêm các kỳ ở giữa, hoặc nhóm theo kỳ",
    ),
    Why.TERRITORY_CHANGED: (
        "the territory of {what} changed between the periods: found {one} and {two}; bring both "
        "onto the units of one day with territory=, of what was divided a day before that",
        "địa bàn của {what} thay đổi giữa các kỳ: gặp {one} và {two}; hãy quy về đơn vị của cùng một ngày qua "
        "territory=, nếu có chia tách thì chọn ngày trước khi chia",
    ),
    Why.TERRITORY_SPLIT: (
        "{one} was divided among {two}: its figure belongs to no one of them; name a day with territory= when it "
        "was one",
        "{one} đã được chia cho {two}: số liệu không thuộc riêng đơn vị nào; hãy cho qua territory= một ngày khi còn "
        "là một đơn vị",
    ),
    Why.VALUE_MISSING: (
        'no value of {what} for {who}: a sum without it would be too small; add it, or ask for missing="present"',
        'thiếu giá trị của {what} ở {who}: cộng thiếu sẽ ra số nhỏ hơn thật; hãy bổ sung, hoặc dùng missing="present"',
    ),
    Why.NO_VALUE: (
        "nothing to add up for {what}: no plan has a value; add results or goals with numbers",
        "không có gì để cộng cho {what}: không kế hoạch nào có giá trị; hãy thêm kết quả hoặc chỉ tiêu có số",
    ),
    Why.COUNTED_ONCE: (
        "{what} is counted once: {holder} holds it already; read that one, or, of two places, group by "
        "jurisdiction to see both",
        "{what} chỉ tính một lần: {holder} đã gồm phần này; hãy xem chỉ tiêu đó, hoặc nếu thuộc hai địa bàn thì nhóm "
        "theo địa bàn để thấy cả hai",
    ),
    Why.LOCAL: (
        "{what} meets no other target: its indicator has neither id nor code; give it one, or name it in mapping",
        "{what} không đối chiếu được với chỉ tiêu khác: chưa có id hay mã; hãy bổ sung, hoặc nêu trong mapping",
    ),
    Why.LEVELS_MIXED: (
        "units of two levels for {what}: found {one} and {two}, and whether one lies in the other is not known or not "
        "at the same time; aggregate along one level, or write within",
        "đơn vị khác cấp ở {what}: gặp {one} và {two}, chưa rõ đơn vị này có nằm trong đơn vị kia cùng lúc hay không; "
        "hãy tổng hợp theo một cấp, hoặc ghi within",
    ),
    Why.LEVEL_UNKNOWN: (
        "which {level} {who} belongs to is not known; write within for it, or leave the plan out",
        "chưa rõ {who} thuộc {level} nào; hãy ghi within cho đơn vị này, hoặc bỏ kế hoạch đó ra",
    ),
    Why.TERRITORY_UNKNOWN: (
        "what {who} was or became on {day} is not known; name its predecessors or successors, or leave the plan out",
        "chưa rõ {who} là đơn vị nào vào ngày {day}; hãy ghi predecessors hoặc successors, hoặc bỏ kế hoạch đó ra",
    ),
    Why.CHANGES_OVER_TIME: (
        "changes of {what} do not add over time, for its levels do not: found {one} to {two}; group by period",
        "mức thay đổi của {what} không cộng theo thời gian, vì giá trị cũng không cộng: gặp {one} đến {two}; hãy nhóm "
        "theo kỳ",
    ),
    Why.NOT_OVER_TIME: (
        "{what} does not add over time: found {measure} of {one} and {two}; group by period",
        "{what} không cộng được theo thời gian: gặp {measure} của {one} và {two}; hãy nhóm theo kỳ",
    ),
    Why.TIMES_DIFFER: (
        "parts of {what} for different times do not add up to it: found {one} and {two}; state all of them for the "
        "time of the whole",
        "các bộ phận của {what} thuộc các kỳ khác nhau nên không cộng thành tổng thể: gặp {one} và {two}; hãy ghi tất "
        "cả theo kỳ của tổng thể",
    ),
    Why.ID_TWICE: (
        "several targets are called {who}: whose figure is meant cannot be told; give each an id of its own",
        "nhiều chỉ tiêu cùng có mã {who}: không rõ số liệu là của chỉ tiêu nào; hãy đặt mã riêng cho từng chỉ tiêu",
    ),
    Why.DENOMINATORS_ZERO: (
        "the denominators of {what} sum to {found}: nothing to divide by; mend the targets for the denominator",
        "tổng các mẫu số của {what} là {found}: không chia được; hãy sửa chỉ tiêu của mẫu số",
    ),
    Why.ABOVE_LEVEL: (
        "{who} stands above the level asked for, {level}: it belongs to none of them; leave the plan out, or keep "
        "places apart by jurisdiction",
        "{who} ở trên cấp được hỏi là {level}: không thuộc riêng đơn vị nào; hãy bỏ kế hoạch đó ra, hoặc để riêng theo "
        "jurisdiction",
    ),
    Why.NO_RESULT: (
        "no result yet for {what}: nothing was reported up to {day}; add one to the results",
        "{what} chưa có số liệu: đến {day} chưa có báo cáo; hãy bổ sung kết quả",
    ),
    Why.NOT_DUE: (
        "{what} is not due yet: its time ends {end}; judge it from then on",
        "{what} chưa đến hạn: thời hạn đến {end}; hãy đánh giá từ ngày đó",
    ),
    Why.NOT_BEGUN: (
        "the time of {what} has not begun: it starts {start}; nothing can be expected before",
        "{what} chưa bắt đầu: bắt đầu từ {start}; trước đó chưa thể đánh giá",
    ),
    Why.PART_OF_TIME: (
        "the results of {what} cover {found} only, not {wanted}; report what is missing, or a figure since the start",
        "kết quả của {what} chỉ gồm {found}, chưa đủ {wanted}; hãy bổ sung phần thiếu, hoặc số lũy kế từ đầu kỳ",
    ),
    Why.UNDECIDED: (
        "{what} cannot be decided from what was reported: found {found} for “{goal}”; report it on the goal's own "
        "basis, or state a tolerance",
        "không xác định được {what} từ số liệu đã báo cáo: gặp {found} cho “{goal}”; hãy báo cáo theo đúng căn cứ của "
        "chỉ tiêu, hoặc ghi dung sai",
    ),
    Why.NO_BASELINE: (
        "{what} has no baseline: without the level it starts from there is no way to measure; add baseline",
        "{what} không có giá trị gốc: thiếu mức xuất phát thì không đo được quãng đường; hãy thêm baseline",
    ),
    Why.BASELINE_AT_GOAL: (
        "the baseline of {what} is its goal: found {found} for both; there is no way to go, read the attainment",
        "giá trị gốc của {what} bằng mức đề ra: cả hai là {found}; không còn quãng đường, hãy xem kết quả đánh giá",
    ),
    Why.BASELINE_NOT_POSITIVE: (
        "the baseline of {what} is {found}: a relative change needs one above 0; state the goal as a level or a change",
        "giá trị gốc của {what} là {found}: thay đổi tương đối cần giá trị gốc lớn hơn 0; hãy ghi chỉ tiêu theo mức",
    ),
    Why.GOAL_NOT_POSITIVE: (
        "the goal of {what} is {found}: a share of it cannot be taken; read the attainment",
        "mức đề ra của {what} là {found}: không tính được tỷ lệ so với mức này; hãy xem kết quả đánh giá",
    ),
    Why.LIMIT: (
        "{what} is a limit: it is kept or broken, and nobody is on the way to it; read the attainment",
        "{what} là giới hạn: chỉ có giữ được hay vượt quá, không có tiến độ; hãy xem kết quả đánh giá",
    ),
    Why.OTHER_BASIS: (
        "the result of {what} is on another basis than the goal: found {found}; report the goal's own, or add "
        "a baseline",
        "kết quả của {what} khác căn cứ với chỉ tiêu: gặp {found}; hãy báo cáo theo căn cứ của chỉ tiêu, hoặc thêm "
        "giá trị gốc",
    ),
    Why.MODES_MIXED: (
        "the results of {what} do not join: found {one} and {two}; report them in one mode",
        "kết quả của {what} không nối được với nhau: gặp {one} và {two}; hãy báo cáo theo cùng một cách",
    ),
    Why.STATED_TWICE: (
        "{what} has two results for one time: found {one} and {two}; keep the right one",
        "{what} có hai kết quả cho cùng một thời điểm: gặp {one} và {two}; hãy giữ số đúng",
    ),
    Why.PARTS_MISSING: (
        "{what} has no result, nor have all its parts: none for {who}; report the whole, or what is missing",
        "{what} chưa có số liệu, các bộ phận cũng chưa đủ: thiếu {who}; hãy báo cáo tổng thể, hoặc phần còn thiếu",
    ),
    Why.DOWNWARD: (
        "{what} is to come down: a share of {goal} would grow as things get worse; read the way from a baseline, or "
        "the attainment",
        "{what} cần giảm: tỷ lệ so với {goal} càng lớn lại càng kém; hãy xem tiến độ tính từ giá trị gốc, hoặc kết quả "
        "đánh giá",
    ),
    Why.NO_DIRECTION: (
        "which way {what} is to go is not known: found “{goal}” and no polarity; write polarity: higher or lower",
        "chưa biết {what} cần tăng hay giảm: gặp “{goal}” mà không có polarity; hãy ghi polarity: higher hoặc lower",
    ),
    Why.OUT_OF_BOUNDS: (
        "{what} sums to more than a number holds: found {found}; check the figures and their unit",
        "tổng của {what} vượt quá giới hạn của một số: gặp {found}; hãy kiểm tra số liệu và đơn vị",
    ),
    Why.GOALS_DIFFER: (
        "the goals of {what} ask in different ways: found “{one}” and “{two}”; read them beside each other",
        "chỉ tiêu của {what} đặt theo hai cách: gặp “{one}” và “{two}”; hãy đọc cạnh nhau",
    ),
    Why.UNIT_MISSING: (
        "{what} has a unit on one side only: found {one}; state the other one",
        "{what} chỉ một bên có đơn vị: gặp {one}; hãy ghi đơn vị của bên kia",
    ),
    Why.SPANS_DIFFER: (
        "amounts of {what} over times of different length do not compare: found {one} and {two}; compare plans of one "
        "length",
        "số liệu của {what} trong hai khoảng thời gian dài ngắn khác nhau không so được: gặp {one} và {two}; hãy so "
        "các kế hoạch cùng độ dài",
    ),
    Why.OTHER_TERRITORY: (
        "amounts of {what} are of different territories: found {one} and {two}; compare shares, means or relative "
        "changes",
        "số tuyệt đối của {what} thuộc các địa bàn khác nhau: gặp {one} và {two}; hãy so tỷ lệ, bình quân hoặc mức "
        "thay đổi tương đối",
    ),
}


def why_of(value: Why | str) -> Why:
    """Return the reason that a member or its code means."""
    return member_of(Why, value)


@frozen
class Refusal:
    """Why there is no figure (từ chối tính), in one sentence that says what to do instead.

    `facts` fill the sentence of its reason: pairs of a name and what stands for it, in the order they were given.

    >>> Refusal.of("weight_negative", who="Huế", found="-2").message("en")
    'negative weight of Huế: found -2; give 0 or more'
    """

    why: Why = field(converter=why_of)
    facts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, why: Why | str, **facts: object) -> Refusal:
        """Return the refusal for a reason with the facts that its sentence names."""
        return cls(why, tuple([(name, str(fact)) for name, fact in facts.items()]))

    @property
    def code(self) -> str:
        """The reason as programs read it."""
        return self.why.value

    def message(self, lang: Lang = "en") -> str:
        """Return the sentence in one of the two languages."""
        return _SENTENCES[self.why][lang == "vi"].format_map(dict(self.facts))

    def __str__(self) -> str:
        return self.message("vi")
