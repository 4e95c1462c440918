"""What we rely on inside the engine is as it was read: a new engine is read again, not trusted."""

import hashlib
import importlib
import inspect
from collections.abc import Callable
from typing import Any, cast

import pytest

from briefpress.render.library import RELIED_ON

READ = {
    "weasyprint.HTML.__init__": "5f19f40b81837f87",
    "weasyprint.pdf.generate_pdf": "626343ef25c396e8",
    "weasyprint.pdf.anchors.add_links": "262e8b9b299892a7",
    "weasyprint.pdf.stream.Stream.marked": "3fa3acacbbf66422",
    "weasyprint.pdf.stream.Stream.artifact": "be61e42186804e99",
    "weasyprint.pdf.stream.Stream.clone": "a4f89c7ab7de235c",
    "weasyprint.draw.draw_inline_level": "068162a401d00efd",
    "weasyprint.draw.draw_block_level": "3de9ec3ad4aaad3c",
    "weasyprint.draw.text.draw_first_line": "1bb8eae6d88e71b1",
    "weasyprint.pdf.fonts.build_fonts_dictionary": "fc551bef35d0d6c3",
    "weasyprint.text.fonts.FontConfiguration": "c9caaf607dac068c",
    "weasyprint.text.line_break.Layout.reactivate": "0b89ee097104b713",
    "weasyprint.text.line_break.Layout.get_first_line": "bb65cbda0e27f135",
    "weasyprint.anchors.gather_anchors": "373f8c676f27da3b",
    "weasyprint.formatting_structure.boxes.Box": "ff6d62300bafef85",
    "weasyprint.document.Document.write_pdf": "086e4a8e99981829",
    "weasyprint.css.ComputedStyle": "4ff0512c0af12674",
    "weasyprint.layout.background.layout_backgrounds": "5d7d4d589e3d8a33",
    "weasyprint.layout.percent.resolve_percentages": "71673078096fcf87",
    "weasyprint.layout.percent.resolve_one_percentage": "4cfaa9ad134e4f7b",
    "weasyprint.layout.percent.percentage": "ebe404ccd9da50bf",
    "weasyprint.layout.percent.adjust_box_sizing": "88f3351db0280d16",
    "weasyprint.formatting_structure.boxes.ParentBox.page_values": "9bcfda076d1961e6",
    "weasyprint.svg.path.path": "194cd562b8d98251",
    "weasyprint.svg.SVG.point": "333add7cf44fde1d",
    "pydyf.PDF": "430a7b480a612b67",
    "pydyf.Stream": "f17b6bdcfedf2f50",
}
"""A hash of the source of each part, as it was when its user in `render/` was written."""


def part(name: str) -> Callable[..., object]:
    """The function or class of this name."""
    for cut in range(name.count("."), 0, -1):
        names = name.split(".")
        try:
            found: Any = importlib.import_module(".".join(names[:cut]))
        except ModuleNotFoundError:
            continue
        for below in names[cut:]:
            found = getattr(found, below)
        return cast("Callable[..., object]", found)
    raise AssertionError(name)


@pytest.mark.parametrize("name", RELIED_ON)
def test_a_part_of_the_engine_is_as_it_was_read(name: str) -> None:
    found = hashlib.sha256(inspect.getsource(part(name)).encode()).hexdigest()[:16]
    assert found == READ[name], (
        f"The engine has changed {name}. We need of it that it {RELIED_ON[name]}. "
        f"Read the new source; if that still holds, and tests/standards passes, "
        f"write {found!r} here; if not, mend its user in briefpress/render first."
    )


def test_all_that_was_read_is_relied_on() -> None:
    assert READ.keys() == RELIED_ON.keys()
