"""The order: what was asked for, and the editions that it means. Nothing is pressed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath

from briefpress.diagnostics import Diagnostic, Severity, in_order
from briefpress.load import BoardMemory, LogoMemory, Memories, PackMemory, load, read_kept
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.program import program
from briefpress.selection import Wanted, editions_of
from briefpress.wishes import unmet

LOGOS = PurePosixPath(".briefpress") / "logos.bin"
BOARDS = PurePosixPath(".briefpress") / "boards.json"
PACKS = PurePosixPath(".briefpress") / "packs.bin"
LARDER = PurePosixPath(".briefpress") / "larder.json"
"""Below the output folder."""


@dataclass(frozen=True)
class Request:
    """What the user asked for."""

    source: Path
    layouts: Path
    output: Path
    today: date
    wanted: Wanted = field(default_factory=Wanted)
    strict: bool = False
    proof: bool = False
    jobs: int = 1
    anew: bool = False
    """Everything is made, whether it is stale or not."""
    direct: bool = False
    """Whether every edition is to be rendered by itself, however many there are."""
    cluster: str = ""
    """The address of a scheduler whose workers are to make the editions; if none, `jobs` do."""
    key: str = ""
    """The hash of all that the build is made of, as it was before anything was read."""


def look(
    request: Request, *, answered: bool = True, memories: Memories | None = None
) -> tuple[Library | None, tuple[Edition, ...], tuple[Diagnostic, ...]]:
    """Load everything and find the editions that were asked for. Nothing is rendered.

    A name that does not exist is a slip of the command line: then nothing was asked for. So is,
    where wishes are to be `answered`, one that no edition can answer.
    """
    memories = memories or memories_of(request)
    loaded = load(request.source, request.layouts, request.today, memories)
    if loaded.library is None:
        return None, (), in_order(loaded.diagnostics)
    found = in_order(loaded.diagnostics)
    wanted = _readable(request.wanted, loaded.library, found)
    editions, unknown = editions_of(loaded.library, wanted) if wanted else ((), ())
    if wanted and answered and not unknown:
        unknown = unmet(loaded.library, wanted, editions)
    if unknown:
        return None, (), in_order((*found, *unknown))
    return loaded.library, editions, found


def memories_of(request: Request) -> Memories:
    """What an earlier build found out of files; if it is not there, it is found out anew."""
    made_with = " ".join(program().values())
    return Memories(
        LogoMemory(read_kept(request.output, str(LOGOS)), made_with),
        BoardMemory(read_kept(request.output, str(BOARDS)), made_with),
        PackMemory(read_kept(request.output, str(PACKS)), made_with),
    )


def news_of(memories: Memories) -> Mapping[PurePosixPath, bytes]:
    """What of the memories is to be kept anew."""
    logos, boards, packs = memories.logos, memories.boards, memories.packs
    news = {LOGOS: logos.to_bytes()} if logos.has_changed else {}
    news |= {BOARDS: boards.to_bytes()} if boards.has_changed else {}
    return news | ({PACKS: packs.to_bytes()} if packs.has_changed else {})


def _readable(wanted: Wanted, library: Library, found: tuple[Diagnostic, ...]) -> Wanted | None:
    """What was asked for, without the brands and layouts that are there but have errors.

    They are not unknown names, and what is wrong with them has been said. None: nothing is left.
    """
    scopes = [d.scope for d in found if d.severity is Severity.ERROR]
    broken_brands = frozenset().union(*(s.brands or () for s in scopes)) - library.brands.keys()
    broken_layouts = frozenset().union(*(s.layouts or () for s in scopes)) - library.layouts.keys()
    brands = tuple(name for name in wanted.brands if name not in broken_brands)
    layouts = tuple(name for name in wanted.layouts if name not in broken_layouts)
    if (wanted.brands and not brands) or (wanted.layouts and not layouts):
        return None
    return replace(wanted, brands=brands, layouts=layouts)
