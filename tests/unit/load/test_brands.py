"""Brand packs: a child gives what differs, and cannot use a parent that is wrong."""

from collections.abc import Callable

from briefpress.model.brand import Brand
from briefpress.model.contacts import ContactKind
from briefpress.model.library import Loaded
from tests.conftest import Edit

LoadIt = Callable[[], Loaded]


def brand(loaded: Loaded, slug: str) -> Brand:
    """A brand that was loaded."""
    assert loaded.library is not None
    return loaded.library.brands[slug].data


def test_maps_merge_and_lists_replace(edit: Edit, load_it: LoadIt) -> None:
    edit.write(
        "brands/lower-wex/brand.yaml",
        "extends: wexbridge\n"
        "meta: {name: {short: Lower Wex}}\n"
        "color: {palette: {sky: '#336699'}, primary: sky}\n"
        "contacts:\n"
        "  - {kind: emergency, label: a, phones: '999', checked_on: 2026-02-20}\n"
        "  - {kind: front_door, label: b, url: 'https://example.org', checked_on: 2026-02-20}\n",
    )
    loaded = load_it()
    assert loaded.diagnostics == ()
    found = brand(loaded, "lower-wex")
    assert found.name == "Wexbridge Repair Café Network"
    assert found.short_name == "Lower Wex"
    assert found.color.value("primary") == "#336699"
    assert found.color.value("secondary") == "#b5542f"
    assert [c.kind for c in found.contacts] == [ContactKind.EMERGENCY, ContactKind.FRONT_DOOR]
    assert found.document.issue == "2.1"


def test_what_a_child_leaves_out_is_told_at_its_own_line(edit: Edit, load_it: LoadIt) -> None:
    """Its parent has more contacts, and a label in each: that is not where to look."""
    edit.write(
        "brands/lower-wex/brand.yaml",
        "extends: wexbridge\n"
        "contacts:\n"
        "  - {kind: emergency, label: a, phones: '999', checked_on: 2026-02-20}\n"
        "  - kind: front_door\n"
        "    url: 'https://example.org'\n"
        "    checked_on: 2026-02-20\n",
    )
    (found,) = load_it().diagnostics
    expected = "source/brands/lower-wex/brand.yaml:4: KEY-MISSING error: 'contacts[2].label'"
    assert str(found).startswith(expected)


def test_a_colour_without_quotes_is_a_note(edit: Edit, load_it: LoadIt) -> None:
    edit.write("brands/lower-wex/brand.yaml", "extends: wexbridge\ncolor: {primary: }\n")
    (found,) = load_it().diagnostics
    assert found.message == "'color.primary' is empty"
    assert found.hint.startswith('write the colour in quotes, "#')


def test_a_child_shows_the_logos_of_its_parent(edit: Edit, load_it: LoadIt) -> None:
    edit.write("brands/lower-wex/brand.yaml", "extends: wexbridge\n")
    loaded = load_it()
    assert loaded.library is not None
    mine = loaded.library.brands["lower-wex"]
    assert mine.data.logo.on_light().path == "wexbridge/logo.svg"
    assert set(mine.logos) == {
        "wexbridge/logo.svg",
        "wexbridge/logo-reversed.svg",
        "wexbridge/partners/council.svg",
    }


def test_a_full_name_does_not_inherit_the_short_one_of_its_parent(
    edit: Edit, load_it: LoadIt
) -> None:
    edit.write(
        "brands/harbour/brand.yaml", "extends: wexbridge\nmeta: {name: {full: Harbour Trust}}\n"
    )
    found = brand(load_it(), "harbour")
    assert found.short_name == "Harbour Trust"
    assert found.meta.home == "https://wexbridge.example.org"


def test_a_short_name_alone_changes_only_that(edit: Edit, load_it: LoadIt) -> None:
    edit.write("brands/harbour/brand.yaml", "extends: wexbridge\nmeta: {name: {short: Wex}}\n")
    found = brand(load_it(), "harbour")
    assert (found.name, found.short_name) == ("Wexbridge Repair Café Network", "Wex")


def test_one_text_for_a_name_and_one_logo_for_all(load_it: LoadIt) -> None:
    found = brand(load_it(), "_series")
    assert found.name == found.short_name == "Repair Café Notes"
    assert found.logo.on_dark() == found.logo.on_light()
    assert found.color.value("tertiary") == ""


def test_a_short_form_of_a_wrong_name_is_told_at_its_line(edit: Edit, load_it: LoadIt) -> None:
    line = edit.replace("brands/_series/brand.yaml", "medium: mark", "medium: mrak")
    (found,) = (d for d in load_it().diagnostics if d.scope.covers("_series", "hosts", "card"))
    assert found.message == "unknown logo image 'mrak'"
    assert str(found.where) == f"source/brands/_series/brand.yaml:{line}"


def test_a_parent_that_cannot_be_read(edit: Edit, load_it: LoadIt) -> None:
    edit.replace("brands/_series/brand.yaml", "meta:", "meta: a: b")
    assert [str(d).partition("\n")[0] for d in load_it().diagnostics] == [
        (
            "source/brands/_series/brand.yaml:1: YAML-SYNTAX error: not readable as YAML: mapping "
            "values are not allowed in this context"
        ),
        (
            "source/brands/wexbridge/brand.yaml:1: BRAND-PARENT error: brand '_series' has errors "
            "of its own"
        ),
    ]


def test_a_brand_that_extends_itself(edit: Edit, load_it: LoadIt) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "extends: _series", "extends: wexbridge")
    assert [d.message for d in load_it().diagnostics] == [
        "brands extend each other: wexbridge > wexbridge"
    ]


def test_a_parent_that_is_no_name(edit: Edit, load_it: LoadIt) -> None:
    edit.replace("brands/wexbridge/brand.yaml", "extends: _series", "extends: [_series]")
    assert [d.message for d in load_it().diagnostics] == ["extends: text expected"]


def test_a_review_before_the_issue_is_a_slip(edit: Edit, load_it: LoadIt) -> None:
    edit.write(
        "brands/harbour/brand.yaml",
        "extends: wexbridge\nmeta: {name: Harbour}\n"
        'document: {issued: "2027-03-01", review_by: "2027-02-28"}\n',
    )
    (found,) = (d for d in load_it().diagnostics if d.code == "VALUE")
    assert found.message == "document: review_by 2027-02-28 comes before issued 2027-03-01"
    assert found.scope.brands == frozenset({"harbour"})
