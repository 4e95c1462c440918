"""Assembly: the promises of a document held against what its page prints, as claims in order."""

from collections.abc import Iterable, Iterator

from briefpress.compose.claims.ground import Ground
from briefpress.compose.claims.lines import Line, Name, line_of, name_of, squeezed
from briefpress.compose.claims.passages import Page, Passage, passage_of
from briefpress.compose.claims.printed import blocks_alone, blocks_of
from briefpress.compose.claims.sources import Sources
from briefpress.compose.claims.trace import Promise, Tracer
from briefpress.model.claims import Claim


def assemble(
    page: Page, ground: Ground, tracer: Tracer, loose: Iterable[Promise], sources: Sources
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims of a page that still has its signs, and those that the layout forgot.

    Promises of the `tracer` are numbered by the signs in the HTML; `loose` ones leave no sign and
    are found by their words. Each block of text is a claim, and the items in it follow: an item is
    to be found inside the block that stands before it.
    """
    loose = tuple(loose)
    assembly = _Assembly(ground, loose, sources)
    for item in blocks_of(page):
        if isinstance(item, Passage):
            assembly.take(item)
        else:
            assembly.add(line_of(item, tracer.promises, ground))
    forgotten = _forgotten((*tracer.told, *loose), assembly.printed)
    return tuple(assembly.claims), tuple(dict.fromkeys(map(ground.claim, forgotten)))


def shared_passage(html: str, ground: Ground) -> Passage | None:
    """HTML that prints only what boards have in common; None if it may read otherwise elsewhere."""
    blocks = blocks_alone(html)
    if blocks is None:
        return None
    return passage_of(html, (line_of(block, ground.texts.promises, ground) for block in blocks))


class _Assembly:
    """The claims of a document as they come together."""

    def __init__(self, ground: Ground, loose: Iterable[Promise], sources: Sources) -> None:
        self.claims: list[Claim] = []
        self.printed: set[Name] = set()
        self._ground = ground
        self._sources = sources
        self._unsaid = [(squeezed(promise.text), promise) for promise in loose]
        self._count = 0

    def take(self, passage: Passage) -> None:
        """The lines of a passage."""
        listens = any(words in passage.words for words, _ in self._unsaid)
        for line in passage.lines:
            self._claim(line)
            if listens:
                self._hear(line)

    def add(self, line: Line) -> None:
        """A line, and the loose promises that are kept in it."""
        self._claim(line)
        self._hear(line)

    def _claim(self, line: Line) -> None:
        self._count += 1
        where, least = self._sources.followed(line.lead), self._ground.sizes.least
        name = str(self._count)
        self.claims.append(Claim(line.kind, name, line.text, where, least, line.parts))
        self.claims += line.inside
        self.printed.update(line.names)

    def _hear(self, line: Line) -> None:
        said = [promise for words, promise in self._unsaid if words in line.text]
        if said:
            self.claims += map(self._ground.claim, said)
            self.printed.update(map(name_of, said))
            self._unsaid = [pair for pair in self._unsaid if pair[1] not in said]


def _forgotten(promises: Iterable[Promise], printed: set[Name]) -> Iterator[Promise]:
    """The firm promises that are not printed, of items that are told in no way in full."""
    promises = tuple(promises)
    ways: dict[Name, dict[str, bool]] = {}
    for promise in promises:
        told = ways.setdefault((promise.kind, promise.item), {})
        told[promise.way] = told.get(promise.way, True) and name_of(promise) in printed
    for promise in promises:
        told = ways[promise.kind, promise.item]
        if promise.firm and name_of(promise) not in printed and not any(told.values()):
            yield promise
