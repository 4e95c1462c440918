"""Makes the pictures of the documentation from the pages in output/: `make pictures`."""

import sys
from pathlib import Path

import pypdfium2
from annotate import MARKS, annotated
from PIL import Image

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from on_paper import DRAWINGS, Paper  # noqa: E402 - draws with briefpress, found only now

OUTPUT = ROOT / "output"
PICTURES = ROOT / "docs" / "pictures"
GROUND = "#e4e9ec"
GAP = 28
COLOURS = 200

ROWS = {
    "overview": (
        640,
        [
            ("eastmarsh/eastmarsh-social-work-briefing.pdf", 1),
            ("eastmarsh/eastmarsh-social-work-briefing.pdf", 8),
            ("eastmarsh/eastmarsh-social-work-seven-minute.pdf", 1),
        ],
    ),
    "cards": (
        560,
        [
            ("eastmarsh/eastmarsh-social-work-card.pdf", 1),
            ("eastmarsh/eastmarsh-social-work-card.pdf", 2),
            ("calderwick-and-nene/calderwick-and-nene-police-card.pdf", 1),
            ("skelmouth/skelmouth-health-card.pdf", 2),
        ],
    ),
    "brands": (
        520,
        [
            ("_series/_series-education-briefing.pdf", 1),
            ("eastmarsh/eastmarsh-police-briefing.pdf", 1),
            ("calderwick-and-nene/calderwick-and-nene-health-briefing.pdf", 1),
            ("skelmouth/skelmouth-boards-briefing.pdf", 1),
        ],
    ),
}
"""By picture: the height of its pages in pixels, and the pages (counted from 1) side by side."""


def page(path: Path, number: int, height: int) -> Image.Image:
    """One page of a PDF, `height` pixels high."""
    document = pypdfium2.PdfDocument(path)
    try:
        sheet = document[number - 1]
        return sheet.render(scale=height / sheet.get_height()).to_pil().convert("RGB")
    finally:
        document.close()


def row(images: list[Image.Image]) -> Image.Image:
    """Images side by side on a quiet ground."""
    width = sum(image.width for image in images) + GAP * (len(images) + 1)
    height = max(image.height for image in images) + 2 * GAP
    ground = Image.new("RGB", (width, height), GROUND)
    left = GAP
    for image in images:
        ground.paste(image, (left, GAP))
        left += image.width + GAP
    return ground


def save(picture: Image.Image, name: str) -> None:
    """Write a picture with few colours, which is small and sharp."""
    picture.quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)
    print(f"docs/pictures/{name}.png")


def main() -> None:
    """Write every picture; say what is missing if the publication has not been built."""
    paths = [path for _, pages in ROWS.values() for path, _ in pages]
    paths += [sheet.file for sheets in MARKS.values() for sheet in sheets]
    missing = [path for path in paths if not (OUTPUT / path).exists()]
    if missing:
        sys.exit(f"run make first: output/{missing[0]} is missing")
    PICTURES.mkdir(exist_ok=True)
    for name, (height, pages) in ROWS.items():
        picture = row([page(OUTPUT / path, number, height) for path, number in pages])
        save(picture, name)
    for name in MARKS:
        save(row(annotated(OUTPUT, name)), f"brand-{name.replace(' ', '-')}")
    paper = Paper()
    for name, draw in DRAWINGS.items():
        save(draw(paper), name)


if __name__ == "__main__":
    main()
