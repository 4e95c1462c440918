"""Abbreviations: written out at their first use in an edition, and explained at every use."""

import pytest

from briefpress.compose.abbreviations import Expander
from briefpress.model.facts import Abbreviation


def known(short: str, long: str, plural: str = "") -> Abbreviation:
    return Abbreviation(short=short, long=long, plural=plural)


ALL = (
    known("SCR", "serious case review"),
    known("SCRP", "serious case review panel"),
    known("LSCB", "Local Safeguarding Children Board"),
    known("CSC", "children's social care", "children's social care services"),
    known("CSE", "child sexual exploitation"),
    known("EHA", "early help assessment"),
    known("UASC", "unaccompanied child"),
    known("UTC", "university college"),
    known("RD", "research & development"),
)


def abbr(short: str, long: str) -> str:
    return f'<abbr title="{long}">{short}</abbr>'


SCR = abbr("SCR", "serious case review")
SCRS = abbr("SCRs", "serious case reviews")
LSCB = abbr("LSCB", "Local Safeguarding Children Board")
CSE = abbr("CSE", "child sexual exploitation")
CSC = abbr("CSC", "children&#x27;s social care")


@pytest.mark.parametrize(
    ("html", "expanded"),
    [
        ("<p>one SCR</p>", f"<p>one serious case review ({SCR})</p>"),
        ("<p>many SCRs</p>", f"<p>many serious case reviews ({SCRS})</p>"),
        (
            "<p>one SCR, two SCR</p>",
            f"<p>one serious case review ({SCR}), two {SCR}</p>",
        ),
        ("<p>SCR is</p>", f"<p>Serious case review ({SCR}) is</p>"),
        ("<p>So. SCR is</p>", f"<p>So. Serious case review ({SCR}) is</p>"),
        ("<p>So! “SCR is</p>", f"<p>So! “Serious case review ({SCR}) is</p>"),
        ("<p>(So.) SCR is</p>", f"<p>(So.) Serious case review ({SCR}) is</p>"),
        ("<p>So: SCR is</p>", f"<p>So: serious case review ({SCR}) is</p>"),
        ("<p>such, e.g. SCR</p>", f"<p>such, e.g. serious case review ({SCR})</p>"),
        ("<p>an SCR</p>", f"<p>a serious case review ({SCR})</p>"),
        ("<p>An SCR</p>", f"<p>A serious case review ({SCR})</p>"),
        (
            "<p>a EHA</p>",
            f"<p>an early help assessment ({abbr('EHA', 'early help assessment')})</p>",
        ),
        ("<p>a UASC</p>", f"<p>an unaccompanied child ({abbr('UASC', 'unaccompanied child')})</p>"),
        (
            "<p>an UTC</p>",
            f"<p>a university college ({abbr('UTC', 'university college')})</p>",
        ),
        ("<p>plan SCR</p>", f"<p>plan serious case review ({SCR})</p>"),
        (
            "<p>the LSCB's role</p>",
            f"<p>the Local Safeguarding Children Board's ({LSCB}'s) role</p>",
        ),
        (
            "<p>the LSCB’s role</p>",
            f"<p>the Local Safeguarding Children Board’s ({LSCB}’s) role</p>",
        ),
        (
            "<p>the LSCB&#39;s role</p>",
            f"<p>the Local Safeguarding Children Board&#39;s ({LSCB}&#39;s) role</p>",
        ),
        ("<p>with CSC</p>", f"<p>with children's social care ({CSC})</p>"),
        (
            "<p>CSE/SCR</p>",
            f"<p>Child sexual exploitation ({CSE})/serious case review ({SCR})</p>",
        ),
        (
            "<p>an SCRP</p>",
            f"<p>a serious case review panel ({abbr('SCRP', 'serious case review panel')})</p>",
        ),
        (
            "<p>of RD</p>",
            f"<p>of research &amp; development ({abbr('RD', 'research &amp; development')})</p>",
        ),
    ],
)
def test_first_use(html: str, expanded: str) -> None:
    assert Expander(ALL).expand(html) == expanded


@pytest.mark.parametrize(
    ("html", "expanded"),
    [
        ("<p>a serious case review (SCR)</p>", f"<p>a serious case review ({SCR})</p>"),
        ("<p>Serious Case\nReviews (SCRs)</p>", f"<p>Serious Case\nReviews ({SCRS})</p>"),
        ("<p>by children’s social care (CSC)</p>", f"<p>by children’s social care ({CSC})</p>"),
        (
            "<p>a <strong>serious case review</strong> (SCR)</p>",
            f"<p>a <strong>serious case review</strong> ({SCR})</p>",
        ),
    ],
)
def test_what_the_author_wrote_out_stays(html: str, expanded: str) -> None:
    expander = Expander(ALL)
    assert expander.expand(html) == expanded
    again = CSC if "CSC" in html else SCR
    assert expander.expand("CSC" if "CSC" in html else "SCR") == again


@pytest.mark.parametrize(
    ("html", "expanded"),
    [
        (
            "<p>an <strong>SCR</strong></p>",
            f"<p>a <strong>serious case review ({SCR})</strong></p>",
        ),
        (
            "<p>the <a href='x'>report.</a> SCR</p>",
            f"<p>the <a href='x'>report.</a> Serious case review ({SCR})</p>",
        ),
        (
            "<p>the <a href='x'>report</a> SCR</p>",
            f"<p>the <a href='x'>report</a> serious case review ({SCR})</p>",
        ),
        ("<p>one<br>SCR</p>", f"<p>one<br>serious case review ({SCR})</p>"),
        ("<li>x</li><li>SCR</li>", f"<li>x</li><li>Serious case review ({SCR})</li>"),
        ("<p>an</p><p>SCR</p>", f"<p>an</p><p>Serious case review ({SCR})</p>"),
        (
            '<p>done <span class="page-ref">p3</span>. SCR</p>',
            f'<p>done <span class="page-ref">p3</span>. Serious case review ({SCR})</p>',
        ),
    ],
)
def test_across_tags(html: str, expanded: str) -> None:
    assert Expander(ALL).expand(html) == expanded


@pytest.mark.parametrize(
    "html",
    [
        "<h3>An SCR</h3>",
        "<h2>The <strong>SCR</strong> now</h2>",
        '<figure id="f"><p>SCR</p><img alt="SCR"></figure>',
        '<a href="https://x.org/SCR">the SCR</a>',
        '<abbr title="x">SCR</abbr>',
        "<svg><text>SCR</text></svg>",
        '<img alt="an SCR">',
        '<aside class="callout"><p class="callout-title">What is an SCR?</p></aside>',
        "<p>SCRX, xSCR, scr, SCR2 and _SCR_</p>",
        "<p>non-SCR and SCR-led</p>",
        "<p>&SCR; &#SCR; Q&amp;A</p>",
    ],
)
def test_untouched(html: str) -> None:
    expander = Expander(ALL)
    assert expander.expand(html) == html
    assert expander.expand("see SCR") == f"see serious case review ({SCR})"


def test_text_after_what_is_untouched_is_read_again() -> None:
    html = '<p class="callout-title">An SCR</p><p>an SCR</p><h3>x</h3></a><p>an SCR</p>'
    wanted = (
        f'<p class="callout-title">An SCR</p><p>a serious case review ({SCR})</p>'
        f"<h3>x</h3></a><p>an {SCR}</p>"
    )
    assert Expander(ALL).expand(html) == wanted


def test_written_out_once_over_all_texts_of_an_edition() -> None:
    expander = Expander(ALL)
    first, second = expander.expand("<p>the SCR</p>"), expander.expand("<p>an SCR, SCRs</p>")
    assert first == f"<p>the serious case review ({SCR})</p>"
    assert second == f"<p>an {SCR}, {SCRS}</p>"


def test_another_edition_begins_anew() -> None:
    assert Expander(ALL).expand("the SCR") == Expander(ALL).expand("the SCR")


def test_without_abbreviations_nothing_is_done() -> None:
    assert Expander(()).expand("<p>SCR</p>") == "<p>SCR</p>"


def test_a_plural_of_its_own() -> None:
    expander = Expander(ALL)
    title = "children&#x27;s social care services"
    assert expander.expand("of CSCs") == (
        f"of children's social care services ({abbr('CSCs', title)})"
    )
