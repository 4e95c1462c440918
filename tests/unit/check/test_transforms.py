"""Transformed text: judged where it stands and as large as it is, not where it was before."""

import pytest

from briefpress.check import check
from tests.unit.render.support import proof


@pytest.mark.parametrize(
    ("css", "codes"),
    [
        ("p{transform:rotate(5deg)}", set()),
        ("p{transform:translate(5mm, 20mm)}", set()),
        ("p{transform:scale(1.3) translateX(3mm)}", set()),
        ("div{transform:rotate(3deg)} p{transform:scale(1.1)}", set()),
        (
            "p{width:50mm; transform-origin:0 0; transform:translate(15mm, 3mm) rotate(90deg)}",
            set(),
        ),
        ("p{transform:scale(.8)}", {"TYPE-SIZE"}),
        ("p{transform:scale(1, .2)}", {"TYPE-SIZE"}),
        ("p{transform:scaleX(-1)}", {"TEXT-HIDDEN"}),
        ("p{transform:translate(80mm)}", {"TEXT-OFF-PAGE"}),
        (
            "p{overflow:hidden; width:20mm; height:4mm; transform:rotate(2deg)}",
            {"TEXT-CLIPPED"},
        ),
    ],
)
def test_text_is_judged_as_it_is_transformed(css: str, codes: set[str]) -> None:
    found = check(proof("<div><p>one two three four five</p></div>", css)).diagnostics
    assert {fault.code for fault in found} == codes, found
