"""What a project says in its pyproject.toml of how its plans are checked; *not* here: the options of commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from govplan.errors import GovplanError, InvalidSettingError, Lang
from govplan.rules import Settings, Severity

__all__ = ["Configuration", "configuration", "configured_language", "with_options"]

_FILE = "pyproject.toml"


@dataclass(frozen=True)
class Configuration:
    """What the table `[tool.govplan]` holds, each key with its default where it is not there."""

    settings: Settings = field(default_factory=Settings)
    fail_on: Severity = Severity.ERROR
    lang: Lang | None = None


def configuration(folder: Path) -> Configuration:
    """Return what the nearest pyproject.toml with a table `[tool.govplan]` says, in the folder or above it.

    Raises:
        InvalidSettingError: the table has unknown keys or values that cannot be; the message names the file.
    """
    for above in (folder, *folder.parents):
        table = _table(above / _FILE)
        if table is not None:
            return _read(table, above / _FILE)
    return Configuration()


def configured_language(folder: Path) -> Lang | None:
    """Return the language that a project asks for; whatever is wrong with its file is told by `configuration`."""
    with suppress(GovplanError, OSError):
        return configuration(folder).lang
    return None


def with_options(
    configuration: Configuration,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Iterable[str] = (),
    fail_on: str | None = None,
) -> Configuration:
    """Return a configuration with what the command line says in the place of what the file says.

    Raises:
        InvalidSettingError: a code or a weight that cannot be one.
    """
    settings = configuration.settings
    weights = {}
    for pair in _each(severity):
        code, equals, level = pair.partition("=")
        if not equals:
            raise InvalidSettingError(
                f"a code and its severity expected: found {pair!r:.80}; write e.g. GP203=info",
                f"cần mã và mức độ: gặp {pair!r:.80}; hãy viết ví dụ GP203=info",
            )
        weights[code] = level
    return Configuration(
        Settings(
            _each(select) or settings.select, _each(ignore) or settings.ignore, weights or dict(settings.severity)
        ),
        configuration.fail_on if fail_on is None else Severity(fail_on),
        configuration.lang,
    )


def _each(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.strip() for words in given for word in words.split(",") if word.strip())


def _table(file: Path) -> Any:
    try:
        content = file.read_bytes()
    except OSError:
        return None
    # Most files say nothing of govplan, and need not be read as TOML.
    if b"govplan" not in content:
        return None
    import tomllib

    try:
        tool = tomllib.loads(content.decode("utf-8")).get("tool")
    except ValueError as error:
        if b"tool.govplan" not in content:
            return None
        raise InvalidSettingError(
            f"{file}: not TOML: {error}; mend the line", f"{file}: không phải TOML ({error}); hãy sửa dòng này"
        ) from None
    return tool.get("govplan") if isinstance(tool, dict) else None


def _read(table: Any, file: Path) -> Configuration:
    if not isinstance(table, Mapping):
        raise _fault(file, "", "a table expected: write [tool.govplan]", "cần một bảng: hãy viết [tool.govplan]")
    for key in table:
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1)
            known = ", ".join(_KEYS)
            en = f"did you mean {near[0]}?" if near else f"there are {known}"
            vi = f"có phải ý bạn là {near[0]}?" if near else f"hiện có {known}"
            raise _fault(file, "", f"unknown key: found {key!r:.40}; {en}", f"khóa lạ: gặp {key!r:.40}; {vi}")
    found = {}
    for key, value in table.items():
        try:
            found[key] = _KEYS[key](value)
        except InvalidSettingError as error:
            raise _fault(file, f" {key}", error.message("en"), error.message("vi")) from None
    return Configuration(
        Settings(*(found.get(key, ()) for key in ("select", "ignore", "severity"))),
        found.get("fail-on", Severity.ERROR),
        found.get("lang"),
    )


def _fault(file: Path, key: str, en: str, vi: str) -> InvalidSettingError:
    return InvalidSettingError(f"{file}: [tool.govplan]{key}: {en}", f"{file}: [tool.govplan]{key}: {vi}")


def _weights(value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise InvalidSettingError(
            f'a table of codes expected: found {value!r:.80}; write e.g. {{GP203 = "info"}}',
            f'cần một bảng mã: gặp {value!r:.80}; hãy viết ví dụ {{GP203 = "info"}}',
        )
    return Settings(severity=value).severity


def _level(value: Any) -> Severity:
    [(_, level)] = Settings(severity={"GP": value}).severity
    return level


def _language(value: Any) -> Lang:
    if value == "vi":
        return "vi"
    if value == "en":
        return "en"
    raise InvalidSettingError(
        f"unknown language: found {value!r:.40}; write vi or en",
        f"ngôn ngữ lạ: gặp {value!r:.40}; hãy viết vi hoặc en",
    )


_KEYS: dict[str, Callable[[Any], Any]] = {
    "select": lambda value: Settings(select=value).select,
    "ignore": lambda value: Settings(ignore=value).ignore,
    "severity": _weights,
    "fail-on": _level,
    "lang": _language,
}
