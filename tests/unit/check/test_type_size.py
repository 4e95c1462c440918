"""The size of type: what a layout promises is held, for text, messages, contacts and charts."""

from dataclasses import replace

import pytest

from briefpress.check import check
from briefpress.model.document import Proof
from briefpress.model.layout import LARGE_PRINT, Format, Layout, TypeSizes, Variant
from briefpress.render import Engine
from tests.unit.render.support import document

PROMISED = TypeSizes(body=12.0, contacts=11.0, least=9.0)
CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="20" viewBox="0 0 200 20">'
    '<text font-size="{}px" y="15" font-family="Atkinson">Label</text></svg>'
)


def sizes(body: str, css: str = "", promised: TypeSizes = PROMISED, **files: bytes) -> list[str]:
    """What is told of a page whose element `M1` is a key message."""
    assets = {f"{name}.svg": data for name, data in files.items()}
    made = document(body, css, assets=assets)
    layout = made.layout.model_copy(update={"type": promised})
    found = Engine().render(replace(made, layout=layout, messages=("M1",)))
    return told(found)


def told(found: Proof) -> list[str]:
    return [d.message for d in check(found).diagnostics if d.code == "TYPE-SIZE"]


@pytest.mark.parametrize(
    ("body", "css", "message"),
    [
        ("<p>text</p>", "p{font-size:9pt}", ""),
        ("<p>text</p>", "p{font-size:8.96pt}", ""),
        ("<p>text</p>", "p{font-size:8.9pt}", "page 1: 8.9pt, 9pt is promised: 'text'"),
        ("<p>a</p><p>b</p>", "p{font-size:8pt}", "page 1: 8pt, 9pt is promised: 'a' and 1 more"),
        ("<p>text</p>", "@page{@top-left{content:'head'; font-size:8pt}}", "'head'"),
        ("<p>text</p>", "p::after{content:'x'; font-size:8pt}", "9pt is promised: 'x'"),
        ("<p id=M1>text</p>", "p{font-size:12pt}", ""),
        ("<p id=M1>text</p>", "p{font-size:11pt}", "page 1: 11pt, 12pt is promised: 'text'"),
        ("<div id=M1><p>text</p></div>", "p{font-size:11pt}", "11pt, 12pt is promised: 'text'"),
        ("<p id=M1>text <small>p9</small></p>", "p{font-size:12pt} small{font-size:9pt}", ""),
        ("<p><a href='tel:01632'>01632</a></p>", "p{font-size:11pt}", ""),
        ("<p><a href='tel:01632'>01632</a></p>", "p{font-size:10pt}", "10pt, 11pt is promised"),
        ("<p><a href='tel:1'><b>01632</b></a></p>", "p{font-size:10pt}", "11pt is promised"),
        ("<p><a href='mailto:a@b.org'>a@b.org</a></p>", "p{font-size:10pt}", "11pt is promised"),
        ("<p><a href='https://b.example.org'>b</a></p>", "p{font-size:10pt}", ""),
    ],
)
def test_nothing_is_smaller_than_promised(body: str, css: str, message: str) -> None:
    found = sizes(body, css)
    assert len(found) == bool(message)
    assert not message or message in found[0]


@pytest.mark.parametrize(
    ("px", "width", "message"),
    [
        (12, "200px", ""),
        (12, "100px", "page 1: 4.5pt, 9pt is promised: 'Label'"),
        (24, "100px", ""),
        (11, "200px", "page 1: 8.25pt, 9pt is promised: 'Label'"),
    ],
)
def test_labels_of_charts_are_as_large_as_the_page_shows_them(
    px: int, width: str, message: str
) -> None:
    body = '<p><img src="https://briefpress.invalid/chart.svg" alt="A chart"></p>'
    found = sizes(body, f"img{{width:{width}}}", chart=CHART.format(px).encode())
    assert found == ([message] if message else [])


def test_a_drawing_without_text_or_size_has_no_labels() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    body = '<p><img src="https://briefpress.invalid/logo.svg" alt="A logo"></p>'
    assert sizes(body, "img{width:9px}", logo=svg) == []


def test_the_figure_is_the_smallest_type() -> None:
    found = Engine().render(document("<p>a</p><h1>b</h1>", "p{font-size:9.5pt}"))
    (result,) = [each for each in check(found).results if each.code == "TYPE-SIZE"]
    assert result.figure == "smallest 9.5pt"


def layout(**more: object) -> Layout:
    page = {"width": "100mm", "height": "100mm"}
    given = {"title": "A", "page": page, "template": "a", "styles": [], **more}
    return Layout.model_validate(given)


def test_large_print_is_never_smaller_than_large_print() -> None:
    formats = {"screen": {}, "large-print": {"type": {"body": "20pt", "least": "9pt"}}}
    made = layout(type={"body": "12pt"}, formats=formats)
    assert made.in_format(Format.SCREEN).type == TypeSizes(body=12.0)
    assert made.in_format(Format.LARGE_PRINT).type == TypeSizes(
        body=20.0, contacts=18.0, least=16.0
    )
    assert layout(formats=["large-print"]).in_format(Format.LARGE_PRINT).type == LARGE_PRINT


def test_a_format_that_promises_nothing_keeps_the_promise_of_the_layout() -> None:
    made = layout(type={"body": "12pt"}, formats={"print": {}})
    assert made.in_format("print").type.body == 12.0
    assert Variant().type is None


@pytest.mark.parametrize("small", [{"least": "8pt"}, {"contacts": "9pt"}, {"body": "8.5pt"}])
def test_no_layout_may_promise_less_than_all_layouts_do(small: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="greater than or equal"):
        layout(type=small)
