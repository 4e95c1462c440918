"""What a run of text may hold, and which figures in it have to be registered."""

import pytest

from briefpress.load.characters import hidden_characters
from briefpress.load.markup import bold_faults, figure_faults, markup_faults, plain_faults


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It took 13 minutes.", ["13"]),
        ("65% of them, and 12.5 %", ["65%", "12.5 %"]),
        ("1,234 things, or 1.234.567", ["1,234", "1.234.567"]),
        ("aged 11-18 or 5–7", ["11-18", "5–7"]),
        ("the 1st of 3", ["1st", "3"]),
        ("a Tier 4 service, KS2, COVID19", ["4", "KS2", "COVID19"]),
        ("from 9:30 to 17.00, 24/7", ["9:30", "17.00", "24/7"]),
        ("£2000 and 2000% and $5", ["£2000", "2000%", "$5"]),
        ("## The 3 rules", ["3"]),
        ("| a | 7 |", ["7"]),
        ("[all 20](https://example.org/30)", ["20"]),
        ("half, ½ and ⅔, Ⅳ, ①", ["½", "⅔", "Ⅳ", "①"]),
        ("٣ things, １２ more, and ৭", ["٣", "１２", "৭"]),
        ("٢٠١٤ is no year here", ["٢٠١٤"]),
        ("see 1. the door", ["1"]),
        ("12) no list", ["12"]),
        ("123. no list", ["123"]),
        ("the 2,014 and 2014.5", ["2,014", "2014.5"]),
    ],
)
def test_figures_that_have_to_be_registered(text: str, figures: list[str]) -> None:
    found = [fault.message for fault in figure_faults(text)]
    assert found == [f"the figure {figure} is not in facts.yaml" for figure in figures]


@pytest.mark.parametrize(
    "text",
    [
        "no figure at all, one or two",
        "since 2019, in 2013/14, 2011-2014 and 2023–24, the 1990s",
        "{{ fact.under_18 }} of {{ fact.all2.of3 }}",
        "so it is (p166), and so (p71-72, p80)",
        "1. the first\n  2. the second",
        "see [here](https://example.org/2024/12?a=1) or https://example.org/3.",
        "write to team24@example.org",
    ],
)
def test_figures_that_are_let_through(text: str) -> None:
    assert list(figure_faults(text)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("it is *so*", "no italics: *so*"),
        ("it is _so_ here", "no italics: _so_"),
        ("from *here", "no italics: *here"),
        ("to there* on", "no italics: *"),
        ("***both***", "no italics: *both*"),
        ("un*believ*able", "no italics: *believ*able"),
        ("a <b>c", "raw HTML is not allowed: <b>"),
        ("</p>", "raw HTML is not allowed: </p>"),
        ("<!-- hidden -->", "raw HTML is not allowed: <!-- hidden -->"),
        ("<https://example.org>", "raw HTML is not allowed: <https://example.org>"),
        ("![](a.png)", "images do not stand in text"),
        ("`code`", "no ` in text"),
        ("a&nbsp;b", "no entities such as &nbsp;"),
        ("&#65;", "no entities such as &nbsp;"),
        ("> quoted", "no > before a line"),
        ("***", "no rules between passages"),
        ("- - -", "no rules between passages"),
        ("so it is.[^1]", "no footnotes"),
        ("[^1]: a note", "no footnotes"),
        ("Term\n:   what it means", "no : before a line"),
        ("- [ ] a task", "no boxes to tick"),
        ("* [x] done", "no boxes to tick"),
        ("~~struck~~", "no ~~ or == round words"),
        ("so ==marked== it is", "no ~~ or == round words"),
        ("[a](javascript:b)", "link to 'javascript:b'"),
        ("[a](//example.org)", "link to '//example.org'"),
        ("[a](b(c))", "a link with a space, a bracket or no end in its address"),
        ("[a](https://b 'c')", "a link with a space, a bracket or no end in its address"),
        ("[a](", "a link with a space, a bracket or no end in its address"),
        ("[a]: https://b", "a link whose address stands elsewhere"),
        ("ab\u202ecd", "invisible character U+202E"),
        ("a\ue000", "private character U+E000"),
        ("x" * 101, f"a word of 101 characters: {'x' * 20}…"),
    ],
)
def test_markup_that_is_refused(text: str, said: str) -> None:
    assert said in [fault.message for fault in markup_faults(text)]


@pytest.mark.parametrize(
    "text",
    [
        "plain words, 5 < 6, a > b, R&D; snake_case and 2 * 3",
        "**bold** and **more\nbold**",
        "* an item\n  * another **bold** one",
        r"a \* that is shown",
        "[a](https://example.org/a_b_c*d), [b](mailto:a@b.org), [c](tel:+441632960101)",
        "{{ fact.a_b }}",
        "as follows: one; a == b, ~~ and x^2",
        "* [a task](https://example.org)",
        "x" * 100,
        "Farsi needs it: می\u200cخواهم",
    ],
)
def test_markup_that_is_let_through(text: str) -> None:
    assert list(markup_faults(text)) == []


def test_bold_is_closed() -> None:
    assert [f.message for f in bold_faults("**a** **b")] == ["** is opened and not closed"]
    assert list(bold_faults("**a**")) == []


@pytest.mark.parametrize("text", ["**a**", "__a__", "[a](https://b)", "{{ fact.a }}", "{% a %}"])
def test_text_that_is_printed_as_it_is_typed(text: str) -> None:
    assert [fault.code for fault in plain_faults(text)] == ["TEXT-MARKUP"]
    assert list(plain_faults("{ a } * b")) == []


@pytest.mark.parametrize("sign", "\u200c\u200d\u200e\u200f\u034f\u180e\u2800\u3164\ufe0f")
def test_nothing_hidden_stands_within_a_latin_word(sign: str) -> None:
    ((place, fault),) = hidden_characters(f"Safe{sign}guarding")
    assert (place, fault.message) == (4, f"invisible character U+{ord(sign):04X}")


@pytest.mark.parametrize("text", ["PDF\u200cها", "تماس \u200e01632 960 114\u200e را", "ক\u200dক"])
def test_joiners_and_marks_stand_where_a_script_needs_them(text: str) -> None:
    assert not list(hidden_characters(text))


def test_hidden_characters_are_told_with_their_place() -> None:
    found = [(at, fault.message) for at, fault in hidden_characters("a\x00b\u00adc\td\ne\u200d")]
    assert found == [(1, "control character U+0000"), (3, "invisible character U+00AD")]
