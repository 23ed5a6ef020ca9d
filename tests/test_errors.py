"""What govplan raises: one family, two languages, every problem of a file at once."""

import copy
import pickle

import pytest
from attrs import frozen

from govplan import errors
from govplan.errors import DatasetError, GovplanError, InvalidValueError, MissingExtraError

EXCEPTIONS = [kind for name in errors.__all__ if isinstance(kind := getattr(errors, name), type)]


@frozen
class Problem:
    """A problem of a file, as `DatasetError` lists them."""

    en: str
    vi: str

    def message(self, lang: errors.Lang = "en") -> str:
        return self.vi if lang == "vi" else self.en


@pytest.mark.parametrize("kind", EXCEPTIONS)
def test_one_name_catches_everything(kind: type[Exception]) -> None:
    """Whoever awaits GovplanError misses nothing that govplan raises."""
    assert issubclass(kind, GovplanError)
    assert kind.__doc__


@pytest.mark.parametrize("kind", [kind for kind in EXCEPTIONS if kind.__name__.startswith("Invalid")])
def test_bad_values_are_value_errors(kind: type[Exception]) -> None:
    """Code that knows nothing of govplan catches a bad value as Python's own ValueError."""
    assert issubclass(kind, InvalidValueError)
    assert issubclass(kind, ValueError)


def test_a_missing_extra_is_an_import_error() -> None:
    """Code that tries an import and falls back does so for govplan's extras too."""
    assert issubclass(MissingExtraError, ImportError)


@pytest.mark.parametrize("kind", [kind for kind in EXCEPTIONS if kind is not DatasetError])
def test_every_message_speaks_both_languages(kind: type[GovplanError]) -> None:
    """English is what str() prints; Vietnamese is asked for."""
    error = kind("no such plan", "không có kế hoạch")
    assert str(error) == error.message() == error.message("en") == "no such plan"
    assert error.message("vi") == "không có kế hoạch"


@pytest.mark.parametrize("kind", [kind for kind in EXCEPTIONS if kind is not DatasetError])
def test_errors_travel_between_processes(kind: type[GovplanError]) -> None:
    """A pickled error is the same error, with both its messages."""
    twin = pickle.loads(pickle.dumps(kind("no such plan", "không có kế hoạch")))
    assert type(twin) is kind
    assert (twin.message("en"), twin.message("vi")) == ("no such plan", "không có kế hoạch")


def test_a_dataset_error_lists_every_problem_with_the_file() -> None:
    """One line for each problem, each after the name that the user gave, in the language asked for."""
    error = DatasetError("plan.yaml", [Problem("1:2: bad key", "1:2: khóa sai"), Problem("3:4: bad id", "3:4: mã sai")])
    assert str(error) == "plan.yaml:1:2: bad key\nplan.yaml:3:4: bad id"
    assert error.message("vi") == "plan.yaml:1:2: khóa sai\nplan.yaml:3:4: mã sai"
    assert [problem.message() for problem in error.problems] == ["1:2: bad key", "3:4: bad id"]
    assert isinstance(error, ValueError)


def test_a_dataset_error_of_no_file_has_no_prefix() -> None:
    """Text that came from no file is not given a name."""
    assert str(DatasetError("", [Problem("bad key", "khóa sai")])) == "bad key"


def test_a_dataset_error_travels_with_its_problems() -> None:
    """Pickling and copying keep the origin and every problem."""
    error = DatasetError("plan.yaml", [Problem("bad key", "khóa sai")])
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (twin.origin, twin.problems) == ("plan.yaml", (Problem("bad key", "khóa sai"),))
        assert str(twin) == "plan.yaml: bad key"
