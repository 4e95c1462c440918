"""Exceptions at work: what they let through, for whom, until when, and where it is told."""

import json

from briefpress.model.manifest import manifest_from_json
from tests.conftest import Edit
from tests.unit.building import ONE, OURS, Bench, codes, ids

EXCEPTION = """exceptions:
  - code: REVIEW-OVERDUE
    brand: wexbridge
    audience: all
    layout: all
    reason: The hall meets on Monday.
    allowed_by: J. Hollis
    expires: 2027-06-01
"""


def test_an_exception_lets_what_it_names_be_written_and_says_so(bench: Bench, edit: Edit) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "review_by: 2027-03-05", "review_by: 2026-10-01")
    assert codes(bench.build(ONE)) == {"REVIEW-OVERDUE"}
    assert bench.files() == []
    edit.write("preflight-exceptions.yaml", EXCEPTION)
    outcome = bench.build(ONE)
    assert outcome.diagnostics == ()
    (silenced,) = outcome.silenced
    assert (silenced.edition, silenced.reason) == (
        ids(outcome.written)[0],
        "The hall meets on Monday.",
    )
    (entry,) = json.loads((bench.output / "manifest.json").read_text("utf-8"))["editions"]
    assert [one["allowed_by"] for one in entry["silenced"]] == ["J. Hollis"]
    text = (bench.output / "manifest.json").read_text("utf-8")
    assert manifest_from_json(text).entries == outcome.written


def test_an_exception_that_has_expired_lets_nothing_through(bench: Bench, edit: Edit) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "review_by: 2027-03-05", "review_by: 2026-10-01")
    edit.write("preflight-exceptions.yaml", EXCEPTION.replace("2027-06-01", "2026-11-23"))
    outcome = bench.build(ONE)
    assert codes(outcome) == {"REVIEW-OVERDUE", "EXCEPTION-STALE"}
    assert bench.files() == []


def test_a_page_is_silenced_for_its_edition_alone(
    bench: Bench, own_layouts: Edit, edit: Edit
) -> None:
    own_layouts.replace(
        "card/layout.yaml", "pages: {least: 2, most: 2}", "pages: {least: 4, most: 4}"
    )
    text = EXCEPTION.replace("REVIEW-OVERDUE", "PAGE-COUNT").replace("layout: all", "layout: card")
    edit.write("preflight-exceptions.yaml", text.replace("audience: all", "audience: hosts"))
    outcome = bench.build(OURS)
    assert [d.where.file for d in outcome.diagnostics] == ["wexbridge-fixers-card"]
    assert bench.listed() == ["wexbridge-hosts-card"]
    assert [one.code for one in outcome.silenced] == ["PAGE-COUNT"]
