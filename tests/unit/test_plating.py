"""Pressing from plates: who gets them, what is told of them, and what is rendered all the same."""

import pickle
from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import replace
from functools import partialmethod
from itertools import groupby
from typing import Any

import pytest

from briefpress import pipeline
from briefpress.made import Manner
from briefpress.model.edition import Edition
from briefpress.model.library import Library
from briefpress.pipeline import verify
from briefpress.plates import maker, trial, worth
from briefpress.plates.making import make_plate
from briefpress.plates.trial import Trial, tried
from briefpress.plates.worth import worth_plates
from briefpress.press import FOUND, Press
from briefpress.selection import Wanted
from briefpress.staff import Staff
from briefpress.storeroom import FOLDER, Storeroom
from briefpress.workers import Done, run_before
from tests.nation import AUDIENCE, BOARDS, library
from tests.unit.building import OURS, Bench, Follower
from tests.unit.test_report import read

CARD = Edition(BOARDS[1], AUDIENCE, "card")
Jobs = Collection[Any]
Begin = Callable[[], Callable[[Any], Any]]
PLATED = Manner(plated=frozenset({CARD.unbranded}))


def bad(**changes: object) -> Library:
    """The nation, with something wrong with one board."""
    brands = dict(library().brands)
    pack = brands[CARD.brand]
    brands[CARD.brand] = replace(pack, data=pack.data.model_copy(update=changes))
    return replace(library(), brands=brands)


def too_faint() -> Library:
    """The board's words are as pale as paper."""
    color = library().brands[CARD.brand].data.color
    tokens = color.tokens.model_copy(update={"text": "#ffee99"})
    return bad(color=color.model_copy(update={"tokens": tokens}))


def too_many() -> Library:
    contacts = library().brands[CARD.brand].data.contacts
    return bad(contacts=contacts * 6)


def test_an_edition_of_many_comes_from_a_plate() -> None:
    made = Press(library(), PLATED).make(CARD)
    assert made.entry is not None
    assert made.entry.way == "plate"
    assert made.entry.bytes == len(made.files[CARD.path])


def test_other_editions_are_rendered() -> None:
    made = Press(library(), Manner()).make(CARD)
    assert made.entry is not None
    assert made.entry.way == ""


@pytest.mark.parametrize("of", [library, too_faint, too_many], ids=lambda one: one.__name__)
def test_what_is_found_of_good_and_bad_boards_is_the_same_either_way(of: object) -> None:
    whole: Library = of()  # type: ignore[operator]
    one, other = Press(whole, Manner()).make(CARD), Press(whole, PLATED).make(CARD)
    assert other.diagnostics == one.diagnostics
    assert set(other.files) == set(one.files)
    assert bool(one.diagnostics) == (of is not library)


def test_what_preflight_finds_is_told_of_a_render() -> None:
    """A warning does not keep it from being written; it says why it is no plate."""
    layouts = dict(library().layouts)
    card = layouts["card"]
    crowded = card.data.model_copy(
        update={"type": card.data.type.model_copy(update={"least": 9.5})}
    )
    layouts["card"] = replace(card, data=crowded)
    whole = replace(library(), layouts=layouts)
    one, other = Press(whole, Manner()).make(CARD), Press(whole, PLATED).make(CARD)
    assert one.diagnostics == other.diagnostics != ()
    if other.entry is not None:
        assert other.entry.way == f"direct: {FOUND}"


def test_a_plate_pays_for_many_brands_on_the_screen() -> None:
    many = [replace(CARD, brand=f"board-{number}") for number in range(worth.LEAST)]
    assert worth_plates(many) == {CARD.unbranded}
    assert worth_plates(many[1:]) == frozenset()
    assert worth_plates(replace(one, format="large-print") for one in many) == frozenset()


def test_the_report_says_which_way_documents_were_made_and_why(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worth, "LEAST", 1)
    outcome = bench.build()
    reason = "no plate: it can be tried on 2 of 3 brands"
    assert [entry.way for entry in outcome.written] == [f"direct: {reason}"] * 2
    assert f"How documents were made 2 rendered by themselves: {reason}" in read(bench)


def test_all_are_rendered_when_that_is_asked_for(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worth, "LEAST", 1)
    outcome = bench.build(OURS, direct=True)
    assert [entry.way for entry in outcome.written] == ["", ""]
    assert "How documents were made" not in read(bench)


def test_plates_are_made_first_and_kept_for_the_next_build(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worth, "LEAST", 1)
    monkeypatch.setattr(trial, "TRIED", 1)
    outcome = bench.build(OURS)
    assert [entry.way for entry in outcome.written] == ["plate", "plate"]
    folder = bench.output / FOLDER
    kept = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert len(kept) == 2
    whole = {path: path.read_bytes() for path in bench.output.rglob("*.pdf")}
    again = bench.build(OURS, anew=True)
    assert [entry.way for entry in again.written] == ["plate", "plate"]
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == kept
    assert {path: path.read_bytes() for path in bench.output.rglob("*.pdf")} == whole


def test_one_process_or_two_keep_the_same_plates(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worth, "LEAST", 1)
    monkeypatch.setattr(trial, "TRIED", 2)
    wanted = Wanted((), ("hosts",), ("card",))
    kept = []
    for jobs in (1, 2):
        outcome = bench.build(wanted, anew=True, jobs=jobs)
        assert [entry.way for entry in outcome.written] == ["plate", "plate"]
        (plate,) = (bench.output / FOLDER).iterdir()
        kept.append(plate.read_bytes())
        plate.unlink()
    assert kept[0] == kept[1]


def test_what_was_found_of_a_plate_is_not_found_out_again_for_each_edition(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def noted(*of: Any) -> object:  # noqa: ANN401 - as it is called
        made.append(of[0].edition.brand)
        return make_plate(*of)

    monkeypatch.setattr(worth, "LEAST", 1)
    monkeypatch.setattr(maker, "make_plate", noted)
    outcome = bench.build(Wanted((), ("hosts",), ("card",)))
    reason = "no plate: it can be tried on 2 of 3 brands"
    assert [entry.way for entry in outcome.written] == [f"direct: {reason}"] * 2
    assert len(made) == 1


@pytest.mark.parametrize(
    ("wanted", "rounds"),
    [(OURS, [2]), (Wanted((), ("hosts",), ("card",)), [1, 2])],
    ids=["one brand", "two brands"],
)
def test_only_a_plate_that_several_editions_need_is_made_before_them(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, wanted: Wanted, rounds: list[int]
) -> None:
    done: list[int] = []

    def near(_: Staff, which: str, jobs: Jobs, start: Begin, *how: Any) -> Iterator[Any]:  # noqa: ANN401 - as it is called
        done.extend([len(jobs)] if jobs else [])
        assert not jobs or (which == "before") == (len(done) < len(rounds))
        return run_before(jobs, start, 1, *how)

    monkeypatch.setattr(worth, "LEAST", 1)
    monkeypatch.setattr(trial, "TRIED", 1)
    monkeypatch.setattr(Staff, "do", partialmethod(near, "then"))
    monkeypatch.setattr(Staff, "do_before", partialmethod(near, "before"))
    outcome = bench.build(wanted)
    assert [entry.way for entry in outcome.written] == ["plate", "plate"]
    assert done == rounds
    assert len(list((bench.output / FOLDER).iterdir())) == len({*wanted.audiences})


def far(staff: Staff, jobs: Jobs, start: Begin, *how: Any) -> Iterator[Done[Any, Any]]:  # noqa: ANN401 - as it is called
    """Does jobs as workers do that get everything in a parcel."""
    assert staff.cluster
    return run_before(jobs, pickle.loads(pickle.dumps(start)), 1, *how)  # noqa: S301 - our own


def test_plates_are_sent_to_a_cluster_and_come_back_from_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(worth, "LEAST", 1)
    monkeypatch.setattr(trial, "TRIED", 1)

    def noted(slug: str, *of: Any) -> Trial:  # noqa: ANN401 - as it is called
        made.append(slug)
        return tried(slug, *of)

    monkeypatch.setattr(maker, "tried", noted)
    monkeypatch.setattr(Staff, "do", far)
    monkeypatch.setattr(Staff, "do_before", far)
    monkeypatch.setattr(pipeline, "meet", lambda _: ())
    monkeypatch.setattr(Storeroom, "get", lambda *_: None)
    outcome = bench.build(OURS, cluster="tcp://elsewhere")
    assert [entry.way for entry in outcome.written] == ["plate", "plate"]
    assert len(list((bench.output / FOLDER).iterdir())) == len(made) == 2
    again = bench.build(OURS, anew=True, cluster="tcp://elsewhere")
    assert [entry.way for entry in again.written] == ["plate", "plate"]
    assert len(made) == 2


@pytest.mark.parametrize("least", [1, 99])
def test_a_process_gets_what_it_makes_once(
    least: int, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From plates these are the shells of a brand; else the lines of a text."""
    seen: list[tuple[Hashable, Edition]] = []

    def noted(
        _: Staff, jobs: Jobs, __: Begin, kind: Callable[[Edition], Hashable]
    ) -> Iterator[Any]:
        seen.extend((kind(job), job) for job in jobs)
        return iter(())

    monkeypatch.setattr(worth, "LEAST", least)
    monkeypatch.setattr(Staff, "do", noted)
    monkeypatch.setattr(Staff, "do_before", lambda *_: iter(()))
    verify(bench.request, Follower())
    plated = [edition for _, edition in seen if least == 1 and edition.format == "screen"]
    rest = [edition for _, edition in seen if edition not in plated]
    assert [kind for kind, _ in seen] == [
        *(edition.unbranded for edition in rest),
        *(edition.brand for edition in plated),
    ]
    assert len({edition.brand for _, edition in seen}) > 1
    for kinds in ([e.unbranded for e in rest], [e.brand for e in plated]):
        assert len(list(groupby(kinds))) == len(set(kinds))


def test_a_check_keeps_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worth, "LEAST", 1)
    monkeypatch.setattr(trial, "TRIED", 1)
    verify(replace(bench.request, wanted=OURS), Follower())
    assert not bench.output.exists() or not (bench.output / FOLDER).exists()
