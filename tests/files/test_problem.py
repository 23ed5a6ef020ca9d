"""Problems of files: where, what, what to do, in both languages and on one line."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govplan.errors import DatasetError, InvalidNumberError
from govplan.files.problem import MAX_PROBLEMS, EnoughError, FormError, Problem, add_problem, pointer_to

STEPS = st.lists(st.one_of(st.text(max_size=5), st.integers(0, 99)))


@given(steps=STEPS)
def test_pointers_lead_back_to_their_steps(steps: list[str | int]) -> None:
    """A JSON Pointer splits into the steps that it was made of, whatever signs they hold."""
    pointer = pointer_to(tuple(steps))
    read = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    assert read == [str(step) for step in steps]


def test_a_problem_takes_its_place_from_the_error() -> None:
    """Steps of the error go behind those where it was met; its line and column are the problem's."""
    error = FormError("a", "b", ("x", 0), (3, 4))
    assert Problem.of(error, ("targets",)) == Problem("/targets/x/0", "a", "b", 3, 4)
    assert Problem.of(InvalidNumberError("a", "b"), ("targets",)) == Problem("/targets", "a", "b")
    assert Problem.of(FormError("a", "b")).located(1, 2).message("vi") == "1:2: b"


@given(pointer=st.text(st.characters(), max_size=10))
def test_a_message_is_one_line_that_can_be_printed(pointer: str) -> None:
    """Whatever a key holds, the message has no breaks and no halves of characters, and any stream takes it."""
    message = Problem(f"/{pointer}", "wrong", "sai").message()
    assert message.isprintable()
    assert message.encode()
    assert message.startswith("wrong [/")


def test_vietnamese_keys_stay_readable() -> None:
    """Only what no printer shows is written out."""
    assert Problem("/chỉ tiêu", "wrong", "sai", 1, 2).message("vi") == "1:2: sai [/chỉ tiêu]"


def test_the_list_has_an_end() -> None:
    """The last of the problems is followed by one that says so, at its place, and nothing more is taken."""
    found: list[Problem] = []
    for number in range(MAX_PROBLEMS - 1):
        add_problem(found, Problem(f"/{number}", "a", "b"))
    with pytest.raises(EnoughError):
        add_problem(found, Problem("/last", "a", "b", 7, 8))
    assert len(found) == MAX_PROBLEMS + 1
    assert (found[-1].pointer, found[-1].line, found[-1].column) == ("/last", 7, 8)


def test_errors_with_problems_can_be_sent_between_processes() -> None:
    """Pickling keeps the file's name and every problem."""
    error = DatasetError("plan.yaml", [Problem("/a", "wrong", "sai", 1, 2)])
    again = pickle.loads(pickle.dumps(error))
    assert again.problems == error.problems
    assert str(again) == str(error) == "plan.yaml:1:2: wrong [/a]"
    assert again.message("vi") == "plan.yaml:1:2: sai [/a]"
