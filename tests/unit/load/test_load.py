"""Loading as a whole: it is quiet about what is right, and tells all that is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefpress.diagnostics import Diagnostic
from briefpress.load import load, read_listing, read_starter
from briefpress.model.library import Loaded
from briefpress.model.manifest import EMPTY
from tests.conftest import TODAY, Edit

ROOT = Path(__file__).parents[3]
Faults = Callable[[], list[str]]
LoadIt = Callable[[], Loaded]


def test_the_specimen_is_sound(load_it: LoadIt) -> None:
    loaded = load_it()
    assert loaded.diagnostics == ()
    assert loaded.library is not None
    assert list(loaded.library.brands) == ["_series", "wexbridge"]
    assert [s.id for s in loaded.library.sections][:2] == ["welcome", "the-queue"]


def test_the_publication_of_the_project_is_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert load(Path("source"), Path("layouts"), TODAY).diagnostics == ()


def test_the_ends_of_lines_and_a_mark_at_the_beginning_do_not_matter(
    specimen: Path, load_it: LoadIt
) -> None:
    plain = load_it().library
    for path in (*specimen.rglob("*.yaml"), *specimen.rglob("*.md")):
        data = path.read_bytes().replace(b"\n", b"\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + data)
    assert load_it().diagnostics == ()
    assert load_it().library == plain


def test_a_folder_that_is_not_there(tmp_path: Path, layouts: Path) -> None:
    loaded = load(tmp_path / "sauce", layouts, TODAY)
    assert loaded.library is None
    assert [str(d) for d in loaded.diagnostics] == [
        f"{tmp_path}/sauce: FOLDER-MISSING error: folder is missing"
    ]


def test_all_faults_of_all_files_are_told_at_once(edit: Edit, faults: Faults) -> None:
    edit.remove("publication.yaml")
    edit.replace("facts.yaml", "value: 96", "value: many")
    edit.replace("facts.yaml", "id: textiles", "id: Textiles")
    edit.replace("messages.yaml", "  - id: W2\n", "  - id: w2\n")
    edit.replace("sections/plugs.md", "order: 30", "order: third")
    edit.replace("brands/wexbridge/brand.yaml", "issue:", "isue:")
    assert faults() == [
        "source/brands/wexbridge/brand.yaml:55: KEY-UNKNOWN error: unknown key 'document.isue'",
        (
            "source/facts.yaml:10: VALUE error: value: 'many' is not a figure; write digits, such "
            "as 293 or 40.96"
        ),
        "source/facts.yaml:13: VALUE error: id: 'Textiles' has the wrong form",
        "source/messages.yaml:17: VALUE error: id: 'w2' has the wrong form",
        "source/publication.yaml: FILE-MISSING error: file is missing",
        "source/sections/plugs.md:5: VALUE error: order: 'third' is no whole number",
    ]


def test_a_file_that_cannot_be_read_is_the_only_thing_told(edit: Edit, faults: Faults) -> None:
    line = edit.replace("facts.yaml", "value: 60", "value: 60: x")
    edit.replace("messages.yaml", "themes:\n", "themes: {\n")
    assert faults() == [
        (
            f"source/facts.yaml:{line}: YAML-SYNTAX error: not readable as YAML: mapping values "
            "are not allowed in this context"
        ),
        (
            "source/messages.yaml:2: YAML-SYNTAX error: not readable as YAML: did not find "
            "expected node content"
        ),
    ]


def test_an_entry_with_a_fault_is_known_to_those_who_name_it(edit: Edit, faults: Faults) -> None:
    edit.replace("facts.yaml", "    text: twelve and a half minutes\n", "    txt: twelve\n")
    edit.replace("messages.yaml", "    title: Safety\n", "")
    edit.replace("figures/what-came.yaml", "chart: bars\n", "")
    edit.replace("sections/the-queue.md", "order: 20", "oder: 20")
    codes = {fault.split()[1] for fault in faults()}
    assert codes == {"KEY-UNKNOWN", "KEY-MISSING", "MESSAGE-UNPLACED"}


def test_without_optional_files(edit: Edit, load_it: LoadIt) -> None:
    for name in ("abbreviations.yaml", "messages.yaml", "facts.yaml", "figures"):
        edit.remove(name)
    assert {d.code for d in load_it().diagnostics} == {
        "CHART-UNKNOWN",
        "FACT-UNKNOWN",
        "THEME-UNKNOWN",
    }


def test_a_publication_without_audiences(edit: Edit, load_it: LoadIt) -> None:
    edit.write("audiences.yaml", "audiences: []\n")
    loaded = load_it()
    assert loaded.library is None
    assert [str(d) for d in loaded.diagnostics] == [
        "source/audiences.yaml:1: KEY-MISSING error: 'audiences' is empty"
    ]


def test_folders_without_anything_in_them(edit: Edit, specimen: Path, faults: Faults) -> None:
    for name in ("sections", "brands"):
        edit.remove(name)
        (specimen / name).mkdir()
    found = faults()
    assert "source/sections: FILE-MISSING error: there is no section" in found
    assert "source/brands: FILE-MISSING error: there is no brand" in found


def covers(found: Diagnostic, brand: str, audience: str, layout: str) -> bool:
    """Whether the finding keeps this edition from being written."""
    return found.scope.covers(brand, audience, layout)


def only(loaded: Loaded) -> Diagnostic:
    """The one thing that was found."""
    assert len(loaded.diagnostics) == 1, loaded.diagnostics
    return loaded.diagnostics[0]


def test_a_fault_of_a_brand_covers_that_brand(edit: Edit, load_it: LoadIt) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "url: https://wexbridge.example.org/test", "url: x")
    found = only(load_it())
    assert found.message == "links.training.url: 'x' has the wrong form"
    assert covers(found, "wexbridge", "hosts", "card")
    assert not covers(found, "_series", "hosts", "card")


def test_a_fault_that_brands_inherit_is_told_once_and_covers_them(
    edit: Edit, load_it: LoadIt
) -> None:
    edit.write("brands/lower-wex/brand.yaml", "extends: _series\n")
    edit.write("brands/upper-wex/brand.yaml", "extends: lower-wex\n")
    edit.replace("brands/_series/brand.yaml", "owner: The editor", "oner: The editor")
    found = [d for d in load_it().diagnostics if d.code == "KEY-UNKNOWN"]
    assert [d.message for d in found] == ["unknown key 'document.oner'"]
    assert str(found[0].where) == "source/brands/_series/brand.yaml:24"
    for brand in ("_series", "wexbridge", "lower-wex", "upper-wex"):
        assert covers(found[0], brand, "hosts", "card")


def test_a_fault_of_a_section_covers_its_audiences(edit: Edit, load_it: LoadIt) -> None:
    edit.replace("sections/the-queue.md", "Those who knew", "<p>Those who knew")
    found = only(load_it())
    assert covers(found, "wexbridge", "hosts", "card")
    assert covers(found, "wexbridge", "fixers", "card")
    assert not covers(found, "wexbridge", "trustees", "card")


def test_a_fault_of_a_passage_covers_its_readers(edit: Edit, load_it: LoadIt) -> None:
    edit.replace("sections/the-queue.md", "Look up when", "Look *up* when")
    found = only(load_it())
    assert covers(found, "wexbridge", "fixers", "card")
    assert not covers(found, "wexbridge", "hosts", "card")


def test_a_fault_of_a_message_covers_its_audiences(edit: Edit, load_it: LoadIt) -> None:
    edit.replace("messages.yaml", "Keep leads off", "Keep 3 leads off")
    found = only(load_it())
    assert covers(found, "wexbridge", "hosts", "card")
    assert not covers(found, "wexbridge", "trustees", "card")


def test_a_layout_that_is_not_there_covers_only_itself(edit: Edit, load_it: LoadIt) -> None:
    edit.replace("publication.yaml", "[briefing, card]", "[briefing, card, poster]")
    found = only(load_it())
    assert covers(found, "wexbridge", "hosts", "poster")
    assert not covers(found, "wexbridge", "hosts", "card")


def test_an_unknown_audience_covers_everybody_and_hides_nothing(
    edit: Edit, load_it: LoadIt
) -> None:
    edit.replace("sections/the-queue.md", "[hosts, fixers]", "[hsots, fixers]")
    edit.replace("sections/plugs.md", "Everybody else.", "<i>Everybody</i> else.")
    edit.replace("sections/records.md", "(mailto:", "(mail:")
    found = {d.message: d for d in load_it().diagnostics}
    assert {
        "unknown audience 'hsots'",
        "raw HTML is not allowed: <i>",
        "link to 'mail:survey@example.org'",
    } <= found.keys()
    assert covers(found["unknown audience 'hsots'"], "wexbridge", "trustees", "card")


def test_a_contact_that_one_audience_lacks(edit: Edit, load_it: LoadIt) -> None:
    edit.replace(
        "brands/wexbridge/brand.yaml",
        "    note: Ask for the key.\n    audiences: all\n",
        "    audiences: [hosts, fixers]\n",
    )
    found = {d.message: d for d in load_it().diagnostics}
    card = found["contact of kind 'front_door' is missing for trustees (needed by layout card)"]
    assert card.hint == "add `- kind: front_door` to contacts"
    assert covers(card, "wexbridge", "trustees", "card")
    assert not covers(card, "wexbridge", "trustees", "briefing")
    assert not covers(card, "wexbridge", "hosts", "card")
    assert not covers(card, "_series", "trustees", "card")


def test_two_editions_do_not_share_a_name(edit: Edit, load_it: LoadIt) -> None:
    audience = "  - id: hall-hosts\n" + "".join(
        f"    {key}: Words\n"
        for key in ("name", "people", "readers", "promise", "standfirst", "why", "how_to_use")
    )
    edit.append("audiences.yaml", audience)
    edit.write("brands/wex/brand.yaml", "extends: _series\n")
    edit.write("brands/wex-hall/brand.yaml", "extends: _series\n")
    found = [d for d in load_it().diagnostics if d.code == "ID-TWICE"]
    assert [d.message for d in found] == [
        "wex-hall for hosts would be named like wex for hall-hosts: wex-hall-hosts"
    ]
    assert covers(found[0], "wex-hall", "hosts", "card")
    assert not covers(found[0], "wex", "hall-hosts", "card")


@pytest.mark.parametrize("data", [None, b"\xff", b"{", b"[]", b'{"editions": [{"id": 1}]}'])
def test_a_manifest_that_cannot_be_understood_lists_nothing(
    tmp_path: Path, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / "manifest.json").write_bytes(data)
    assert read_listing(tmp_path) == EMPTY


def test_the_starter_is_named_from_its_own_folder() -> None:
    assert all(not path.is_absolute() for path in read_starter("publication"))
