"""Plain data to typed entries: what pydantic finds wrong, said in our words with its line."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from briefpress.diagnostics import Where
from briefpress.load.files import Reader
from briefpress.load.yamltext import YamlFaultError, read_yaml
from briefpress.model.entry import Entry, LocatedMap
from briefpress.names import did_you_mean

E = TypeVar("E", bound=Entry)
Loc = tuple[str | int, ...]


def read_map(reader: Reader, name: str) -> LocatedMap | None:
    """The mapping that a YAML file holds, or None and a finding."""
    text = reader.text(name)
    return None if text is None else map_of(reader, name, text)


def map_of(reader: Reader, name: str, text: str, first_line: int = 1) -> LocatedMap | None:
    """The mapping that YAML text holds, or None and a finding that names the file and line."""
    where = reader.where(name)
    try:
        data = read_yaml(text, where.file, first_line)
    except YamlFaultError as fault:
        place = Where(where.file, fault.line)
        reader.findings.add(fault.code, str(fault), place, hint=fault.hint, scope=reader.scope)
        return None
    if not isinstance(data, LocatedMap):
        place = Where(where.file, first_line)
        message = "the file is empty" if data is None else "expected `key: value` lines"
        reader.findings.add("YAML-SHAPE", message, place, scope=reader.scope)
        return None
    return data


def read_entry(reader: Reader, name: str, kind: type[E]) -> E | None:
    """A YAML file as one typed entry, or None and a finding for each thing that is wrong."""
    data = read_map(reader, name)
    return None if data is None else to_entry(reader, data, kind)


def to_entry(reader: Reader, data: LocatedMap, kind: type[E]) -> E | None:
    """A mapping as a typed entry, or None and a finding for each thing that is wrong."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        for problem in error.errors():
            _report(reader, data, kind, problem)
        return None


def _report(reader: Reader, data: LocatedMap, kind: type[Entry], problem: ErrorDetails) -> None:
    loc = problem["loc"]
    holder = _data_at(data, loc[:-1])
    where = _place_of(data, loc)
    say = _SAYINGS.get(problem["type"], _say_plainly)
    code, message, hint = say(loc, problem, _keys_of(kind, holder, loc))
    reader.findings.add(code, message, where, hint=hint, scope=reader.scope)


def _data_at(data: Any, loc: Loc) -> Any:  # noqa: ANN401
    for part in loc:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _place_of(data: LocatedMap, loc: Loc) -> Where:
    ends = range(len(loc), 0, -1)
    return next((data.lines[loc[:end]] for end in ends if loc[:end] in data.lines), data.where)


def _keys_of(kind: type[Entry], holder: Any, loc: Loc) -> tuple[str, ...]:  # noqa: ANN401
    """The keys that the mapping at `loc` may have: those of the entry class that fits it best."""
    given = set(holder) if isinstance(holder, Mapping) else set()
    classes = classes_below(kind) if len(loc) > 1 else [kind]
    best = max(classes, key=lambda c: len(given & _keys(c)) - len(_keys(c)) / 100)
    return tuple(sorted(_keys(best)))


def _keys(kind: type[Entry]) -> set[str]:
    return {field.alias or name for name, field in kind.model_fields.items()}


def classes_below(kind: type[Entry]) -> list[type[Entry]]:
    """The classes of the entries that an entry may hold, at any depth; its own if it holds none."""
    found: list[type[Entry]] = []
    waiting: list[Any] = [field.annotation for field in kind.model_fields.values()]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, Entry):
            if annotation not in found:
                found.append(annotation)
                waiting.extend(field.annotation for field in annotation.model_fields.values())
        else:
            waiting.extend(getattr(annotation, "__args__", ()))
    return found or [kind]


def _path(loc: Loc) -> str:
    text = ""
    for part in loc:
        text += f"[{part + 1}]" if isinstance(part, int) else f"{'.' if text else ''}{part}"
    return text


Said = tuple[str, str, str]
Sayer = Callable[[Loc, ErrorDetails, tuple[str, ...]], Said]


def _say_unknown(loc: Loc, problem: ErrorDetails, keys: tuple[str, ...]) -> Said:
    del problem
    return "KEY-UNKNOWN", f"unknown key {_path(loc)!r}", did_you_mean(str(loc[-1]), keys)


def _say_missing(loc: Loc, problem: ErrorDetails, keys: tuple[str, ...]) -> Said:
    del problem, keys
    return "KEY-MISSING", f"{_path(loc)!r} is missing", f"add a line `{loc[-1]}: …`"


def _say_own(loc: Loc, problem: ErrorDetails, keys: tuple[str, ...]) -> Said:
    del keys
    reason = str(problem["ctx"]["error"])
    return "VALUE", f"{_path(loc)}: {reason}" if loc else reason, ""


def _say_choice(loc: Loc, problem: ErrorDetails, keys: tuple[str, ...]) -> Said:
    del keys
    expected = str(problem["ctx"]["expected"])
    hint = f"write one of {expected}"
    return "VALUE", f"{_path(loc)}: {problem['input']!r} is not allowed", hint


def _say_pattern(loc: Loc, problem: ErrorDetails, keys: tuple[str, ...]) -> Said:
    del keys
    forms = (_FORMS[str(part)] for part in reversed(loc) if str(part) in _FORMS)
    form = next(forms, f"the form is {problem['ctx']['pattern']}")
    return "VALUE", f"{_path(loc)}: {problem['input']!r} has the wrong form", form


def _say_empty(loc: Loc, problem: ErrorDetails, keys: tuple[str, ...]) -> Said:
    del keys
    least = problem["ctx"]["min_length"]
    if least > 1:
        return "VALUE", f"{_path(loc)}: {least} are needed at least", ""
    hint = _UNQUOTED if loc[0] == "color" else "write something after it"
    return "KEY-MISSING", f"{_path(loc)!r} is empty", hint


def _say_long(loc: Loc, problem: ErrorDetails, keys: tuple[str, ...]) -> Said:
    del keys
    message = f"{_path(loc)}: {len(str(problem['input']))} characters are too many"
    return "VALUE", message, f"the most is {problem['ctx']['max_length']}"


def _say_shape(loc: Loc, problem: ErrorDetails, keys: tuple[str, ...]) -> Said:
    del keys
    return "YAML-SHAPE", f"{_path(loc)}: {_SHAPES[problem['type']]} expected", ""


def _say_limit(loc: Loc, problem: ErrorDetails, keys: tuple[str, ...]) -> Said:
    del keys
    (sense, limit), *_ = problem["ctx"].items()
    message = f"{_path(loc)}: {problem['input']} is too {_SENSES[sense]}"
    return "VALUE", message, f"{_LIMITS[sense]} {limit:g}"


def _say_plainly(loc: Loc, problem: ErrorDetails, keys: tuple[str, ...]) -> Said:
    del keys
    return "VALUE", f"{_path(loc)}: {problem['msg'].lower()} (given: {problem['input']!r})", ""


_UNQUOTED = 'write the colour in quotes, "#0f4c5c": what stands behind # alone is not read'
_SENSES = {"ge": "small", "gt": "small", "le": "large"}
_LIMITS = {"ge": "the least is", "gt": "it must be more than", "le": "the most is"}
_SHAPES = {
    "model_type": "`key: value` lines",
    "dict_type": "`key: value` lines",
    "tuple_type": "a list",
    "frozen_set_type": "`all` or a list",
    "string_type": "text",
    "int_type": "a number",
    "float_type": "a length",
    "decimal_type": "a figure",
    "bool_type": "yes or no",
}
_FORMS = {
    "id": "a-z, 0-9 and '-' (facts: '_'; messages: capitals and figures, such as IS1)",
    "chart": "a-z, 0-9 and '-'",
    "short": "a capital, then up to 11 letters or figures",
    "days": "write mon-thu, or sat, or several with commas: mon, wed-fri",
    "from": "write 08:30",
    "to": "write 17:00",
    "url": "write https://…",
    "link": "write https://…",
    "email": "write name@example.org",
    "place": "write imprint or card",
    "print": "write cmyk(100 40 30 40): per cent of cyan, magenta, yellow and black",
    "ink": "write the name of a token, such as on_primary",
    "ground": "write the name of a token, such as primary",
    "language": "write en-GB",
}
_SAYINGS: dict[str, Sayer] = {
    "extra_forbidden": _say_unknown,
    "missing": _say_missing,
    "string_too_short": _say_empty,
    "string_too_long": _say_long,
    "too_short": _say_empty,
    "value_error": _say_own,
    "enum": _say_choice,
    "string_pattern_mismatch": _say_pattern,
    "greater_than": _say_limit,
    "greater_than_equal": _say_limit,
    "less_than_equal": _say_limit,
    **dict.fromkeys(_SHAPES, _say_shape),
}
