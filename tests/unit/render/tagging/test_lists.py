"""Lists: items with labels, lists in lists, and the list of contents."""

import pytest

from tests.unit.render.tagging.support import BULLET, shape, tags


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<ul><li>a<li>b</ul>",
            [("L", ("LI", BULLET, ("LBody", "a")), ("LI", BULLET, ("LBody", "b")))],
        ),
        ("<ol><li>a</ol>", [("L", ("LI", ("Lbl", "1."), ("LBody", "a")))]),
        (
            "<ul><li>a<ol><li>b</ol>c</ul>",
            [
                (
                    "L",
                    (
                        "LI",
                        BULLET,
                        ("LBody", "a", ("L", ("LI", ("Lbl", "1."), ("LBody", "b"))), "c"),
                    ),
                )
            ],
        ),
        (
            "<ul><li><p>a<p>b</ul>",
            [("L", ("LI", BULLET, ("LBody", ("P", "a"), ("P", "b"))))],
        ),
        ("<ul style='list-style:none'><li>a</ul>", [("L", ("LI", ("LBody", "a")))]),
        (
            "<ol style='list-style:none'><li><span data-tag=Lbl>1</span><h2>a</h2><p>b</ol>",
            [("L", ("LI", ("Lbl", "1"), ("LBody", ("H2", "a"), ("P", "b"))))],
        ),
        (
            "<ul><li><div>a</div><div>b</div></ul>",
            [("L", ("LI", BULLET, ("LBody", ("P", "a"), ("P", "b"))))],
        ),
        (
            "<dl><dt>a<dd>b<dd>c<dt>d<dt>e<dd>f</dl>",
            [
                (
                    "L",
                    ("LI", ("Lbl", "a"), ("LBody", "b"), ("LBody", "c")),
                    ("LI", ("Lbl", "d"), ("Lbl", "e"), ("LBody", "f")),
                )
            ],
        ),
        (
            "<dl><div><dt>a<dd><p>b<p>c</div><div><dt>d<dd>e</div></dl>",
            [
                (
                    "L",
                    ("LI", ("Lbl", "a"), ("LBody", ("P", "b"), ("P", "c"))),
                    ("LI", ("Lbl", "d"), ("LBody", "e")),
                )
            ],
        ),
        ("<li>a</li>", [("L", ("LI", BULLET, ("LBody", "a")))]),
        ("<ul><li>a</li>loose</ul>", [("L", ("LI", BULLET, ("LBody", "a"))), ("P", "loose")]),
    ],
)
def test_lists(body: str, expected: list[object]) -> None:
    assert list(shape(body)) == expected


@pytest.mark.parametrize(
    ("body", "numbering"),
    [
        ("<ul><li>a</ul>", "/Disc"),
        ("<ul style='list-style:\"› \"'><li>a</ul>", "/Disc"),
        ("<ol><li>a</ol>", "/Decimal"),
        ("<ol style='list-style:lower-roman'><li>a</ol>", "/LowerRoman"),
        ("<ol style='list-style:none'><li><b data-tag=Lbl>1</b>a</ol>", "/Decimal"),
        ("<ul style='list-style:none'><li>a</ul>", None),
        ("<dl><dt>a<dd>b</dl>", None),
    ],
)
def test_how_labels_count(body: str, numbering: str | None) -> None:
    (found,) = tags(body, "html{font-family:Atkinson}").root.all("L")
    assert found.attributes.get("ListNumbering") == numbering


def test_the_list_of_contents_leads_to_its_pages() -> None:
    body = "<nav><h1>Contents</h1><ol><li><a href=#s>Start</a></ol></nav><h2 id=s>Start</h2>"
    css = "nav ol{list-style:none} nav a::after{content:' ' target-counter(attr(href), page)}"
    expected = ("Sect", ("H1", "Contents"), ("TOC", ("TOCI", ("Reference", ("Link", "Start 1")))))
    found = tags(body, css).root
    assert found.below[0].shape() == expected
    assert [link["to"] for tag in found.all("Link") for link in tag.links] == ["s"]


def test_a_list_of_links_elsewhere_is_a_list() -> None:
    body = "<nav><ul><li><a href='https://example.org'>a</a></ul></nav>"
    assert shape(body) == (("Sect", ("L", ("LI", BULLET, ("LBody", ("Link", "a"))))),)
