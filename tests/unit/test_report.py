"""The report: every document is in it, with what was checked, and faults can be seen."""

import json
import re
from html import unescape

import numpy as np
import pypdfium2

from briefpress.selection import Wanted
from tests.conftest import Edit
from tests.unit.building import ONE, Bench

FIXERS, HOSTS = "wexbridge-fixers-card", "wexbridge-hosts-card"
LONG = "Greet everybody at once and at great length and with a song and another. " * 13


def read(bench: Bench, name: str = "report.html") -> str:
    """A page of the report as one reads it."""
    html = (bench.output / name).read_text(encoding="utf-8")
    html = re.sub(r"<(style|script)>.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def source(bench: Bench, name: str = "report.html") -> str:
    return (bench.output / name).read_text(encoding="utf-8")


def too_long(edit: Edit) -> None:
    edit.replace("messages.yaml", "command: No microwaves", f"command: {LONG}")


def test_every_document_is_listed_with_its_figures(bench: Bench) -> None:
    bench.build()
    text = read(bench)
    assert "2 documents 0 with errors 0 with warnings 2 sound" in text
    assert "Nothing stands against any document." in text
    assert "Number or address that was checked longest ago: 20 February 2026" in text
    assert "Next review: 2 March 2027" in text
    assert "how hard words, for each audience: python build.py readability" in text
    assert f'href="wexbridge/{HOSTS}.pdf"' in source(bench)
    assert f'href="report/{HOSTS}.html"' in source(bench)
    row = text.partition("Hosts, card Wexbridge Repair Café Network sound 2 ")[2]
    assert re.match(r"[0-9.]+pt [0-9.]+:1 on page [12] [a-z-]+ [0-9]+% at [0-9.]+pt ", row)


def test_it_tells_how_hard_the_text_of_each_audience_is_and_fails_nothing(
    bench: Bench, edit: Edit
) -> None:
    bench.build()
    told = re.compile(
        r"Hosts: ([0-9.]+) words in a sentence, ([0-9]+) / ([0-9]+) sentences of more"
    )
    mean, long, sentences = map(float, told.search(read(bench)).groups())  # type: ignore[union-attr]
    assert long == 0 < sentences
    longer = f"line: Even if nobody is free, {'and so on ' * 9}as ever."
    edit.replace("messages.yaml", "line: Even if nobody is free.", f'line: "{longer[6:]}"')
    outcome = bench.build()
    assert not [found for found in outcome.diagnostics if found.severity.value == "error"]
    now_mean, now_long, _ = map(float, told.search(read(bench)).groups())  # type: ignore[union-attr]
    assert now_mean > mean
    assert now_long == 1


def test_its_head_tells_how_many_facts_two_people_have_keyed(bench: Bench, edit: Edit) -> None:
    bench.build(ONE)
    assert "0 / 10 facts keyed twice" in read(bench)
    keyed = "checked_by: Ines Okoro\nchecked_on: 2026-11-20\nfacts:\n"
    edit.write("checked.yaml", keyed + "  - {id: wait, value: 12.5, page: 21}\n")
    outcome = bench.build(ONE)
    assert {"CHECKED-MISSING"} == {found.code for found in outcome.diagnostics}
    assert "1 / 10 facts keyed twice" in read(bench)


def test_the_page_of_a_document_tells_each_check_and_what_it_proves(bench: Bench) -> None:
    outcome = bench.build(ONE)
    text = read(bench, f"report/{HOSTS}.html")
    (entry,) = outcome.written
    for code in entry.checks:
        assert code in text
    assert "Each character of the document was laid out on some page" in text
    assert "<img" not in source(bench, f"report/{HOSTS}.html")
    assert entry.figures["PAGE-COUNT"] == "2 pages"


def test_a_document_that_failed_is_in_the_report_with_its_picture(bench: Bench, edit: Edit) -> None:
    too_long(edit)
    outcome = bench.build()
    text, page = read(bench), source(bench, f"report/{FIXERS}.html")
    assert "1 with errors" in text
    assert "COPYFIT Text that does not fit" in text
    assert "It was not written." in text
    assert f"{FIXERS}.pdf" not in source(bench)
    assert '<img loading="lazy" src="data:image/png;base64,' in page
    failed = json.loads((bench.output / "manifest.json").read_text("utf-8"))["failed"]
    assert [entry["id"] for entry in failed] == [FIXERS]
    assert failed[0]["checks"]["COPYFIT"] == "fail"
    assert {found["code"] for found in failed[0]["findings"]} == {
        d.code for d in outcome.diagnostics
    }


def test_the_report_keeps_what_a_build_was_not_asked_for(bench: Bench, edit: Edit) -> None:
    too_long(edit)
    bench.build()
    bench.build(ONE)
    assert "2 documents 1 with errors" in read(bench)
    assert [entry.id for entry in bench.manifest().failed] == [FIXERS]
    edit.replace("messages.yaml", f"command: {LONG}", "command: No microwaves")
    bench.build(Wanted(("wexbridge",), ("fixers",), ("card",)))
    assert bench.manifest().failed == ()
    assert "2 documents 0 with errors" in read(bench)


def test_what_stops_a_document_before_it_is_made_is_in_the_report(bench: Bench, edit: Edit) -> None:
    edit.append("sections/the-queue.md", "\n/// audience | hosts\n{{ fact.nowhere }}\n///\n")
    bench.build()
    text = read(bench)
    assert "FACT-UNKNOWN An unknown fact" in text
    assert "1 error It was not written." in text
    assert not (bench.output / f"report/{HOSTS}.html").exists()
    assert bench.manifest().failed == ()


def test_what_is_found_in_many_documents_is_told_once(bench: Bench, edit: Edit) -> None:
    edit.replace("messages.yaml", "command: Test every plug", f"command: {LONG}")
    bench.build(Wanted((), ("hosts",), ("card",)))
    assert f"_series-hosts-card, {HOSTS} Cure: " in read(bench)


def test_what_is_silenced_is_told_with_its_reason(bench: Bench, edit: Edit) -> None:
    edit.replace("sections/the-books.md", "order: 60", "order: 50")
    edit.write(
        "preflight-exceptions.yaml",
        "exceptions:\n  - {code: SECTION-ORDER, audience: trustees, format: all, "
        "reason: Read in any order., allowed_by: J. Hollis, expires: 2027-01-01}\n",
    )
    bench.build(Wanted(("wexbridge",), ("trustees",), ("card",)))
    text = read(bench)
    assert "1 silenced" in text
    assert "Read in any order. Allowed by J. Hollis, until 2027-01-01." in text


def test_a_check_and_a_proof_write_no_report(bench: Bench) -> None:
    bench.build(ONE, proof=True)
    assert not (bench.output / "report.html").exists()
    assert not (bench.output / "report").exists()


def test_a_proof_has_its_faults_in_red(bench: Bench, edit: Edit) -> None:
    def red() -> int:
        bench.build(Wanted(("wexbridge",), ("fixers",), ("card",)), proof=True)
        pdf = (bench.output / f"wexbridge/{FIXERS}-PROOF.pdf").read_bytes()
        image = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")
        pixels = np.asarray(image).astype(int)
        return int((pixels[..., 0] - pixels[..., 1:].max(axis=2) > 120).sum())

    before = red()
    too_long(edit)
    assert red() > before + 50


def test_a_report_that_cannot_be_composed_is_said_and_stops_nothing(
    bench: Bench, own_layouts: Edit
) -> None:
    own_layouts.append("_shared/report.html.j2", "{% if %}")
    own_layouts.append("_shared/examined.html.j2", "{{ no.such }}")
    outcome = bench.build(ONE)
    assert bench.listed() == [HOSTS]
    assert {d.where.file for d in outcome.diagnostics} == {
        "_shared/report.html.j2",
        "_shared/examined.html.j2",
    }
