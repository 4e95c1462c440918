"""PNG and JPEG logos: whole, of a sane size, trimmed, and nothing left but their pixels."""

import struct
import subprocess
import sys
import zlib
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageFile

from briefpress.load.logos.raster import LONGEST, PIXEL_LIMIT
from tests.unit.load.logos.support import AMBER, TEAL, file, picture, read, said


def noisy(mode: str = "RGB") -> Image.Image:
    """A picture that does not compress."""
    grain = b"".join(sha256(number.to_bytes(4)).digest() for number in range(5_625))
    return Image.frombytes("RGB", (300, 200), grain).convert(mode)


def decoded(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "RGB", "L", "1", "CMYK", "I;16"])
def test_every_mode_comes_out_as_grey_colour_or_colour_with_alpha(mode: str) -> None:
    if mode == "CMYK":
        data, name = file(picture("CMYK"), "JPEG", quality=95), "a.jpg"
    elif mode == "I;16":
        grey = picture("L").convert("I;16").point(lambda value: value * 257)
        data, name = file(grey), "a.png"
    elif mode == "LA":
        data, name = file(picture().convert("LA")), "a.png"
    else:
        data, name = file(picture(mode)), "a.png"
    logo = read(name, data)
    image = decoded(logo.data)
    assert image.mode in ("L", "RGB", "RGBA")
    assert logo.opaque == (mode not in ("RGBA", "LA"))
    assert logo.aspect == pytest.approx(2, abs=0.02)
    assert image.width == logo.pixels == pytest.approx(400, abs=4)
    grey = image.convert("RGBA").convert("L")
    assert grey.tobytes()[100 * grey.width + 100] < 90


def test_colours_are_told_the_largest_first() -> None:
    assert read("a.png", file(picture())).colors == (TEAL, AMBER)
    assert read("a.png", file(picture("RGB"))).colors[0] in (TEAL, "#ffffff")


def test_margins_are_cut_off_but_a_ground_of_the_brand_is_not() -> None:
    blue = Image.new("RGB", (100, 40), "#005eb8")
    blue.paste("white", (40, 15, 60, 25))
    on_paper = Image.new("RGB", (300, 200), "white")
    on_paper.paste(blue, (50, 50))
    logo = read("a.png", file(on_paper))
    assert decoded(logo.data).size == (100, 40)
    assert decoded(logo.data).getpixel((0, 0)) == (0, 0x5E, 0xB8)


def test_a_white_logo_on_nothing_is_a_logo() -> None:
    white = Image.new("RGBA", (60, 30), (255, 255, 255, 0))
    white.paste((255, 255, 255, 255), (10, 10, 50, 20))
    logo = read("a.png", file(white))
    assert (logo.aspect, logo.colors, logo.opaque) == (4, ("#ffffff",), False)


@pytest.mark.parametrize(
    "image", [Image.new("RGBA", (50, 50)), Image.new("RGB", (50, 50), "white")]
)
def test_a_picture_of_nothing(image: Image.Image) -> None:
    assert said("a.png", file(image)) == ["0: LOGO-EMPTY: shows nothing"]


def test_nothing_is_left_but_pixels() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x013B] = "SECRET author"
    jpeg = file(
        picture("RGB"), "JPEG", icc_profile=profile, exif=exif, comment=b"SECRET", progressive=True
    )
    png = file(picture(), icc_profile=profile) + b"SECRET after the end"
    for name, data in (("a.jpg", jpeg), ("a.png", png)):
        clean = read(name, data).data
        assert b"SECRET" not in clean
        assert b"ICC" not in clean
        assert not decoded(clean).info.get("progressive")
    chunk = b"tEXt" + b"Comment\0SECRET"
    texts = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    plain = file(picture())
    assert b"SECRET" not in read("a.png", plain[:33] + texts + plain[33:]).data


def test_a_picture_is_turned_as_its_camera_held_it() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert read("a.jpg", file(picture("RGB"), "JPEG", exif=exif)).aspect == pytest.approx(0.5, 0.05)


def test_a_profile_of_other_colours_is_followed() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"xxxx").replace(b"bXYZ", b"rXYZ").replace(b"xxxx", b"bXYZ")
    red = Image.new("RGB", (40, 20), "#ff0000")
    assert read("a.png", file(red, icc_profile=srgb)).colors == ("#ff0000",)
    assert read("a.png", file(red, icc_profile=swapped)).colors == ("#0000ff",)


def test_a_profile_that_cannot_be_used_changes_nothing() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert read("a.png", file(picture(), icc_profile=profile)).colors == (TEAL, AMBER)
    assert read("a.png", file(picture(), icc_profile=b"no profile")).colors == (TEAL, AMBER)


def test_b41_a_bomb_is_refused_before_it_is_decoded() -> None:
    bomb = file(Image.new("1", (13_000, 13_000)))
    assert len(bomb) < 40_000
    message = "13,000 x 13,000 pixels (169 megapixels); limit 25"
    assert said("a.png", bomb) == [f"0: LOGO-PIXELS: {message}"]
    side = int(PIXEL_LIMIT**0.5)
    large = Image.new("1", (side, side))
    large.paste(1, (0, 0, side, 10))
    assert read("a.png", file(large)).pixels == LONGEST


def test_b39_a_file_that_is_cut_short() -> None:
    whole = file(noisy())
    cut = len(whole) // 3
    (found,) = said("a.png", whole[:cut])
    start = f"0: LOGO-READ: file is cut short ({cut:,} of about "
    assert found.startswith(start)
    told = int(found.removeprefix(start).removesuffix(" bytes)").replace(",", ""))
    assert told == pytest.approx(len(whole), rel=0.02)
    jpeg = file(noisy(), "JPEG")
    message = f"file is cut short ({len(jpeg) // 2:,} bytes, and the end is missing)"
    assert said("a.jpg", jpeg[: len(jpeg) // 2]) == [f"0: LOGO-READ: {message}"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_b39_wherever_it_is_cut(kind: str) -> None:
    whole = file(noisy(), kind)
    name = "a.png" if kind == "PNG" else "a.jpg"
    for end in range(20, len(whole) - 20, len(whole) // 40):
        (found,) = said(name, whole[:end])
        assert found.startswith("0: LOGO-READ: ")


def test_b39_holds_though_the_engine_has_told_pillow_to_let_cut_files_pass() -> None:
    """Importing the engine does so for the whole process."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        whole = file(noisy())
        assert said("a.png", whole[: len(whole) // 2])
        assert ImageFile.LOAD_TRUNCATED_IMAGES
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def test_loading_does_not_import_the_engine() -> None:
    code = (
        "import sys, datetime, pathlib\n"
        "from briefpress.load import load\n"
        "load(pathlib.Path('source'), pathlib.Path('layouts'), datetime.date(2026, 11, 24))\n"
        "from PIL import Image, ImageFile\n"
        "print('weasyprint' in sys.modules, 'pydyf' in sys.modules, Image.__name__,"
        " ImageFile.LOAD_TRUNCATED_IMAGES)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "PIL.Image", "False"]


def test_pictures_that_move_and_files_that_are_none() -> None:
    moving = file(picture(), save_all=True, append_images=[picture().rotate(10)])
    message = "has 2 pictures in it: a logo does not move"
    assert said("a.png", moving) == [f"0: LOGO-READ: {message}"]
    broken = b"\x89PNG\r\n\x1a\n" + bytes(100)
    assert said("a.png", broken) == ["0: LOGO-READ: cannot be decoded"]


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = file(picture())
    assert read("a.png", data).data == read("b.png", data).data
