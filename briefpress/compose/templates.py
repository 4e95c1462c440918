"""Templates: the Jinja environment of a layout, and the faults of templates as data."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from briefpress.compose.claims import traced
from briefpress.compose.views import day, in_sentence, plain_address
from briefpress.diagnostics import Where

if TYPE_CHECKING:
    from types import CodeType

_FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the expressions of a template can raise."""


class TemplateFaultError(Exception):
    """A template of a layout cannot be used; `where` is the template and line."""

    def __init__(self, message: str, where: Where, hint: str = "") -> None:
        """Keep what is wrong, where, and what may cure it."""
        super().__init__(message)
        self.where = where
        self.hint = hint


class UnknownWordError(UndefinedError):
    """A template asks for a fixed word that no words file has."""

    def __init__(self, name: str, known: Mapping[str, str]) -> None:
        """Say which, and the nearest that there is."""
        super().__init__(f"there is no word {name!r}")
        near = get_close_matches(name, known, n=1)
        self.hint = f"did you mean {near[0]!r}?" if near else "add it to the words file"


class Words(dict[str, str]):
    """The fixed words of a layout. One that is missing is an error with a hint."""

    def __missing__(self, name: str) -> str:
        """Refuse to guess."""
        raise UnknownWordError(name, self)


@dataclass(frozen=True)
class Converters:
    """How templates turn text into HTML: a run of it, and a text of several paragraphs."""

    inline: Callable[[str], str]
    paragraphs: Callable[[str], str]
    tongue: Callable[[str], Markup]
    """`lang` and `dir` of a passage in this language."""


class _Compiled(BytecodeCache):
    """Templates as they were compiled, for all editions of a process that share their text."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was kept, unless the text has changed since."""
        text, code = self._kept.get(bucket.key, ("", None))
        bucket.code = code if text == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it in memory alone."""
        if bucket.code is not None:
            self._kept[bucket.key] = bucket.checksum, bucket.code


_COMPILED = _Compiled()
"""Compiling was half of the time of a card's page (measured)."""


def environment(texts: Mapping[str, str], converters: Converters | None = None) -> Environment:
    """An environment that knows only the layout's own files; without converters, no prose."""
    env = Environment(
        loader=FunctionLoader(lambda name: _source(texts, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
        optimized=False,  # What filters make of fixed text is this edition's and not to be kept.
    )
    env.filters["day"] = day
    env.filters["address"] = partial(_converted, plain_address)
    env.filters["in_sentence"] = in_sentence
    if converters is not None:
        env.filters["prose"] = partial(_converted, converters.inline)
        env.filters["paragraphs"] = partial(_converted, converters.paragraphs)
        env.filters["tongue"] = converters.tongue
    return env


def compiling(texts: Mapping[str, str]) -> Iterator[None]:
    """Compile templates, one a step, for all environments of this process with the same texts."""
    env = environment(texts, Converters(str, str, Markup))
    for name in texts:
        with suppress(TemplateError):  # Who fills it tells it.
            env.get_template(name)
        yield


def fill(env: Environment, name: str, values: Mapping[str, object]) -> str:
    """Render one template.

    Raises:
        TemplateFaultError: it is broken, or names something that does not exist.
    """
    try:
        return env.get_template(name).render(values)
    except TemplateSyntaxError as error:
        place = Where(error.name or name, error.lineno)
        raise TemplateFaultError(str(error.message), place) from error
    except TemplateNotFound as error:
        message = f"template {error} is not there"
        raise TemplateFaultError(message, _place(error, name)) from error
    except UnknownWordError as error:
        raise TemplateFaultError(str(error), _place(error, name), error.hint) from error
    except _FAULTS as error:
        message = str(error) or type(error).__name__
        raise TemplateFaultError(message, _place(error, name)) from error


def _converted(convert: Callable[[str], str], text: str) -> Markup:
    """What our own converter makes of a text, which is safe HTML, with the trace of the text."""
    return Markup(traced(text, convert(text)))  # noqa: S704 - as the first line says


def _source(texts: Mapping[str, str], name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """A template under its own name, so that tracebacks name it."""
    return (texts[name], name, lambda: True) if name in texts else None


def _place(error: BaseException, name: str) -> Where:
    """The template and line that an error comes from: the deepest frame that is a template."""
    place = Where(name)
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            place = Where(file, trace.tb_lineno)
        trace = trace.tb_next
    return place
