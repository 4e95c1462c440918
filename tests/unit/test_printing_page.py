"""The page on printing says what sizes, printers and shops there are, and what they may say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefpress.impose import plan_sheet
from briefpress.load.yamltext import read_yaml
from briefpress.model.entry import Entry
from briefpress.model.printing import Cutting, Printer, PrintProfile
from tests.unit.compose.support import specimen_library

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "printing.md").read_text(encoding="utf-8")
LIBRARY = specimen_library()
PRINTERS = ("office-a4", "office-a3", "press-sra3")


def section(title: str) -> str:
    """The text under a heading, to the next."""
    return TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def rows(title: str) -> list[list[str]]:
    lines = (line for line in section(title).splitlines() if line.startswith("| `"))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def sizes() -> Iterator[list[str]]:
    for size in LIBRARY.sizes.values():
        trim = f"{size.trim.width:g} x {size.trim.height:g}"
        counts = (
            str(len(plan_sheet(size, LIBRARY.printing.printers[name]).fronts)) for name in PRINTERS
        )
        yield [f"`{size.id}`", size.title, trim, ", ".join(size.layouts), *counts]


def keys(kind: type[Entry], prefix: str = "") -> list[str]:
    return [f"`{prefix}{name}`" for name in kind.model_fields]


def test_every_size_is_there_with_as_many_cards_as_fit() -> None:
    assert rows("Sizes") == list(sizes())


def test_every_key_of_a_printer_and_of_a_shop_is_there() -> None:
    printer = [*keys(Printer), *keys(Cutting, "cutting.")]
    assert sorted(row[0] for row in rows("Your own printer")) == sorted(printer)
    assert [row[0] for row in rows("For a print shop")] == keys(PrintProfile)


@pytest.mark.parametrize(
    ("title", "kind"), [("Your own printer", Printer), ("For a print shop", PrintProfile)]
)
def test_the_examples_can_be_copied(title: str, kind: type[Entry]) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", section(title), re.DOTALL)
    kind.model_validate(read_yaml(re.sub(r"(?m)^   ", "", example), "ours.yaml"))


def test_what_stands_as_usual_is_usual() -> None:
    usual = {row[0].strip("`"): row[2].strip("`") for row in rows("For a print shop")}
    shop = PrintProfile(title="Shop")
    assert usual["bleed"] == f"{shop.bleed:g}mm"
    assert usual["ink_limit"] == str(shop.ink_limit)
    cutting = {row[0].strip("`"): row[2].strip("`") for row in rows("Your own printer")}
    assert cutting["cutting.gutter"] == f"{Cutting().gutter:g}mm"
    assert cutting["cutting.method"] == Cutting().method


def test_every_printer_and_profile_that_is_named_is_there() -> None:
    known = {*LIBRARY.printing.printers, *LIBRARY.printing.shops, "ours", "shop"}
    assert set(re.findall(r"--(?:printer|print-profile) ([a-z0-9-]+)", TEXT)) <= known
    assert set(LIBRARY.printing.shops) <= set(re.findall(r"`([a-z-]+)`", TEXT))


@pytest.mark.parametrize("picture", sorted(set(re.findall(r"\((pictures/[^)]+)\)", TEXT))))
def test_every_picture_is_there(picture: str) -> None:
    assert (DOCS / picture).is_file()
