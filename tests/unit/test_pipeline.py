"""The pipeline: a fault stops what it covers and nothing else, and nothing old passes for new."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefpress import contents, scribe
from briefpress.made import Made
from briefpress.model.edition import Edition
from briefpress.pipeline import build, verify
from briefpress.press import Press
from briefpress.selection import Wanted
from briefpress.write import write_files
from tests.conftest import Edit
from tests.unit.building import ONE, OURS, Bench, Follower, codes, ids

BOTH_BRANDS = Wanted((), ("fixers",), ("card",))
TOO_LONG = "Greet everybody at once and at great length and with a song and another. "


def test_everything_that_was_asked_for_is_written_and_listed(bench: Bench) -> None:
    outcome = bench.build(Wanted(("wexbridge",), ("hosts",)))
    expected = ["wexbridge-hosts-briefing", "wexbridge-hosts-card"]
    assert outcome.diagnostics == ()
    assert ids(outcome.written) == ids(outcome.passed) == bench.listed() == expected
    assert bench.files() == [f"{name}.pdf" for name in expected]
    for name in expected:
        assert (bench.output / "thumbnails" / f"{name}.png").read_bytes().startswith(b"\x89PNG")
        assert f'href="wexbridge/{name}.pdf"' in bench.linked()


def test_an_entry_says_what_the_file_is(bench: Bench) -> None:
    bench.build(ONE)
    manifest = json.loads((bench.output / "manifest.json").read_text(encoding="utf-8"))
    (entry,) = manifest["editions"]
    data = (bench.output / entry["path"]).read_bytes()
    assert manifest["publication"] == "Running a repair café"
    assert manifest["version"] == "1.2"
    assert entry["sha256"] == hashlib.sha256(data).hexdigest()
    assert entry["bytes"] == len(data)
    assert entry["pages"] == 2
    assert entry["format"] == "screen"
    assert {"W1", "W2", "S1"} <= set(entry["messages"])
    assert entry["checks"]["TEXT-LOST"] == "pass"
    assert set(entry["checks"].values()) == {"pass"}


def test_the_hash_of_the_inputs_changes_only_where_they_do(bench: Bench, edit: Edit) -> None:
    before = {entry.id: entry.inputs for entry in bench.build().written}
    edit.replace("messages.yaml", "command: No microwaves", "command: No microwave ovens")
    after = {entry.id: entry.inputs for entry in bench.build().written}
    changed = {name for name, inputs in after.items() if inputs != before[name]}
    assert changed == {"wexbridge-fixers-card"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_build_can_be_followed(bench: Bench, jobs: int) -> None:
    follower = Follower()
    outcome = build(replace(bench.request, wanted=OURS, jobs=jobs), follower)
    assert follower.count == 2
    assert sorted(follower.steps) == [(name, True) for name in ids(outcome.passed)]
    assert len(outcome.passed) == 2


def test_a_check_finds_the_same_and_writes_nothing(bench: Bench, edit: Edit) -> None:
    edit.replace("messages.yaml", "command: No microwaves", f"command: {TOO_LONG * 40}")
    follower = Follower()
    request = replace(bench.request, wanted=OURS)
    checked = verify(request, follower)
    assert not bench.output.exists()
    assert ids(checked.passed) == ["wexbridge-hosts-card"]
    assert ("wexbridge-fixers-card", False) in follower.steps
    assert checked.diagnostics == build(request, Follower()).diagnostics


def test_a_fault_in_one_brand_stops_that_brand_alone(bench: Bench, edit: Edit) -> None:
    edit.replace(
        "brands/wexbridge/brand.yaml",
        "audiences: [fixers]\n    checked",
        "audiences: [mixers]\n    checked",
    )
    outcome = bench.build(BOTH_BRANDS)
    assert codes(outcome) == {"AUDIENCE-UNKNOWN"}
    assert ids(outcome.editions) == ["_series-fixers-card", "wexbridge-fixers-card"]
    assert bench.files() == ["_series-fixers-card.pdf"]


def test_a_brand_that_cannot_be_read_stops_that_brand_alone(bench: Bench, edit: Edit) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "meta:", "metta:")
    outcome = bench.build(BOTH_BRANDS)
    assert "KEY-UNKNOWN" in codes(outcome)
    assert bench.listed() == ["_series-fixers-card"]


def test_a_fault_in_a_section_for_one_audience_stops_that_audience_alone(
    bench: Bench, edit: Edit
) -> None:
    edit.append("sections/the-books.md", "\nSee {{ fact.nowhere }}.\n")
    outcome = bench.build(Wanted(("wexbridge",), (), ("card",)))
    assert codes(outcome) == {"FACT-UNKNOWN"}
    assert len(outcome.editions) == 3
    assert bench.listed() == ["wexbridge-fixers-card", "wexbridge-hosts-card"]


def test_a_broken_template_stops_its_layout_alone(bench: Bench, own_layouts: Edit) -> None:
    own_layouts.append("card/card.html.j2", "{{ no.such.thing }}")
    outcome = bench.build(Wanted(("wexbridge",), ("hosts",)))
    assert codes(outcome) == {"LAYOUT-TEMPLATE"}
    assert bench.files() == ["wexbridge-hosts-briefing.pdf"]


def test_a_layout_that_cannot_be_read_stops_its_documents_alone(
    bench: Bench, own_layouts: Edit
) -> None:
    own_layouts.replace("card/layout.yaml", "title: Card", "titel: Card")
    outcome = bench.build(Wanted(("wexbridge",), ("hosts",)))
    assert "KEY-UNKNOWN" in codes(outcome)
    assert bench.files() == ["wexbridge-hosts-briefing.pdf"]


def test_a_fault_that_covers_everything_writes_nothing(bench: Bench, edit: Edit) -> None:
    edit.replace("facts.yaml", "facts:", "fatcs:")
    outcome = bench.build()
    assert len(outcome.editions) == 2
    assert ids(outcome.passed) == bench.files() == bench.listed() == []


def test_without_a_publication_nothing_is_touched(bench: Bench, edit: Edit) -> None:
    bench.build()
    before = bench.listed()
    edit.remove("publication.yaml")
    outcome = bench.build()
    assert "FILE-MISSING" in codes(outcome)
    assert outcome.editions == ()
    assert outcome.withdrawn == ()
    assert bench.listed() == before


def test_a_document_that_fails_keeps_its_old_file_and_loses_its_listing(
    bench: Bench, edit: Edit
) -> None:
    bench.build()
    old = (bench.output / "wexbridge/wexbridge-fixers-card.pdf").read_bytes()
    edit.replace("messages.yaml", "command: No microwaves", f"command: {TOO_LONG * 40}")
    outcome = bench.build()
    fixers, hosts = "wexbridge-fixers-card", "wexbridge-hosts-card"
    assert fixers in ids(outcome.withdrawn)
    assert hosts not in ids(outcome.withdrawn)
    assert (bench.output / f"wexbridge/{fixers}.pdf").read_bytes() == old
    assert fixers not in bench.listed()
    assert fixers not in bench.linked()
    assert hosts in bench.listed()
    assert hosts in bench.linked()


def test_a_partial_build_keeps_what_it_was_not_asked_for(bench: Bench) -> None:
    first = bench.build()
    outcome = bench.build(ONE, anew=True)
    assert ids(outcome.written) == ["wexbridge-hosts-card"]
    assert outcome.withdrawn == ()
    assert bench.listed() == ids(first.written)


def test_a_partial_build_drops_what_is_no_longer_there_or_no_longer_ours(bench: Bench) -> None:
    bench.build(Wanted(("_series",), (), ("card",)))
    (bench.output / "_series/_series-hosts-card.pdf").unlink()
    (bench.output / "_series/_series-fixers-card.pdf").write_bytes(b"edited by hand")
    outcome = bench.build(ONE)
    assert ids(outcome.withdrawn) == ["_series-fixers-card"]
    assert bench.listed() == ["_series-trustees-card", "wexbridge-hosts-card"]


def test_a_brand_that_is_gone_is_no_longer_listed(bench: Bench, edit: Edit) -> None:
    bench.build(BOTH_BRANDS)
    edit.remove("brands/wexbridge")
    outcome = bench.build(BOTH_BRANDS)
    assert bench.listed() == ["_series-fixers-card"]
    assert "wexbridge/wexbridge-fixers-card.pdf" in outcome.removed
    assert outcome.withdrawn == ()
    assert bench.files() == ["_series-fixers-card.pdf"]
    assert "wexbridge" not in bench.linked()


def test_a_damaged_manifest_is_written_anew(bench: Bench) -> None:
    bench.build()
    (bench.output / "manifest.json").write_text("{", encoding="utf-8")
    bench.build(ONE)
    assert bench.listed() == ["wexbridge-hosts-card"]


def test_the_manifest_is_written_last(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    true_write = write_files

    def noting(folder: Path, files: Any, **more: Any) -> Any:  # noqa: ANN401
        order.extend(map(str, files))
        return true_write(folder, files, **more)

    for module in (scribe, contents):
        monkeypatch.setattr(module, "write_files", noting)
    bench.build()
    assert len(order) == 11
    assert order[-3:] == ["index.html", "report.html", "manifest.json"]


def test_an_unknown_name_builds_nothing_at_all(bench: Bench) -> None:
    outcome = bench.build(Wanted(brands=("wexbridge", "wexbrigde")))
    assert codes(outcome) == {"SELECTION"}
    assert "wexbrigde" in outcome.diagnostics[0].message
    assert "wexbridge" in outcome.diagnostics[0].hint
    assert not bench.output.exists()


def test_a_brand_with_errors_is_not_an_unknown_name(bench: Bench, edit: Edit) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "meta:", "metta:")
    outcome = bench.build(Wanted(brands=("wexbridge",)))
    assert "SELECTION" not in codes(outcome)
    assert "KEY-UNKNOWN" in codes(outcome)
    assert outcome.editions == ()
    bench.build(Wanted(("wexbridge", "_series"), ("hosts",), ("card",)))
    assert bench.listed() == ["_series-hosts-card"]


def test_a_layout_with_errors_is_not_an_unknown_name(bench: Bench, own_layouts: Edit) -> None:
    own_layouts.replace("card/layout.yaml", "title: Card", "titel: Card")
    outcome = bench.build()
    assert "SELECTION" not in codes(outcome)
    assert outcome.editions == ()


def test_without_any_layout_the_listing_is_empty(bench: Bench, own_layouts: Edit) -> None:
    for name in ("briefing", "card", "seven-minute"):
        own_layouts.remove(name)
    assert codes(bench.build(Wanted())) == {"LAYOUT-UNKNOWN"}
    assert bench.listed() == []


def test_a_warning_stops_documents_only_when_strict(bench: Bench, edit: Edit) -> None:
    edit.write("sections/notes.txt", "nothing reads this")
    lenient = bench.build(ONE)
    assert codes(lenient) == {"FILE-UNKNOWN"}
    assert ids(lenient.passed) == ["wexbridge-hosts-card"]
    strict = bench.build(ONE, strict=True)
    assert codes(strict) == {"FILE-UNKNOWN"}
    assert strict.passed == ()


def test_a_proof_is_written_in_spite_of_errors_and_is_never_listed(
    bench: Bench, edit: Edit
) -> None:
    bench.build(ONE)
    edit.replace("messages.yaml", "command: No microwaves", f"command: {TOO_LONG * 40}")
    edit.replace("messages.yaml", "pages: [30]", "pages: [99]")
    outcome = bench.build(Wanted(("wexbridge",), ("fixers",), ("card",)), proof=True)
    assert "PAGE-RANGE" in codes(outcome)
    assert codes(outcome) & {"COPYFIT", "TEXT-LOST"}
    assert ids(outcome.passed) == ["wexbridge-fixers-card"]
    assert outcome.written == ()
    assert outcome.withdrawn == ()
    assert bench.files() == ["wexbridge-fixers-card-PROOF.pdf", "wexbridge-hosts-card.pdf"]
    assert bench.listed() == ["wexbridge-hosts-card"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_ours_in_one_document_is_said_and_the_others_are_written(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    if jobs > 1:
        # A fork inherits what is changed here; what waits for threads must not be used in it.
        monkeypatch.setattr("briefpress.workers.process.threads", lambda: 1)
        monkeypatch.setattr("briefpress.check.RULES", {})
    true_make = Press.make

    def make(self: Press, edition: Edition) -> Made:
        if edition.audience == "hosts":
            message = "nobody thought of this"
            raise LookupError(message)
        return true_make(self, edition)

    monkeypatch.setattr(Press, "make", make)
    outcome = bench.build(OURS, jobs=jobs)
    (fault,) = outcome.diagnostics
    assert fault.code == "WORKER-LOST"
    assert fault.where.file == "wexbridge-hosts-card"
    assert "LookupError: nobody thought of this" in fault.message
    assert "report" in fault.hint
    assert bench.listed() == ["wexbridge-fixers-card"]


def test_an_engine_that_gives_up_stops_one_document(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefpress.render import Engine, RenderFaultError  # noqa: PLC0415 - slow to import

    true_render = Engine.render

    def render(self: Engine, document: Any) -> Any:  # noqa: ANN401
        if document.edition.audience == "hosts":
            message = "RecursionError: too deep"
            raise RenderFaultError(message)
        return true_render(self, document)

    monkeypatch.setattr(Engine, "render", render)
    outcome = bench.build()
    assert [(d.code, d.message) for d in outcome.diagnostics] == [
        ("ENGINE-FAULT", "RecursionError: too deep")
    ]
    assert bench.listed() == ["wexbridge-fixers-card"]


def test_a_chart_that_cannot_be_drawn_stops_the_documents_that_show_it(
    bench: Bench, edit: Edit
) -> None:
    edit.write("figures/bars.vl.json", "{")
    outcome = bench.build(Wanted(("wexbridge",), ("fixers",)))
    assert codes(outcome) == {"CHART-SPEC"}
    assert bench.listed() == ["wexbridge-fixers-card"]


def test_a_broken_index_is_said_and_the_documents_are_listed(
    bench: Bench, own_layouts: Edit
) -> None:
    own_layouts.append("_shared/index.html.j2", "{% if %}")
    outcome = bench.build(ONE)
    assert codes(outcome) == {"LAYOUT-TEMPLATE"}
    assert outcome.diagnostics[0].where.file == "_shared/index.html.j2"
    assert bench.listed() == ["wexbridge-hosts-card"]


def test_a_file_that_cannot_be_written_is_said_and_not_listed(bench: Bench) -> None:
    (bench.output / "wexbridge/wexbridge-hosts-card.pdf").mkdir(parents=True)
    outcome = bench.build()
    assert codes(outcome) == {"WRITE"}
    assert ids(outcome.passed) == bench.listed()
    assert bench.listed() == ["wexbridge-fixers-card"]
