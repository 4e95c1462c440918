"""Siblings: where the other editions of the same board stand, as seen from one of them."""

from dataclasses import dataclass, replace

from briefpress.model.edition import Edition
from briefpress.model.library import Library


@dataclass(frozen=True)
class Siblings:
    """What the publication builds beside one edition.

    It goes by the source alone, not by what happens to be in the folder, so that the same source
    always gives the same page.
    """

    edition: Edition
    library: Library

    def published(self, *, audience: str = "", layout: str = "", format: str = "") -> str:  # noqa: A002 - designers call it so
        """The address of the edition that differs in what is named; empty if it is not built."""
        other = replace(
            self.edition,
            audience=audience or self.edition.audience,
            layout=layout or self.edition.layout,
            format=format or self.edition.format,
        )
        return other.path.name if self._is_built(other) else ""

    def layouts(self) -> dict[str, str]:
        """The titles of the layouts that are built, by name."""
        names = self.library.publication.builds.layouts
        found = self.library.layouts
        return {name: found[name].data.title for name in names if name in found}

    def formats(self) -> tuple[str, ...]:
        """The formats that are built."""
        return tuple(self.library.publication.builds.formats)

    def _is_built(self, edition: Edition) -> bool:
        layout = self.library.layouts.get(edition.layout)
        return (
            layout is not None
            and edition.layout in self.layouts()
            and edition.audience in self.library.audiences
            and edition.format in self.formats()
            and edition.format in layout.data.formats
        )
