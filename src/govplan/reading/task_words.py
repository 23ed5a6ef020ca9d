"""How paragraphs of tasks begin, and how those begin that follow a list; *not* here: where lists stand."""

from __future__ import annotations

import re

__all__ = ["begins_task", "closes_list", "ends_document", "is_aside", "is_caption"]

# Work is written down as an order: the verb first.
_TASKS = re.compile(
    r"(?:tập trung|tiếp tục|triển khai|tăng cường|đẩy mạnh|phân bổ|kiện toàn|tổ chức|thực hiện|xây dựng|phát triển|"
    r"nâng (?:cao|cấp|chất)|hoàn thiện|hoàn thành|chú trọng|phối hợp|rà soát|quản lý|bảo đảm|đảm bảo|huy động|"
    r"khuyến khích|hỗ trợ|mở rộng|đổi mới|củng cố|chủ động|quan tâm|làm tốt|giải quyết|tạo|ưu tiên|phát huy|thúc đẩy|"
    r"kiểm soát|siết chặt|duy trì|nghiên cứu|tham mưu|đào tạo|bồi dưỡng|giám sát|thanh tra|kiểm tra|ứng dụng|đầu tư|"
    r"tuyên truyền|về|đối với|khai thác|bảo vệ|thu hút|cải thiện|cải cách|giữ|phòng|chăm (?:lo|sóc)|nhân rộng|"
    r"vận động|lồng ghép|xử lý|quy hoạch|sắp xếp|hình thành|gắn|trồng|nhóm|thành lập|bố trí|tổng kết|tích cực|"
    r"thường xuyên|nắm|cụ thể|hướng dẫn|tháo gỡ|kịp thời|chấp hành|đa dạng|từng bước|giảm|tăng|đề xuất|ban hành|"
    r"chuẩn bị|hoàn chỉnh|khôi phục|lập|mời gọi|quảng bá|tu bổ|xúc tiến|số hóa|cung cấp|công khai|đơn giản|theo dõi)"
    r"(?!\w)",
    re.IGNORECASE,
)
_CLOSINGS = re.compile(
    r"(?:theo|được biết|ông|bà|đồng chí|trước đó|kế hoạch|chương trình|nghị quyết|ubnd|ủy ban|hđnd|sở|năm|với|trong|"
    r"cùng với|bên cạnh|ngoài ra|phát biểu|để|những|đây|tính đến|hiện|tỉnh|thành phố|giám đốc|chủ tịch|phó|trên cơ sở|"
    r"cũng|dự kiến|kinh phí|thời gian)(?!\w)",
    re.IGNORECASE,
)
# Captions, links and names of authors stand between paragraphs and below the last.
_ASIDES = re.compile(
    r"(?:ảnh|hình|nguồn|video|đồ họa|xem thêm|tin liên quan|bài viết|tác giả|từ khóa|\W*\Z)", re.IGNORECASE
)
_ENDINGS = re.compile(
    r"(?:tin (?:liên quan|cùng chuyên mục|mới|khác)|bài (?:liên quan|viết liên quan)|xem thêm|từ khóa|tags?\s?:|"
    r"nguồn\s?:|tác giả\s?:|nơi nhận|tm\. |tm\.[A-ZĐ]|kt\. |tl\. |tuq\. |t/m |trên đây là|kính trình|"
    r"(?:nghị quyết|kế hoạch|quyết định|chương trình) này (?:đã |được |có hiệu lực)|"
    r"(?:chủ tịch|giám đốc|bộ trưởng|phó chủ tịch|thủ tướng|bí thư)\Z|chia sẻ\Z|bình luận)",
    re.IGNORECASE,
)


def begins_task(words: str) -> bool:
    """Does a paragraph begin as work to be done is written down?

    >>> begins_task("Tiếp tục mở rộng bảo hiểm y tế."), begins_task("Ông Nam cho biết thêm.")
    (True, False)
    """
    return _TASKS.match(words) is not None


def closes_list(words: str) -> bool:
    """Does a paragraph begin as those do that follow a list of tasks?"""
    return _CLOSINGS.match(words) is not None and not begins_task(words)


def is_aside(words: str) -> bool:
    """Is a paragraph a caption, a link or a name, and none of the text?

    >>> is_aside("Ảnh minh họa."), is_aside("Lê Minh")
    (True, True)
    """
    return is_caption(words) or (
        len(words) < 25 and not words.endswith((".", ";", ":", ",")) and not begins_task(words)
    )


def is_caption(words: str) -> bool:
    """Is a paragraph a caption, a source or a link to something else?

    >>> is_caption("Nguồn: Báo Tây Ninh"), is_caption("Đào tạo nghề")
    (True, False)
    """
    return len(words) < 60 and _ASIDES.match(words) is not None


def ends_document(words: str) -> bool:
    """Does what follows a plan begin here: recipients, signatures, links to other news?

    >>> ends_document("Nơi nhận: như trên"), ends_document("Tin liên quan")
    (True, True)
    """
    return _ENDINGS.match(words) is not None
