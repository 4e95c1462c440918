"""The index: a board's documents side by side, its pack, and what is new since a release."""

import pytest

from briefpress.compose import Beside, PackLink, PageLink, compose_index
from briefpress.model.manifest import ManifestEntry
from tests.unit.compose.support import library_with

INDEX = (
    "{% for p in pages %}{{ p.href }} {{ p.title }};{% endfor %}"
    "{% for b in boards %}{{ brands[b.slug] }} {{ b.pack.path }} {{ b.bytes }}:"
    "{% for t in b.tiles %}{{ t.audience }} {{ t.best.path }} {{ t.bytes }} {{ t.state }}"
    "{{ t.pictured.id if t.pictured else '-' }}:{% for f in t.forms %}{{ f.format }},{% endfor %};"
    "{% endfor %}{{ b.changed }}{% endfor %}{{ formats|join(' ') }}"
)


def entry(audience: str, form: str, pages: int) -> ManifestEntry:
    name = f"wexbridge-{audience}-plain"
    return ManifestEntry(
        *(f"{name}-{form}", "wexbridge", audience, "plain", form),
        checks={},
        path=f"wexbridge/{name}.{form}",
        title="T",
        pages=pages,
        bytes=3,
        sha256="0" * 64,
        inputs="1" * 64,
        messages=("W1",),
    )


def test_a_board_has_one_tile_for_each_edition_with_all_its_formats() -> None:
    library = library_with("x", index=INDEX)
    entries = [entry("hosts", form, pages) for form, pages in (("text", 0), ("screen", 2))]
    entries += [entry("fixers", "html", 0), entry("hosts", "html", 0), entry("hosts", "odd", 0)]
    name = library.brands["wexbridge"].data.name
    beside = Beside(
        pages=(PageLink("report.html", "Report"),),
        packs={"wexbridge": PackLink("wexbridge/wexbridge-pack.zip", 9)},
    )
    assert compose_index(library, entries, beside) == (
        "report.html Report;"
        f"{name} wexbridge/wexbridge-pack.zip 15:"
        "fixers wexbridge/wexbridge-fixers-plain.html 3 -:html,;"
        "hosts wexbridge/wexbridge-hosts-plain.screen 12 wexbridge-hosts-plain-screen:"
        "screen,html,text,odd,;0screen html text odd"
    )


@pytest.mark.parametrize(
    ("news", "state"),
    [
        ({}, ""),
        ({"wexbridge-hosts-plain-html": "changed"}, "changed"),
        ({"wexbridge-hosts-plain-html": "added"}, "changed"),
        (
            dict.fromkeys(("wexbridge-hosts-plain-html", "wexbridge-hosts-plain-text"), "added"),
            "added",
        ),
        ({"of another edition": "changed"}, ""),
    ],
)
def test_a_tile_is_new_if_all_of_it_is_and_has_changed_if_any_of_it_has(
    news: dict[str, str], state: str
) -> None:
    states = "{% for b in boards %}{{ b.tiles[0].state }} {{ b.changed }}{% endfor %}"
    library = library_with("x", index=states)
    entries = [entry("hosts", "html", 0), entry("hosts", "text", 0)]
    assert compose_index(library, entries, Beside(news=news)) == f"{state} {int(bool(state))}"
