"""The engine itself, imported once with no fonts but ours: everything else takes it from here."""

import ctypes.util
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING


@contextmanager
def _no_search_for_libraries() -> Iterator[None]:
    """On Linux, shared libraries are opened by the name that the loader knows, not searched for.

    The engine first tries the names of other systems. Each makes `ctypes` run ldconfig, a compiler
    and a linker: 54 processes and about a third of a second at every start (measured).
    """
    found = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = found


os.environ["FONTCONFIG_FILE"] = str(files("briefpress.render") / "fonts.conf")

with warnings.catch_warnings(), _no_search_for_libraries():
    # It warns that no fonts are configured, which is what we want.
    warnings.filterwarnings("ignore", message="No fonts configured")
    import weasyprint
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import inline, preferred
    from weasyprint.layout.absolute import AbsolutePlaceholder
    from weasyprint.text import line_break
    from weasyprint.text.fonts import FontConfiguration

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    # The engine comes without types; these are the ones of what we build on.
    class URLFetcher:
        """Gets files for a document."""

        def __init__(
            self,
            *,
            allowed_protocols: Collection[str],
            allow_redirects: bool,
            fail_on_errors: bool,
        ) -> None: ...

    class URLFetcherResponse:
        """A file that was got."""

        def __init__(self, url: str, body: bytes, headers: Mapping[str, str]) -> None: ...
else:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

users_of_line_break = (line_break, inline, preferred)
"""The modules that have `split_first_line` under its own name."""

__all__ = [
    "AbsolutePlaceholder",
    "FontConfiguration",
    "URLFetcher",
    "URLFetcherResponse",
    "boxes",
    "line_break",
    "users_of_line_break",
    "weasyprint",
]
