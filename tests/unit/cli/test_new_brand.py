"""The command new brand: what it asks, what it refuses, and a pack that builds at once."""

import io
import re
import sys
from pathlib import Path

import pytest

from briefpress.cli.options import FAILED, FINE, USAGE
from tests.conftest import TODAY, Edit
from tests.unit.cli.conftest import Command

NAME = "Lower Wex Safeguarding Children Partnership"
PHONE = ("--phone", "01632 960 114")
DAY = ("--today", TODAY.isoformat())
PACK = "source/brands/lower-wex/brand.yaml"
FULL = (
    *("--short-name", "Lower Wex", "--front-door", "First Call", "--out-of-hours", "01632 960 158"),
    *("--email", "a@example.org", "--website", "https://example.org/", "--colour", "0F4C5C"),
    *("--accent", "#fa0", "--area", "Lower Wex", "--area", "Wex, Upper", "--owner", "The unit"),
)
SWITCHED_OFF = re.compile(r"^#(?=(?:  )*(?:- )?\{?[a-z_]+:(?: |$))", re.MULTILINE)


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def said_lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_a_new_brand_builds_at_once(command: Command, tmp_path: Path) -> None:
    said = command("new", "brand", NAME, *PHONE, *DAY, "--demonstration")
    assert said.code == FINE
    folder = "source/brands/lower-wex"
    assert said.out.splitlines() == [
        f"{folder} is ready: brand.yaml, and two logos drawn from the name. Type next:",
        "  briefpress check --brand lower-wex",
        "  briefpress --brand lower-wex",
    ]
    built = command("-q", "--brand", "lower-wex", "--layout", "card", "--audience", "hosts", *DAY)
    assert built.code == FINE
    assert (tmp_path / "output/lower-wex/lower-wex-hosts-card.pdf").is_file()
    codes = set(re.findall(r"[A-Z]+-[A-Z]+(?= warning| error)", built.err))
    assert codes == {"BRAND-PLACEHOLDER"}


def test_every_answer_stands_in_the_pack(command: Command, tmp_path: Path) -> None:
    assert command("new", "brand", NAME, *PHONE, *FULL, *DAY, "--demonstration").code == FINE
    lines = said_lines((tmp_path / PACK).read_text(encoding="utf-8"))
    for line in (
        f'full: "{NAME}"',
        'short: "Lower Wex"',
        'link: "https://example.org"',
        'primary: "#0f4c5c"',
        'secondary: "#ffaa00"',
        'body: "Partnership"',
        'areas: ["Lower Wex", "Wex, Upper"]',
        'label: "First Call"',
        'phones: ["01632 960 114"]',
        'phones: ["01632 960 158"]',
        'email: "a@example.org"',
        'owner: "The unit"',
        "issued: 2026-11-24",
        "review_by: 2027-11-24",
    ):
        assert line in lines


def test_emergencies_are_told_as_the_series_tells_them(command: Command, tmp_path: Path) -> None:
    command("new", "brand", NAME, *PHONE, *DAY, "--demonstration")
    series = (tmp_path / "source/brands/_series/brand.yaml").read_text(encoding="utf-8")
    label = re.search(r"kind: emergency\n\s+label: (.*)", series)
    assert label is not None
    assert label[1].strip('"') in (tmp_path / PACK).read_text(encoding="utf-8")


@pytest.mark.parametrize("given", [(), FULL])
def test_every_line_that_is_switched_off_can_be_switched_on(
    command: Command, tmp_path: Path, given: tuple[str, ...]
) -> None:
    command("new", "brand", NAME, *PHONE, *given, *DAY, "--demonstration")
    path = tmp_path / PACK
    text = path.read_text(encoding="utf-8")
    assert len(SWITCHED_OFF.findall(text)) > 20
    path.write_text(SWITCHED_OFF.sub("", text), encoding="utf-8")
    found = command("list", "--brand", "lower-wex", *DAY)
    assert found.code == FINE, found.err
    assert "error" not in found.err


@pytest.mark.parametrize(
    "name",
    [
        'Wex "Upper": Nether # Wex',
        "Ŵyth a’r Môn Safeguarding Board",
        "? Wex",
        "Wex Łódź Ďakovo",
        "{Wex}, [Nether] & more: yes",
        "Wex\\Nether 'Wex'",
    ],
)
def test_a_name_may_hold_any_character(command: Command, tmp_path: Path, name: str) -> None:
    said = command("new", "brand", name, "--slug", "wex-xx", *PHONE, *DAY, "--demonstration")
    assert said.code == FINE, said.err
    listed = command("list", "--json", "--brand", "wex-xx", *DAY)
    assert listed.code == FINE
    text = (tmp_path / "source/brands/wex-xx/brand.yaml").read_text(encoding="utf-8")
    for piece in re.findall(r"\w+", name):
        assert piece in text


def test_without_a_terminal_all_that_is_missing_is_said_at_once(command: Command) -> None:
    said = command("new", "brand")
    assert said.code == USAGE
    assert said.out == ""
    assert said_lines(said.err)[-2:] == [
        "NAME: is missing; such as 'Eastmarsh Safeguarding Children Partnership'",
        "--phone: is missing; such as '01632 960 114'",
    ]


@pytest.mark.parametrize(
    ("given", "part"),
    [
        (("--slug", "A B"), "--slug: brand slug 'A B': use a-z, 0-9 and '-'"),
        (("--slug", "con"), "--slug: brand slug 'con' is kept for other uses"),
        (("--slug", "_series"), "--slug: brand slug '_series'"),
        (("--slug", "wexbridge"), "--slug: there is a brand 'wexbridge' already"),
        (("--colour", "teal"), "--colour: 'teal' is no colour"),
        (("--accent", "#12345"), "--accent: '#12345' is no colour"),
        (("--email", "a@b"), "--email: e-mail 'a@b': "),
        (("--website", "example.org"), "--website: 'example.org' is no web address"),
        (("--website", "https://localhost"), "--website: "),
        (("--out-of-hours", "0800 CHILD"), "--out-of-hours: phone '0800 CHILD': letters are not"),
        (("--out-of-hours", "020 7946 012"), "not a valid GB number"),
        (("--short-name", "a<b>c"), "--short-name: raw HTML is not allowed"),
        (("--front-door", "a\u202eb"), "--front-door: invisible character U+202E"),
    ],
)
def test_what_cannot_stand_in_a_pack_is_refused(
    command: Command, tmp_path: Path, given: tuple[str, str], part: str
) -> None:
    said = command("new", "brand", NAME, *PHONE, *given)
    assert said.code == USAGE
    assert part in said.err
    assert [p.name for p in (tmp_path / "source/brands").iterdir()].count("lower-wex") == 0


def test_a_name_that_no_cover_has_room_for_is_refused(command: Command) -> None:
    said = command("new", "brand", f"{'Wex ' * 30}Board", *PHONE)
    assert said.code == USAGE
    assert "NAME: a name of 125 characters; 90 is the most" in said.err


def test_only_an_invented_board_has_numbers_that_nobody_answers(command: Command) -> None:
    said = command("new", "brand", NAME, *PHONE, *DAY)
    assert said.code == USAGE
    assert "kept for drama, nobody answers it; give --demonstration" in said.err
    real = ("--phone", "0113 222 4403")
    said = command("new", "brand", NAME, *real, *DAY, "--demonstration")
    assert said.code == USAGE
    assert "'0113 222 4403': a real number; an invented board takes" in said.err
    assert command("new", "brand", NAME, *real, *DAY).code == FINE


def test_a_name_of_no_letters_needs_a_slug(command: Command) -> None:
    said = command("new", "brand", "安全", *PHONE)
    assert said.code == USAGE
    assert "--slug: is missing" in said.err


def test_a_brand_that_is_there_is_not_touched(command: Command, tmp_path: Path) -> None:
    before = (tmp_path / "source/brands/wexbridge/brand.yaml").read_bytes()
    said = command("new", "brand", "Wexbridge Safeguarding Board", *PHONE)
    assert said.code == USAGE
    assert "take another name, such as wexbridge-2" in said.err
    assert (tmp_path / "source/brands/wexbridge/brand.yaml").read_bytes() == before


def test_on_a_terminal_it_asks_for_what_was_not_given(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ["", "", "Lower Wex; Nether Wex", "01632 960 114", *[""] * 4, "zz", "#123456", "", ""]
    monkeypatch.setattr(sys, "stdin", Terminal("\n".join(typed) + "\n"))
    said = command("new", "brand", NAME, "--front-door", "a`b", *DAY, "--demonstration")
    assert said.code == FINE, said.err
    assert "[lower-wex]" in said.err
    assert "[Lower Wex SCP]" in said.err
    assert "--front-door: no ` in text" in said.err
    assert "'zz' is no colour" in said.err
    text = (tmp_path / PACK).read_text(encoding="utf-8")
    assert 'areas: ["Lower Wex", "Nether Wex"]' in text
    assert 'primary: "#123456"' in text
    assert "Children’s front door" in text


def test_on_a_terminal_it_asks_again_for_what_must_be_known(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(NAME + "\n" * 5))
    said = command("new", "brand", *DAY)
    assert said.code == 130
    assert "is missing; such as '01632 960 114'" in said.err
    assert not (tmp_path / "source/brands/lower-wex").exists()


def test_a_publication_that_cannot_be_read_is_said_before_anything_is_asked(
    command: Command, edit: Edit
) -> None:
    edit.remove("publication.yaml")
    said = command("new", "brand", NAME, *PHONE)
    assert said.code == FAILED
    assert "source/publication.yaml: FILE-MISSING error" in said.err


def test_without_a_series_there_is_nothing_to_extend(command: Command, edit: Edit) -> None:
    edit.remove("brands/_series")
    said = command("new", "brand", NAME, *PHONE)
    assert said.code == FAILED
    assert "BRAND-PARENT error: there is no _series that a new brand could extend" in said.err


def test_in_the_project_it_names_the_command_of_the_project(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefpress.cli import beginning  # noqa: PLC0415

    monkeypatch.setattr(sys, "argv", ["/some/where/build.py"])
    assert beginning.program() == "python build.py"
    said = command("new", "brand", NAME, *PHONE, *DAY, "--demonstration", "--source", "./source")
    assert "  briefpress check --brand lower-wex" in said.out
