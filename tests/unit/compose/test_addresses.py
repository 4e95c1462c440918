"""A link in running text prints where it leads."""

import pytest

from briefpress.compose.addresses import printed
from briefpress.compose.blocks import Makers
from briefpress.compose.prose import Prose
from tests.unit.compose.test_prose import REGISTER


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://a.example.org/refer", "a.example.org/refer"),
        ("https://a.example.org/", "a.example.org"),
        ("https://a.example.org/?a=1&b=2", "a.example.org/?a=1&b=2"),
        ("mailto:lado@a.example.org?subject=Referral", "lado@a.example.org"),
        ("mailto:a%2Bb@a.example.org", "a+b@a.example.org"),
        ("tel:+441632960114", "+441632960114"),
    ],
)
def test_addresses_as_they_are_printed(href: str, address: str) -> None:
    assert printed(href) == address


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Use the [form](https://a.example.org/form).", "form (a.example.org/form)"),
        ("[**The** form](https://a.example.org/form)", "The form (a.example.org/form)"),
        ("[Write](mailto:x@a.example.org)", "Write (x@a.example.org)"),
        ("[a.example.org](https://a.example.org/)", "a.example.org"),
        ("[See www.A.example.org/x now](https://a.example.org/x)", "See www.A.example.org/x now"),
        ("[01632 960 114](tel:01632960114)", "01632 960 114"),
        ("[01632 960 114](tel:+441632960114)", "01632 960 114"),
        ("[Ring](tel:101)", "Ring (101)"),
    ],
)
def test_the_address_stands_behind_the_words_unless_they_are_the_address(
    text: str, seen: str
) -> None:
    html = Prose(Makers(REGISTER, str, str)).inline(text)
    link = html[html.index("<a ") : html.index("</a>")]
    words = link.partition(">")[2].replace("<strong>", "").replace("</strong>", "")
    words = words.replace('<span class="address">', "").replace("</span>", "")
    assert words.replace("\N{NO-BREAK SPACE}", " ") == seen
