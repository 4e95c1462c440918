"""QR codes: black on white with quiet around them, leading where the board says."""

import re
from dataclasses import replace

import pytest
import segno

from briefpress.compose import compose
from briefpress.compose.assets import asset_url
from briefpress.compose.codes import ASSET, QUIET, code_svg, code_view
from briefpress.model.brand import Link
from briefpress.model.edition import Manuscript
from tests.unit.compose.support import library_with, manuscript_of

URL = "https://wexbridge.example.org/refer"


def manuscript(qr: str = "", side: float = 20.0, home: str = URL) -> Manuscript:
    found = manuscript_of(library_with("{{ code.url if code }}"))
    data = found.brand.data
    links = {"referral": Link(label="Referral form", url=URL)}
    meta = data.meta.model_copy(update={"link": {"home": home} if home else {}})
    data = data.model_copy(update={"qr": qr, "links": links, "meta": meta})
    layout = found.layout.data.model_copy(update={"qr": side})
    return replace(
        found,
        brand=replace(found.brand, data=data),
        layout=replace(found.layout, data=layout),
    )


def modules(svg: str) -> list[list[int]]:
    """The squares of a drawing, row by row, the white round it among them."""
    side = int(re.findall(r'viewBox="0 0 (\d+)', svg)[0])
    found = [[0] * side for _ in range(side)]
    black = svg.partition('fill="#000000"')[2]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", black):
        for at in range(int(x), int(x) + int(length)):
            found[int(y)][at] = 1
    return found


def test_it_draws_what_the_standard_says_with_four_modules_of_quiet() -> None:
    drawn = modules(code_svg(URL).decode())
    code = segno.make(URL, error="m", micro=False, boost_error=False)
    assert drawn == [list(row) for row in code.matrix_iter(border=QUIET)]
    assert code.error == "M"


def test_it_is_black_on_white_whatever_the_brand() -> None:
    assert set(re.findall("#[0-9a-f]{6}", code_svg(URL).decode())) == {"#000000", "#ffffff"}


def test_its_symbol_is_as_large_as_the_layout_says() -> None:
    found = code_view(manuscript("referral"), "QR code")
    assert found is not None
    assert found.image.width == pytest.approx(20 * 37 / 29)
    assert found.image.alt == "QR code: Referral form, wexbridge.example.org/refer"
    assert (found.label, found.url) == ("Referral form", URL)


def test_without_a_choice_it_leads_to_the_board_itself() -> None:
    found = code_view(manuscript(home="https://wexbridge.example.org"), "QR code")
    assert found is not None
    assert (found.label, found.url) == ("", "https://wexbridge.example.org")
    assert found.image.alt == "QR code: Wexbridge, wexbridge.example.org"


@pytest.mark.parametrize(
    "options", [{"qr": "none"}, {"side": 0.0}, {"home": ""}, {"qr": "unknown"}]
)
def test_where_there_is_none(options: dict[str, str]) -> None:
    assert code_view(manuscript(**options), "QR code") is None  # type: ignore[arg-type]


def test_a_document_brings_its_code() -> None:
    library = library_with("{{ code.url }}")
    found = compose(manuscript("referral"), library)
    assert found.html == URL
    assert found.assets[asset_url(ASSET)] == code_svg(URL)
