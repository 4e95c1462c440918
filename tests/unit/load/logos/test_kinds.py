"""A logo file is of the kind that its name says."""

import pytest

from briefpress.load.logos import read_logo
from tests.unit.load.logos.support import file, picture, said, svg

RECT = svg('<rect width="9" height="9"/>')


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", RECT),
        ("A.SVG", RECT),
        ("a.svg", b"\xef\xbb\xbf" + RECT),
        ("a.svg", b"\n\n" + RECT),
        ("a.svg", ('<?xml version="1.0" encoding="UTF-16"?>' + RECT.decode()).encode("utf-16")),
        ("a.png", file(picture())),
        ("a.jpg", file(picture("RGB"), "JPEG")),
        ("a.jpeg", file(picture("RGB"), "JPEG")),
    ],
)
def test_kinds_that_are_read(name: str, data: bytes) -> None:
    logo, flaws = read_logo(name, data)
    assert flaws == ()
    assert logo is not None
    assert logo.is_vector == name.lower().endswith("svg")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.svg", file(picture()), "contents are PNG"),
        ("a.png", RECT, "contents are SVG"),
        ("a.png", file(picture("RGB"), "JPEG"), "contents are JPEG"),
        ("a.gif", RECT, "contents are SVG"),
        ("a.gif", file(picture("P"), "GIF"), "contents are GIF; a logo is SVG, PNG or JPEG"),
        ("a.png", file(picture("P"), "GIF"), "contents are GIF; a logo is SVG, PNG or JPEG"),
        ("a.png", file(picture(), "WEBP"), "contents are WebP; a logo is SVG, PNG or JPEG"),
        ("a.jpg", file(picture("RGB"), "TIFF"), "contents are TIFF; a logo is SVG, PNG or JPEG"),
        ("a.svg", b"\x1f\x8b\x08", "contents are compressed SVG; a logo is SVG, PNG or JPEG"),
        ("a.svg", b"%PDF-1.7", "contents are PDF; a logo is SVG, PNG or JPEG"),
        ("a.ai", b"%PDF-1.7", "contents are PDF; a logo is SVG, PNG or JPEG"),
        ("a.svg", b"%!PS-Adobe", "contents are EPS; a logo is SVG, PNG or JPEG"),
        ("a.svg", b"<!DOCTYPE html><p>", "contents are HTML; a logo is SVG, PNG or JPEG"),
        ("a.svg", b"logo", "contents are no picture"),
    ],
)
def test_kinds_that_are_refused(name: str, data: bytes, message: str) -> None:
    assert said(name, data) == [f"0: LOGO-KIND: {message}"]


def test_the_cure_is_the_right_name() -> None:
    _, ((fault, _),) = read_logo("partners/nhs.svg", file(picture()))
    assert fault.hint == "rename the file to nhs.png"


@pytest.mark.parametrize("name", ["a.svg", "a.png", "a.jpg"])
def test_an_empty_file(name: str) -> None:
    assert said(name, b"") == ["0: LOGO-READ: the file is empty"]
