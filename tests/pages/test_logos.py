"""Logos as they are printed: one line, equal areas, nothing beyond the margins."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pypdfium2
import pytest
from page import ValidationProfile as Profile
from page import validate_pdf_bytes

from briefpress.check import check
from briefpress.compose import compose
from briefpress.load.logos import read_logo
from briefpress.model.edition import Edition, Manuscript
from briefpress.model.logofile import LogoFile
from briefpress.model.organisation import Partner
from briefpress.selection import select
from tests.pages.support import editions, engine, library, squeezed
from tests.unit.load.logos.support import EXPORTS, file, picture

COVER = next(e for e in editions() if e.layout == "briefing")
SCALE = 4
MM = SCALE * 72 / 25.4
"""Pixels."""
COLORS = ("#d00000", "#00a000", "#0000d0", "#a0a000", "#a000a0", "#00a0a0", "#80ff00", "#ff8000")


@dataclass(frozen=True)
class Seen:
    """Where a colour stands on a page, mm."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def area(self) -> float:
        return self.width * (self.bottom - self.top)


def block(aspect: float, color: str) -> LogoFile:
    """A logo that is one rectangle."""
    rect = f'<rect width="{100 * aspect}" height="100" fill="{color}"/>'
    head = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {100 * aspect} 100"'
    logo, flaws = read_logo("a.svg", f"<svg {head}>{rect}</svg>".encode())
    assert flaws == ()
    assert logo is not None
    return logo


def with_partners(partners: tuple[Partner, ...], files: dict[str, LogoFile]) -> Manuscript:
    found = select(library(), COVER)
    data = found.brand.data.model_copy(update={"partners": partners})
    logos = {**found.brand.logos, **files}
    brand = replace(found.brand, data=data, logos=logos)
    return replace(found, brand=brand, sections=(), local=())


def cover(aspects: list[float], names: int = 0) -> tuple[dict[str, Seen], str]:
    """Where the logos of so many partners stand on the cover, and its text."""
    partners = [
        Partner.model_validate(
            {"name": f"Partner {n}", "role": "nhs" if n == 0 else "partner"}
            | {"logo": {"path": f"p{n}.svg", "alt": f"Partner {n}"}}
        )
        for n in range(len(aspects))
    ]
    partners += [
        Partner.model_validate({"name": f"Metropolitan Borough Council {n}", "role": "partner"})
        for n in range(names)
    ]
    files = {f"p{n}.svg": block(a, COLORS[n]) for n, a in enumerate(aspects)}
    proof = engine().render(compose(with_partners(tuple(partners), files), library()))
    assert all(fitted.fits for fitted in proof.fitted)
    assert proof.log == ()
    page = pypdfium2.PdfDocument(proof.pdf)[0]
    pixels = page.render(scale=SCALE).to_pil().convert("RGB")
    text = squeezed(page.get_textpage().get_text_bounded())
    return {c: found for c in COLORS if (found := seen(np.asarray(pixels), c))}, text


def seen(pixels: np.ndarray, color: str) -> Seen | None:
    wanted = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)])
    down, across = np.nonzero((np.abs(pixels.astype(int) - wanted) < 6).all(axis=2))
    if not len(down):
        return None
    edges = (across.min(), down.min(), across.max() + 1, down.max() + 1)
    return Seen(*(float(edge) / MM for edge in edges))


@pytest.mark.parametrize(
    "aspects",
    [[4.4], [5.0, 4.0, 3.0, 6.0], [2.48, 1.0, 1.2, 0.8, 1.5, 1.0, 1.1, 2.0], [1.0, 20.0, 0.3]],
    ids=["one", "four", "eight", "odd"],
)
def test_partners_stand_in_one_line(aspects: list[float]) -> None:
    found, text = cover(aspects)
    assert len(found) == len(aspects)
    ordered = sorted(found.items(), key=lambda item: item[1].left)
    assert [color for color, _ in ordered] == [*COLORS[1 : len(aspects)], COLORS[0]]
    places = [place for _, place in ordered]
    middles = [(place.top + place.bottom) / 2 for place in places]
    assert max(middles) - min(middles) < 0.4
    assert places[0].left == pytest.approx(20, abs=0.3)
    assert places[-1].right < 190.5
    assert max(place.bottom for place in places) < 290
    for one, other in pairwise(places):
        assert other.left - one.right == pytest.approx(7, abs=0.3)
    assert "Partner" not in text


def test_none_of_four_partners_looks_larger() -> None:
    found, _ = cover([5.0, 4.0, 3.0, 6.0])
    areas = [place.area for place in found.values()]
    assert max(areas) / min(areas) < 1.05


def test_those_who_do_not_fit_the_line_are_named_under_it() -> None:
    found, text = cover([5.0] * 8, names=3)
    assert len(found) == 5
    assert COLORS[0] in found
    words = library().layouts["briefing"].words
    shown = " · ".join(
        [*(f"Partner {n}" for n in range(5, 8))]
        + [f"Metropolitan Borough Council {n}" for n in range(3)]
    )
    assert f"{words['partners_with']}: {shown}" in text


def test_eight_partners_without_logos_are_named() -> None:
    found, text = cover([], names=8)
    assert found == {}
    assert f"{library().layouts['briefing'].words['partners']}: Metropolitan Borough" in text
    assert "Metropolitan Borough Council 7" in text


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "RGB", "L", "1", "CMYK"])
def test_raster_logos_of_every_kind_are_printed_in_valid_files(mode: str) -> None:
    """PDF/UA-1 and PDF/A-2a: no interpolation, no inks without an intent, alpha as a mask."""
    name = "p.jpg" if mode == "CMYK" else "p.png"
    image = picture("RGBA").convert("LA") if mode == "LA" else picture(mode)
    logo, flaws = read_logo(name, file(image, "JPEG" if mode == "CMYK" else "PNG"))
    assert flaws == ()
    assert logo is not None
    partner = Partner.model_validate(
        {"name": "A", "role": "lead", "logo": {"path": name, "alt": "A"}}
    )
    proof = engine().render(compose(with_partners((partner,), {name: logo}), library()))
    assert proof.log == ()
    for profile in (Profile.PDF_UA_1, Profile.PDF_A_2A):
        report = validate_pdf_bytes(proof.pdf, profile=profile)
        assert report.is_compliant, report


@pytest.mark.parametrize("name", sorted(path.stem for path in EXPORTS.glob("*.svg")))
def test_a_logo_that_is_taken_is_printed_in_a_file_that_passes(name: str) -> None:
    """A sheen that fades to clear was taken, and then kept the board's documents from the press."""
    logo, flaws = read_logo(f"{name}.svg", (EXPORTS / f"{name}.svg").read_bytes())
    assert flaws == ()
    assert logo is not None
    manuscript = select(library(), Edition("wexbridge", "hosts", "card"))
    paths = {path: logo for path in manuscript.brand.logos if "partners" not in path}
    brand = replace(manuscript.brand, logos={**manuscript.brand.logos, **paths})
    proof = engine().render(compose(replace(manuscript, brand=brand), library()))
    assert check(proof).diagnostics == ()
