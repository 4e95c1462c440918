"""The pipeline: load, select, compose, render, check, write, in this order."""

from collections import Counter
from collections.abc import Callable, Collection, Generator, Hashable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol

from briefpress.changes import report_changes
from briefpress.diagnostics import Diagnostic, Where, fails, in_order
from briefpress.finish import Makers
from briefpress.freshness import Judge, Larder, LarderMemory, Plan
from briefpress.load import Standing, read_kept, read_listing
from briefpress.made import Made, Manner, fault_of
from briefpress.model.edition import Edition
from briefpress.model.layout import Format
from briefpress.model.library import Library
from briefpress.model.manifest import Manifest, by_id
from briefpress.order import LARDER, Request, look, memories_of, news_of
from briefpress.plates.worth import worth_plates
from briefpress.program import program
from briefpress.recalling import LAST
from briefpress.scribe import Scribe
from briefpress.selection import Wanted, can_be_made, editions_of
from briefpress.silencing import Heard, heard
from briefpress.staff import Staff, meet
from briefpress.storeroom import DRAWINGS, MOST_SHELLS, SHELLS, Storeroom
from briefpress.tally import Outcome, Tally
from briefpress.workers import Done
from briefpress.write import hold, remove_files, sweep, try_folder, write_files

if TYPE_CHECKING:
    from briefpress.plates.shares import Looking, Part
    from briefpress.workers.nursery import Nursery

__all__ = [
    "Outcome",
    "Request",
    "Watch",
    "build",
    "look",
    "look_for_stale",
    "verify",
]


class Watch(Protocol):
    """Follows a build."""

    def over(self, count: int) -> AbstractContextManager[Any]:
        """The build makes `count` editions."""

    def step(self, edition: Edition, *, passed: bool) -> None:
        """One edition is done with."""


def build(request: Request, watch: Watch, nursery: "Nursery | None" = None) -> Outcome:
    """Make every edition that was asked for and is stale, and write those that have no error.

    One build at a time: another one that is at work in the folder is told, and nothing is done.
    A `nursery` bears who makes them.
    """
    memories = memories_of(request)
    library, editions, found = look(request, memories=memories)
    refused = (*try_folder(request.output), *meet(request.cluster)) if library else ()
    if library is None or refused:
        return Outcome((*found, *refused), editions)
    with hold(request.output) as held:
        if held:
            return Outcome((*found, *held), editions)
        sweep(request.output)
        remove_files(request.output, [str(LAST)])
        write_files(request.output, news_of(memories))
        desk = _Desk(request, library, Staff(request.jobs, request.cluster, nursery), watch)
        desk.staff.expect(desk.start)
        outcome = _written(desk, editions, found)
        if request.key and not request.proof and outcome.is_settled:
            from briefpress.remembering import remember  # noqa: PLC0415 - few builds come to that

            remember(request.output, request.key, outcome)
        return outcome


@dataclass(frozen=True)
class _Desk:
    """What is to be made of, who makes it, and who follows that; `report` tells of each edition."""

    request: Request
    library: Library
    staff: Staff
    watch: Watch
    report: bool = True

    @cached_property
    def manner(self) -> Manner:
        """How editions are made."""
        request, report = self.request, self.report
        plated = _plated(request, self.library)
        return Manner(
            strict=request.strict,
            proof=request.proof,
            report=report and not request.proof,
            makers=_makers(request),
            plated=plated,
            store=_storeroom(request, open_=report) if plated else None,
            shells=_shell_room(request, open_=report) if plated else None,
            drawings=_drawing_room(request, open_=report),
        )

    @cached_property
    def start(self) -> Callable[[], Callable[[Edition], Made]]:
        """What a worker of this machine begins with."""
        return partial(_start_press, self.library, self.manner)


def _written(desk: _Desk, editions: tuple[Edition, ...], found: tuple[Diagnostic, ...]) -> Outcome:
    """Make what is stale of the editions, and bring the output folder up to date."""
    request, library = desk.request, desk.library
    before = read_listing(request.output)
    report = report_changes(library, editions, before.contacts, strict=request.strict)
    found = in_order((*found, *report.diagnostics))
    docket = _docket(request, library, editions, found)
    judge = _judge(request, library, before, desk.manner.plated)
    anew = request.anew or request.proof
    likely = {} if anew else judge.likely(docket.sound)
    first = judge.plan(likely)
    with _ahead(desk, first.stale) as ahead:
        rest = {e: known for e, known in docket.sound.items() if e not in likely}
        plan = first | judge.plan(rest, anew=anew)
        from briefpress.contents import Pressed, write_contents  # noqa: PLC0415 - in good time

        scribe = Scribe(request.output, judge, docket.known)
        tally = Tally(library, docket.known, plan.fresh)
        with closing(_made(desk, tuple(plan.stale), ahead)) as press:
            for made in press:
                tally.add(*scribe.written(made))
    outcome = replace(tally.outcome(found), changed=report.changed)
    if request.proof:
        return outcome
    beside = judge.plan(_beside(request, library, before, editions, found)).fresh
    pressed = Pressed(
        before=before,
        written=by_id((*outcome.written, *outcome.kept, *(one.entry for one in beside))),
        failed=tally.failed,
        stopped=tally.stopped,
        told=outcome.diagnostics,
        loaded=found,
        silenced=outcome.silenced,
        contacts=tally.contacts,
        ingredients=judge.lists,
    )
    news = judge.news
    write_files(request.output, {LARDER: news} if news else {})
    contents = write_contents(request.output, library, request.wanted, pressed)
    return replace(
        outcome,
        diagnostics=in_order((*outcome.diagnostics, *contents.diagnostics)),
        withdrawn=contents.withdrawn,
        removed=contents.removed,
    )


def look_for_stale(request: Request) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """What a build would make, and why; nothing is made. What would be stopped is not among it."""
    library, editions, found = look(request)
    if library is None:
        return None, found
    before = read_listing(request.output)
    report = report_changes(library, editions, before.contacts, strict=request.strict)
    found = in_order((*found, *report.diagnostics))
    sound = _docket(request, library, editions, found).sound
    judge = _judge(request, library, before, _plated(request, library))
    return judge.plan(sound, anew=request.anew), found


def _beside(
    request: Request,
    library: Library,
    before: Manifest,
    editions: tuple[Edition, ...],
    found: tuple[Diagnostic, ...],
) -> Mapping[Edition, Heard]:
    """Editions that an earlier build made because somebody asked for them by name.

    A build that did not name them leaves those that still stand as they would be made.
    """
    from briefpress.contents import is_asked_for  # noqa: PLC0415 - as above

    others = (
        Edition(entry.brand, entry.audience, entry.layout, entry.format, entry.size)
        for entry in before.entries
        if is_asked_for(entry, request.wanted, library)
    )
    asked = frozenset(editions)
    known = tuple(e for e in others if e not in asked and can_be_made(library, e))
    return _docket(request, library, known, found).sound


def _judge(
    request: Request, library: Library, before: Manifest, plated: frozenset[Edition]
) -> Judge:
    """Who knows what stands in the output folder."""
    memory = LarderMemory(read_kept(request.output, str(LARDER)), " ".join(program().values()))
    larder = Larder(library, _makers(request), plated, memory, before.ingredients)
    standing = Standing(request.output)
    return Judge(library, larder, before, standing, strict=request.strict)


def verify(request: Request, watch: Watch) -> Outcome:
    """Do everything that build does for all editions, stale or not, but write nothing."""
    library, editions, found = look(request)
    refused = meet(request.cluster) if library else ()
    if library is None or refused:
        return Outcome((*found, *refused))
    before = read_listing(request.output)
    report = report_changes(library, editions, before.contacts, strict=request.strict)
    found = in_order((*found, *report.diagnostics))
    docket = _docket(request, library, editions, found)
    tally = Tally(library, docket.known)
    desk = _Desk(request, library, Staff(request.jobs, request.cluster), watch, report=False)
    with closing(_made(desk, tuple(docket.sound))) as press:
        for made in press:
            tally.add(replace(made, entry=None), ())
    return replace(tally.outcome(found), changed=report.changed)


@dataclass(frozen=True)
class _Docket:
    """What is known of editions before they are made, and those that nothing stands against."""

    known: Mapping[Edition, Heard]
    sound: Mapping[Edition, Heard]


def _docket(
    request: Request,
    library: Library,
    editions: tuple[Edition, ...],
    found: tuple[Diagnostic, ...],
) -> _Docket:
    known = {edition: heard(found, edition, library.exceptions) for edition in editions}
    stopped = {e for e in editions if fails(known[e].standing, strict=request.strict)}
    sound = {e: heard for e, heard in known.items() if request.proof or e not in stopped}
    return _Docket(known, sound)


@dataclass(frozen=True)
class _Ahead:
    """Editions that were begun with before it was known what else is stale."""

    editions: frozenset[Edition] = frozenset()
    done: Iterable[Done[Edition, Made]] = ()


@contextmanager
def _ahead(desk: _Desk, editions: Collection[Edition]) -> Iterator[_Ahead]:
    """Have editions begun with that need nothing to be made before them: those of one brand."""
    if not desk.staff.nursery or len({edition.brand for edition in editions}) != 1:
        yield _Ahead()
        return
    plated = desk.manner.plated
    wanted = sorted(editions, key=partial(_turn, plated))
    with desk.staff.ahead(wanted, desk.start, partial(_kind, plated)) as done:
        yield _Ahead(frozenset(wanted), done)


def _made(
    desk: _Desk, editions: tuple[Edition, ...], ahead: _Ahead | None = None
) -> Generator[Made]:
    """The editions as they come off the press, those that were begun with first."""
    ahead = ahead or _Ahead()
    if not desk.staff.nursery and any(Format(edition.format).is_paged for edition in editions):
        import briefpress.render  # noqa: F401, PLC0415 - half a second, which forked workers inherit
    plated = desk.manner.plated
    wanted = sorted((e for e in editions if e not in ahead.editions), key=partial(_turn, plated))
    start = _prepared(desk, wanted) if desk.report and plated else desk.start
    if desk.report:
        _drawing_room(desk.request, open_=True).tidy()
    with desk.watch.over(len(editions)):
        for done in chain(ahead.done, desk.staff.do(wanted, start, partial(_kind, plated))):
            made = done.result or _lost(done)
            yield made
            desk.watch.step(done.job, passed=bool(made.files))


def _kind(plated: frozenset[Edition], edition: Edition) -> Hashable:
    """What an edition shares with others that one process makes.

    From plates it is the shells of its brand; else its text, whose broken lines the engine
    remembers.
    """
    return edition.brand if edition.unbranded in plated else edition.unbranded


def _turn(plated: frozenset[Edition], edition: Edition) -> tuple[object, ...]:
    """The order of work: what takes longest first, and one kind after another."""
    ways = (edition.layout, edition.audience, edition.brand)
    if edition.unbranded in plated:
        return (True, edition.brand, *ways)
    return (False, *ways)


def _prepared(desk: _Desk, editions: Iterable[Edition]) -> Callable[[], Callable[[Edition], Made]]:
    """What workers begin with, when plates that several editions need are made, for all to find.

    Those of a cluster do not see the storeroom: they get what it has with them.
    """
    request, manner = desk.request, desk.manner
    room = _storeroom(request, open_=True)
    if request.cluster:
        manner = replace(manner, store=room.packed(), shells=None, drawings=None)
    needed = Counter(edition.unbranded for edition in editions)
    first = {edition.unbranded: edition for edition in editions}
    several = (key for key, count in needed.items() if count > 1 or request.cluster)
    plated = [first[key] for key in several if key in manner.plated]
    if plated:
        manner = replace(manner, refused=_tried(desk, manner, plated, room))
    for one in (room, _shell_room(request, open_=True)):
        one.tidy()
    manner = replace(manner, store=room.packed()) if request.cluster else manner
    return desk.start if manner == desk.manner else partial(_start_press, desk.library, manner)


def _tried(
    desk: _Desk, manner: Manner, plated: Iterable[Edition], room: Storeroom
) -> Mapping[str, str]:
    """Have plates made and tried by all processes, each a share at a time; those that are refused.

    Of a plate whose trials do not all come back nothing is said: who needs it tries it whole.
    """
    import briefpress.render  # noqa: F401, PLC0415 - as above
    from briefpress.plates.extremes import extremes  # noqa: PLC0415 - as above
    from briefpress.plates.gathering import Gathering  # noqa: PLC0415 - as above
    from briefpress.plates.shares import Looking  # noqa: PLC0415 - as above

    gathering = Gathering(room, tuple(extremes(desk.library)))
    start = partial(_start_sharing, desk.library, manner)
    shares = tuple(map(Looking, plated))
    for _ in desk.staff.do_before(shares, start, attrgetter("plate"), gathering.follow):
        pass
    return gathering.refused


def _lost(done: Done[Edition, Made]) -> Made:
    """An edition that nobody could make: the worker died, or briefpress is at fault."""
    edition = done.job
    fault = fault_of("WORKER-LOST", done.failure, Where(edition.id), edition)
    if not done.lost:
        fault = replace(fault, hint="please report this line, and what you did")
    return Made(edition, (fault,))


def _makers(request: Request) -> Makers:
    return Makers(request.wanted.printer, request.wanted.shop)


def _storeroom(request: Request, *, open_: bool) -> Storeroom:
    return Storeroom(request.output, " ".join(program().values()), open_)


def _shell_room(request: Request, *, open_: bool) -> Storeroom:
    plates = _storeroom(request, open_=open_)
    return replace(plates, folder=SHELLS, most=MOST_SHELLS)


def _drawing_room(request: Request, *, open_: bool) -> Storeroom:
    return replace(_storeroom(request, open_=open_), folder=DRAWINGS)


def _plated(request: Request, library: Library) -> frozenset[Edition]:
    """Plates are for what a whole build has enough of: what is asked for now changes no bytes."""
    is_plain = request.direct or request.proof
    return frozenset() if is_plain else worth_plates(editions_of(library, Wanted())[0])


def _start_press(library: Library, manner: Manner) -> Callable[[Edition], Made]:
    """What a worker begins with."""
    from briefpress.press import Press  # noqa: PLC0415 - half a second, for who presses

    return Press(library, manner)


def _start_sharing(library: Library, manner: Manner) -> "Callable[[Looking], Part | None]":
    """What a worker begins with that makes and tries plates."""
    from briefpress.press import Press  # noqa: PLC0415 - as above

    return Press(library, manner).share
