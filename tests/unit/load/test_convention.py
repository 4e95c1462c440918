"""A plain `_brand.yml`, as other organisations write it, loads as it is."""

from collections.abc import Callable

import pytest

from briefpress.model.brand import Brand
from briefpress.model.library import Loaded
from tests.conftest import Edit

LoadIt = Callable[[], Loaded]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1z"/></svg>'
PLAIN = "brands/harbour/_brand.yml"
OURS = "brands/harbour/brand.yaml"
ALL_FORMS = """\
meta:
  name:
    full: Harbour Museum Trust
    short: Harbour
  link:
    home: https://harbour.example.org
    mastodon: https://social.example.org/@harbour
  founded: 1952
logo:
  images:
    icon: logos/icon.svg
    wide:
      path: ./logos/wide.svg
      alt: Harbour Museum, with a crane
    wide-white: /logos/wide-white.svg
  small: icon
  medium:
    light: wide
    dark: wide-white
  large: logos/tall.svg
color:
  palette:
    tar: "#1a2b3c"
    lamp: rgb(250, 180, 0)
    black: tar
    white: white
  foreground: black
  background: white
  primary: tar
  secondary: {light: lamp, dark: "#ffffff"}
  success: "#28A745"
  accent: lamp
typography:
  fonts:
    - family: Open Sans
      source: google
  base: Open Sans
defaults:
  bootstrap:
    defaults: {navbar-bg: $brand-tar}
button:
  radius: 4px
"""


@pytest.fixture
def logos(edit: Edit) -> None:
    """The files that the examples name."""
    for name in ("logo.svg", "logos/icon.svg", "logos/wide.svg", "logos/wide-white.svg"):
        white = 'fill="#fff" d="' if "white" in name else 'd="'
        edit.write(f"brands/harbour/{name}", SVG.replace('d="', white))


def brand(load_it: LoadIt) -> Brand:
    library = load_it().library
    assert library is not None
    return library.brands["harbour"].data


def notes(load_it: LoadIt) -> list[str]:
    """What is said of the brand, without the place and the hint."""
    found = [d for d in load_it().diagnostics if d.scope.covers("harbour", "hosts", "card")]
    return [f"{d.code} {d.severity}: {d.message}" for d in found]


@pytest.mark.usefixtures("logos")
def test_every_form_of_the_convention(edit: Edit, load_it: LoadIt) -> None:
    edit.write(PLAIN, ALL_FORMS)
    found = brand(load_it)
    assert (found.name, found.short_name) == ("Harbour Museum Trust", "Harbour")
    assert found.meta.home == "https://harbour.example.org"
    assert found.logo.on_light().path == "harbour/logos/wide.svg"
    assert found.logo.on_light().alt == "Harbour Museum, with a crane"
    assert found.logo.on_dark().path == "harbour/logos/wide-white.svg"
    assert found.logo.on_dark().alt == "Harbour Museum Trust"
    values = [found.color.value(name) for name in ("primary", "secondary", "foreground")]
    assert values == ["#1a2b3c", "#fab400", "#1a2b3c"]
    assert found.color.value("background") == "#ffffff"
    assert [c.label for c in found.contacts] == ["Somebody is hurt", "Your own café"]
    assert notes(load_it) == [
        "BRAND-UNUSED note: documents do not use color.accent",
        "BRAND-UNUSED note: documents do not use button",
        "BRAND-UNUSED note: documents do not use typography",
        "BRAND-UNUSED note: documents do not use defaults",
        "BRAND-IMPLIED note: it extends '_series' unasked, which gives it contacts, document",
        (
            "BRAND-ALT note: the logo has no words of its own: screen readers say "
            "'Harbour Museum Trust'"
        ),
    ]


@pytest.mark.usefixtures("logos")
@pytest.mark.parametrize(
    "logo",
    [
        "logo.svg",
        "./logo.svg",
        "/logo.svg",
        "{path: logo.svg, alt: Harbour}",
        "{small: logo.svg}",
        "{large: logo.svg, small: logos/icon.svg}",
        "{medium: {light: logo.svg}}",
        "{medium: {dark: logo.svg}}",
        "{medium: {light: {path: logo.svg}, dark: {path: logo.svg}}}",
        "{images: {a: logo.svg}, medium: a}",
        "{images: {a: {path: logo.svg, alt: Harbour}}, large: a}",
        "{images: {a: logo.svg, b: logos/icon.svg}}",
    ],
)
def test_ways_to_give_a_logo(logo: str, edit: Edit, load_it: LoadIt) -> None:
    edit.write(PLAIN, f"meta: {{name: Harbour}}\nlogo: {logo}\ncolor: {{primary: navy}}\n")
    found = brand(load_it)
    for picture in (found.logo.on_light(), found.logo.on_dark()):
        assert (picture.path, picture.alt) == ("harbour/logo.svg", "Harbour")
    assert not [d for d in load_it().diagnostics if d.code.startswith(("FILE", "KEY", "VALUE"))]


def test_a_file_that_gives_next_to_nothing(edit: Edit, load_it: LoadIt) -> None:
    edit.write(PLAIN, "meta:\nlogo:\ncolor:\n  primary:\n  palette: {teal: '#088'}\n")
    found = brand(load_it)
    assert found.name == "Repair Café Notes"
    assert found.logo.on_light().path == "_series/logo.svg"
    assert notes(load_it) == [
        "BRAND-NAME warning: it gives no name, so its documents have that of '_series'",
        (
            "BRAND-IMPLIED note: it extends '_series' unasked, which gives it logo, contacts, "
            "document, color.primary"
        ),
    ]


@pytest.mark.parametrize("link", ["http://a.example.org", "{home: www.example.org, github: b}"])
def test_a_home_page_that_is_not_https_is_not_printed(
    link: str, edit: Edit, load_it: LoadIt
) -> None:
    edit.write(
        PLAIN, f"meta: {{name: A, link: {link}}}\ncolor: {{primary: navy}}\nlogo: logo.svg\n"
    )
    edit.write("brands/harbour/logo.svg", SVG)
    assert brand(load_it).meta.home == "https://example.org"
    assert "BRAND-UNUSED note: documents do not use meta.link: it is not https" in notes(load_it)


def test_what_is_empty_is_not_given(edit: Edit, load_it: LoadIt) -> None:
    edit.write(
        PLAIN, "meta: {name: , link: }\ncolor: {palette: {plum: }, primary: }\nlogo: {small: }\n"
    )
    assert brand(load_it).name == "Repair Café Notes"
    assert not [note for note in notes(load_it) if " error: " in note]


def test_null_is_not_given_either(edit: Edit, load_it: LoadIt) -> None:
    edit.write(
        PLAIN,
        "meta: {name: null, link: ~}\ncolor: {palette: {plum: null}, primary: ~}\n"
        "logo: ~\ntypography: null\n",
    )
    assert brand(load_it).name == "Repair Café Notes"
    assert not [note for note in notes(load_it) if " error: " in note or "UNUSED" in note]


def test_what_is_not_used_is_told_at_its_line(edit: Edit, load_it: LoadIt) -> None:
    edit.write(
        PLAIN,
        "meta:\n  name: A\n  link:\n    home: http://a.example.org\ncolor:\n"
        "  accent: navy\n  primary: navy\ntypography: {}\nbutton: {}\n",
    )
    found = [d for d in load_it().diagnostics if d.code == "BRAND-UNUSED"]
    assert [(d.where.line, d.message.split()[-1]) for d in found if "https" not in d.message] == [
        (6, "color.accent"),
        (9, "button"),
        (8, "typography"),
    ]
    assert [d.where.line for d in found if "https" in d.message] == [4]
    assert all(d.hint for d in found)


def test_colours_that_cannot_be_printed_stop_nothing_that_does_not_show_them(
    edit: Edit, load_it: LoadIt
) -> None:
    edit.write(
        PLAIN,
        "meta: {name: A}\ncolor:\n  palette:\n    glass: rgba(0, 0, 0, 0.5)\n    pane: glass\n"
        "    teal: '#088'\n  primary: teal\n  background: transparent\n  success: pane\n",
    )
    assert brand(load_it).color.value("primary") == "#008888"
    found = [note for note in notes(load_it) if "COLOR" in note or "UNUSED" in note]
    assert [note.removeprefix("BRAND-UNUSED note: documents do not use ") for note in found] == [
        "color.palette.glass: 'rgba(0, 0, 0, 0.5)' cannot be printed",
        "color.palette.pane: 'glass' cannot be printed",
        "color.background: 'transparent' cannot be printed",
        "color.success: 'pane' cannot be printed",
    ]


def test_a_colour_that_is_shown_must_be_one(edit: Edit, load_it: LoadIt) -> None:
    edit.write(PLAIN, "meta: {name: A}\ncolor:\n  palette: {a: b, b: none}\n  primary: a\n")
    assert "BRAND-COLOR error: unknown colour 'none'" in notes(load_it)


def test_links_are_taken_for_link(edit: Edit, load_it: LoadIt) -> None:
    edit.write(PLAIN, "meta: {name: A, links: {home: https://a.example.org}}\n")
    assert brand(load_it).meta.home == "https://a.example.org"


@pytest.mark.parametrize("address", ["https://example.org/a.svg", "HTTP://a/b", "data:image/png,"])
def test_a_logo_on_the_web_is_not_fetched(address: str, edit: Edit, load_it: LoadIt) -> None:
    edit.write(PLAIN, f"meta: {{name: A}}\nlogo:\n  images: {{a: '{address}'}}\n  medium: a\n")
    assert brand(load_it).logo.on_light().path == "_series/logo.svg"
    assert f"BRAND-REMOTE warning: {address} is never fetched" in notes(load_it)


def test_our_file_lies_over_theirs(edit: Edit, load_it: LoadIt) -> None:
    edit.write(PLAIN, "meta: {name: Harbour Trust}\ncolor: {primary: navy}\ntypography: {a: b}\n")
    edit.write(OURS, "extends: wexbridge\nmeta: {name: {full: Harbour, short: H}}\n")
    found = brand(load_it)
    assert (found.name, found.short_name) == ("Harbour", "H")
    assert found.color.value("primary") == "#000080"
    assert found.partners[0].name == "Wexbridge Town Council"
    assert notes(load_it) == ["BRAND-UNUSED note: documents do not use typography"]


def test_a_strange_key_in_our_own_file_is_a_slip(edit: Edit, load_it: LoadIt) -> None:
    edit.write(OURS, "extends: _series\ncolor: {accent: navy}\n")
    assert notes(load_it) == ["KEY-UNKNOWN error: unknown key 'color.accent'"]


def test_our_own_file_must_give_the_words_of_its_logo(edit: Edit, load_it: LoadIt) -> None:
    edit.write("brands/harbour/logo.svg", SVG)
    edit.write(OURS, "extends: _series\nlogo: {images: {mark: logo.svg}}\n")
    assert notes(load_it) == ["KEY-MISSING error: 'logo.images.mark.alt' is missing"]


@pytest.mark.usefixtures("logos")
def test_a_logo_of_its_own_is_not_mixed_with_that_of_its_parent(
    edit: Edit, load_it: LoadIt
) -> None:
    pack = "extends: wexbridge\nlogo:\n  images: {mark: {path: logo.svg, alt: A}}\n"
    edit.write(OURS, pack)
    assert brand(load_it).logo.on_dark().path == "harbour/logo.svg"
    assert notes(load_it) == [
        (
            "BRAND-LOGO warning: the logo for dark backgrounds is that of 'wexbridge': "
            "that of 'harbour' is shown"
        )
    ]
    edit.write(OURS, f"{pack}  medium: {{dark: mark}}\n")
    assert brand(load_it).logo.on_dark().path == "harbour/logo.svg"
    assert notes(load_it) == []


@pytest.mark.usefixtures("logos")
def test_images_that_nothing_names_are_not_passed_over(edit: Edit, load_it: LoadIt) -> None:
    edit.write(OURS, "extends: wexbridge\nlogo: {images: {ours: {path: logo.svg, alt: A}}}\n")
    assert brand(load_it).logo.on_light().path == "harbour/logo.svg"
    assert notes(load_it) == [
        "BRAND-LOGO warning: logo.medium is not given: 'ours' is shown, the first of the images"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("logo: [a]", "YAML-SHAPE error: logo: `key: value` lines expected"),
        ("logo: {images: [a]}", "YAML-SHAPE error: logo.images: `key: value` lines expected"),
        ("logo: {medium: [a]}", "YAML-SHAPE error: logo.medium: `key: value` lines expected"),
        (
            "logo: {images: {a: [b]}}",
            "YAML-SHAPE error: logo.images.a: `key: value` lines expected",
        ),
        ("meta: {name: [a]}", "YAML-SHAPE error: meta.name: `key: value` lines expected"),
        ("meta: {name: a, link: [b]}", "YAML-SHAPE error: meta.link: `key: value` lines expected"),
        ("color: [a]", "YAML-SHAPE error: color: `key: value` lines expected"),
        ("color: {palette: [a]}", "YAML-SHAPE error: color.palette: `key: value` lines expected"),
        ("color: {primary: [a]}", "YAML-SHAPE error: color.primary: text expected"),
        ("color: {primary: {a: b}}", "YAML-SHAPE error: color.primary: text expected"),
    ],
)
@pytest.mark.parametrize("file", [PLAIN, OURS])
def test_what_is_no_form_of_the_convention(
    file: str, text: str, said: str, edit: Edit, load_it: LoadIt
) -> None:
    edit.write(file, f"{text}\n")
    assert said in notes(load_it)
