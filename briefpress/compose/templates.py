"""Templates: the Jinja environment of a layout, and the faults of templates as data."""

from collections.abc import Callable, Mapping

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from briefpress.compose.views import day, plain_address
from briefpress.diagnostics import Where


class TemplateFaultError(Exception):
    """A template of a layout cannot be used; `where` is the template and line."""

    def __init__(self, message: str, where: Where) -> None:
        """Keep what is wrong and where."""
        super().__init__(message)
        self.where = where


def environment(texts: Mapping[str, str], prose: Callable[[str], str]) -> Environment:
    """An environment that knows only the layout's own files; a name that is not there is an error."""
    env = Environment(
        loader=FunctionLoader(lambda name: _source(texts, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["prose"] = lambda text: Markup(prose(text))  # noqa: S704 - our own converter's HTML
    env.filters["day"] = day
    env.filters["address"] = plain_address
    return env


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
        raise TemplateFaultError(f"template {error} is not there", Where(name)) from error
    except (TemplateError, TypeError, LookupError, ArithmeticError) as error:
        raise TemplateFaultError(str(error), _place(error, name)) from error


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
