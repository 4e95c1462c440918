"""Fuzzing of the loaders: what strangers may send, bent a little, again and again from a seed."""

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from time import process_time

from briefpress.catalogue import rule_of
from briefpress.load.addresses import email_fault, url_fault
from briefpress.load.logos import read_logo
from briefpress.load.phones import read_phone
from briefpress.load.yamltext import YamlFaultError, read_yaml
from briefpress.model.library import Loaded
from tests.bad.packs import Place
from tests.conftest import TESTS

ROOT = TESTS.parent
SLOW = 3.0
"""Seconds of the processor. What takes longer for one file of 256 KB or less can be misused."""
BITS = (
    *(b": ", b"- ", b"\n", b"\t", b"{", b"}", b"[", b"]", b'"', b"'", b"#", b"&a ", b"*a", b"!!x "),
    *(b"---\n", b"///", b"{{ fact.x }}", b"](", b"**", b"<", b"</", b"/>", b"&amp;", b"<use/>"),
    *(b"\x00", b"\xff", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xf0\x9f\x99\x82", b"\xed\xa0\x80"),
    *(b"0", b"-1", b"1e999", b"99999999999", b"M", b"A1 1 0 0 1", b"matrix(", b"url(#a)", b"%"),
    *(b"extends: anywhere\n", b"versions:\n  - ", b"valid_from: 2026-02-30\n", b"phones: []\n"),
)
Target = Callable[[bytes], None]


@dataclass(frozen=True)
class Found:
    """An input that did what none may do."""

    target: str
    number: int
    data: bytes
    what: str


def targets(here: Place) -> Mapping[str, tuple[Target, tuple[bytes, ...]]]:
    """Each loader, and the sound files that it begins with."""
    brands = _read("source/brands/*/brand.yaml", "tests/specimen/source/brands/*/brand.yaml")
    sections = _read("tests/specimen/source/sections/*.md")
    drawings = _read("source/brands/*/*.svg", "tests/unit/load/logos/exports/*.svg")
    plain = (b"meta:\n  name: A\n  link: https://a.org\nlogo: a.svg\ncolor:\n  primary: navy\n",)
    lines = (b"01632 960 114", b"+44 20 7946 0012 ext 5", b"a@example.org", b"https://a.org/b?c=d")
    return {
        "yaml": (_yaml, brands),
        "pack": (lambda data: _told(here.typed(data)), brands),
        "plain pack": (lambda data: _told(here.with_file("_brand.yml", data)), plain),
        "section": (lambda data: _told(here.with_section(data)), sections),
        "drawing": (lambda data: _judged("a.svg", data), drawings),
        "picture": (lambda data: _judged("a.png", data), _read("docs/pictures/cards.png")),
        "line": (_line, lines),
    }


def bent(data: bytes, dice: random.Random) -> bytes:
    """The data with one to eight things done to it."""
    bytes_ = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(bytes_) + 1)
        match dice.randrange(5):
            case 0:
                bytes_[at:at] = dice.choice(BITS)
            case 1:
                del bytes_[at : at + dice.choice((1, 2, 8, 64, 1024))]
            case 2 if at < len(bytes_):
                bytes_[at] = dice.randrange(256)
            case 3:
                piece = bytes_[at : at + dice.choice((4, 32, 256))]
                bytes_[at:at] = piece * dice.choice((1, 2, 40))
            case _:
                other = dice.randrange(len(bytes_) + 1)
                bytes_[at:at] = bytes_[other : other + dice.choice((8, 64))]
    return bytes(bytes_)


def inputs(name: str, seeds: tuple[bytes, ...], seed: int) -> Iterator[tuple[int, bytes]]:
    """Inputs without end; each follows from the target, the seed and its number alone."""
    number = 0
    while True:
        dice = random.Random(f"{name}/{seed}/{number}")  # noqa: S311 - to be repeated, not secret
        yield number, bent(dice.choice(seeds), dice)
        number += 1


def tried(name: str, target: Target, number: int, data: bytes) -> Found | None:
    """What one input did, if no input may."""
    began = process_time()
    try:
        target(data)
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return Found(name, number, data, f"{type(error).__name__}: {error}")
    taken = process_time() - began
    return Found(name, number, data, f"took {taken:.1f} s") if taken > SLOW else None


def _read(*patterns: str) -> tuple[bytes, ...]:
    files = [path for pattern in patterns for path in sorted(ROOT.glob(pattern))]
    return tuple(path.read_bytes() for path in files)


def _yaml(data: bytes) -> None:
    with suppress(YamlFaultError):
        read_yaml(data.decode("utf-8", "replace"), "a.yaml")


def _told(loaded: Loaded) -> None:
    for found in loaded.diagnostics:
        assert rule_of(found.code) is not None
        assert found.message.isprintable()


def _judged(name: str, data: bytes) -> None:
    logo, flaws = read_logo.__wrapped__(name, data)
    assert (logo is None) == bool(flaws)
    if logo is not None:
        assert logo.aspect > 0
        again, _ = read_logo.__wrapped__(name, logo.data)
        assert again is not None


def _line(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    number, faults = read_phone(text)
    assert number is not None or faults
    email_fault(text)
    url_fault(text)
