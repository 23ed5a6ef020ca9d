"""How paragraphs of tasks begin, and what stands around them."""

import pytest

from govplan.reading.task_words import begins_task, closes_list, ends_document, is_aside, is_caption


@pytest.mark.parametrize("words", ["Tập trung mở lớp.", "TIẾP TỤC MỞ LỚP", "Về nông nghiệp", "Rà soát đất"])
def test_work_to_be_done_begins_with_its_verb(words: str) -> None:
    """Nothing that begins so closes a list of tasks."""
    assert begins_task(words)
    assert not closes_list(words)


@pytest.mark.parametrize("words", ["Theo ông Nam, việc này khó.", "Năm 2023, tỉnh đã làm tốt.", "UBND tỉnh yêu cầu."])
def test_a_reporters_words_close_a_list(words: str) -> None:
    """Who says what, and what was before, is no task."""
    assert closes_list(words)
    assert not begins_task(words)


@pytest.mark.parametrize("words", ["Ảnh: Minh Anh", "Nguồn: Báo Cà Mau", "Tin liên quan", "***"])
def test_captions_are_told(words: str) -> None:
    """They stand between paragraphs and are none."""
    assert is_caption(words)
    assert is_aside(words)


def test_a_name_alone_is_aside_and_a_task_is_not() -> None:
    """An author signs in a few words without a point."""
    assert is_aside("Thu Hà")
    assert not is_aside("Đào tạo nghề")
    assert not is_aside("Mưa lớn kéo dài ở nhiều huyện miền núi của tỉnh.")


@pytest.mark.parametrize(
    "words", ["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC", "CHỦ TỊCH", "Tin cùng chuyên mục", "Tags: giảm nghèo"]
)
def test_what_follows_a_plan_is_told(words: str) -> None:
    """Recipients, signatures and links."""
    assert ends_document(words)


def test_a_plan_goes_on() -> None:
    """A chairman who does something has not signed yet."""
    assert not ends_document("Chủ tịch UBND huyện báo cáo hằng quý.")
