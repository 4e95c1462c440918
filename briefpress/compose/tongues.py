"""Tongues: the languages of one document besides its own, and the files that set them."""

from html import escape

from markupsafe import Markup

from briefpress.model.scripts import Script, Scripts

PAGE, WEB = "/page.css", "/web.css"
"""The stylesheets of a script, for pages and for browsers."""


class Tongues:
    """Gives passages their language, and remembers which scripts a document needs for them."""

    def __init__(self, scripts: Scripts, *, paged: bool) -> None:
        """Start with none."""
        self._scripts = scripts
        self._paged = paged
        self._used: dict[str, Script] = {}

    def attributes(self, language: str) -> Markup:
        """`lang` and `dir` of a passage; nothing for one in the language of the document."""
        script = self._scripts.of(language) if language else None
        if script is None:
            return Markup()
        self._used[script.id] = script
        shown = f' lang="{escape(language)}" dir="{script.data.direction}"'
        return Markup(shown)  # noqa: S704 - escaped

    @property
    def styles(self) -> dict[str, str]:
        """The stylesheets of the scripts that were used, by their path below `layouts/`."""
        end = PAGE if self._paged else WEB
        texts = (item for script in self._used.values() for item in script.texts.items())
        return {path: text for path, text in texts if path.endswith(end)}

    @property
    def fonts(self) -> dict[str, bytes]:
        """Their fonts, the same way."""
        fonts = (item for script in self._used.values() for item in script.fonts.items())
        return {path: font for path, font in fonts if self._paged != path.endswith(".woff2")}
