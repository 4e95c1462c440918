"""What is wrong with an entry, in words for who wrote it."""

from pathlib import Path

import pytest

from briefpress.load.files import Reader
from briefpress.load.findings import Findings
from briefpress.load.typed import map_of, to_entry
from briefpress.model.brand import Brand
from briefpress.model.entry import Entry
from briefpress.model.facts import Fact, Figure
from briefpress.model.layout import Layout
from briefpress.model.messages import Message
from briefpress.model.publication import Publication
from briefpress.model.section import FrontMatter

SECTION = "title: A\naudiences: all\norder: 1\n"
FACT = "id: ab\nvalue: 1\nunit: c\npage: 7\n"
MESSAGE = "id: A1\ntheme: t\ntext: x\npages: [1]\naudiences: all\n"
LAYOUT = "title: A\npage: {width: 100mm, height: 100mm}\ntemplate: a\nstyles: [b]\n"
SLOT = "slots:\n  - {{id: a, height: {}, floor: {}, ceiling: {}}}\n"
CONTACTS = "contacts:\n  - {{kind: {}, label: a, phones: ['1'], checked_on: 2026-01-01{}}}\n"


CALL = CONTACTS.format("police", "")


def said(text: str, kind: type[Entry]) -> dict[str, str]:
    """What is wrong with its line, and the hints."""
    reader = Reader(Path(), "s", Findings())
    data = map_of(reader, "f.yaml", text)
    if data is not None:
        to_entry(reader, data, kind)
    return {f"{d.where.line}: {d.code}: {d.message}": d.hint for d in reader.findings.all()}


@pytest.mark.parametrize(
    ("text", "kind", "fault"),
    [
        (SECTION + "lable: b", FrontMatter, "4: KEY-UNKNOWN: unknown key 'lable'"),
        (SECTION[9:], FrontMatter, "1: KEY-MISSING: 'title' is missing"),
        ("title:\n" + SECTION[9:], FrontMatter, "1: KEY-MISSING: 'title' is empty"),
        ("title: '  '\n" + SECTION[9:], FrontMatter, "1: KEY-MISSING: 'title' is empty"),
        ("title: [a]\n" + SECTION[9:], FrontMatter, "1: YAML-SHAPE: title: text expected"),
        (SECTION.replace("1", "1.5"), FrontMatter, "3: VALUE: order: '1.5' is no whole number"),
        (SECTION.replace("1", "1_0"), FrontMatter, "3: VALUE: order: '1_0' is no whole number"),
        (SECTION.replace("1", "١"), FrontMatter, "3: VALUE: order: '١' is no whole number"),
        (SECTION.replace("1", "[1]"), FrontMatter, "3: YAML-SHAPE: order: a number expected"),
        (
            SECTION.replace("all", "[]"),
            FrontMatter,
            "2: VALUE: audiences: names nobody; write all, or the ids of audiences",
        ),
        (
            SECTION.replace("all", ""),
            FrontMatter,
            "2: VALUE: audiences: names nobody; write all, or the ids of audiences",
        ),
        (
            SECTION.replace("all", "{a: b}"),
            FrontMatter,
            "2: YAML-SHAPE: audiences: `all` or a list expected",
        ),
        (SECTION + "numbered: nope", FrontMatter, "4: VALUE: numbered: 'nope': write yes or no"),
        (SECTION + "numbered: [no]", FrontMatter, "4: YAML-SHAPE: numbered: yes or no expected"),
        (
            FACT.replace("1", "1,000"),
            Fact,
            "2: VALUE: value: '1,000' is not a figure; write digits, such as 293 or 40.96",
        ),
        (
            FACT.replace("1", "٣"),
            Fact,
            "2: VALUE: value: '٣' is not a figure; write digits, such as 293 or 40.96",
        ),
        (FACT.replace("1", "[1]"), Fact, "2: YAML-SHAPE: value: a figure expected"),
        (
            FACT.replace("7", "seven"),
            Fact,
            "4: VALUE: page: 'seven' is not a page; write 166 or 71-72",
        ),
        (FACT.replace("7", "9-7"), Fact, "4: VALUE: page: pages 9-7 run backwards"),
        (FACT.replace("7", "{a: b}"), Fact, "4: YAML-SHAPE: page: a list expected"),
        (FACT + "forms: [a]", Fact, "5: YAML-SHAPE: forms: `key: value` lines expected"),
        (FACT + "forms: {a: }", Fact, "5: KEY-MISSING: 'forms.a' is empty"),
        (
            FACT + "derived: {sum: [a], share: [b, c]}",
            Fact,
            "5: VALUE: derived: give one of sum, difference, share, complement",
        ),
        (FACT + "derived: {share: [a]}", Fact, "5: VALUE: derived: share takes two facts"),
        (
            FACT + "derived: {complement: [a, b]}",
            Fact,
            "5: VALUE: derived: complement takes one fact",
        ),
        (FACT + "derived: a", Fact, "5: YAML-SHAPE: derived: `key: value` lines expected"),
        (
            "title: a\ndescription: b\nchart: c d\nbars: []",
            Figure,
            "3: VALUE: chart: 'c d' has the wrong form",
        ),
        (
            "title: a\ndescription: b\nchart: cd\nbars: []",
            Figure,
            "4: KEY-MISSING: 'bars' is empty",
        ),
        (
            "title: a\ndescription: b\nchart: cd\nbars:\n  - label: x",
            Figure,
            "5: KEY-MISSING: 'bars[1].fact' is missing",
        ),
        (MESSAGE + "kind: rule", Message, "6: VALUE: kind: 'rule' is not allowed"),
        (
            MESSAGE + "card:\n  command: a\n  priority: 1\n  priority_for: {b: c}",
            Message,
            "9: VALUE: card.priority_for.b: 'c' is no whole number",
        ),
        (
            LAYOUT.replace("width: 100mm", "width: 100"),
            Layout,
            "2: VALUE: page.width: '100' is not a length; write it as 148mm or 12pt",
        ),
        (
            LAYOUT.replace("width: 100mm", "width: 1mm"),
            Layout,
            "2: VALUE: page.width: 1mm is too small",
        ),
        (
            LAYOUT.replace("width: 100mm", "width: 9000mm"),
            Layout,
            "2: VALUE: page.width: 9000mm is too large",
        ),
        (
            LAYOUT.replace("width: 100mm", "width: [a]"),
            Layout,
            "2: YAML-SHAPE: page.width: a length expected",
        ),
        (
            LAYOUT + SLOT.format("0mm", "9pt", "10pt"),
            Layout,
            "6: VALUE: slots[1].height: 0mm is too small",
        ),
        (
            LAYOUT + SLOT.format("9mm", "11pt", "10pt"),
            Layout,
            "6: VALUE: slots[1]: floor (11pt) is more than ceiling (10pt)",
        ),
        (
            LAYOUT + "pages: {least: 3, most: 2}",
            Layout,
            "5: VALUE: pages: least (3) is more than most (2)",
        ),
        (
            CONTACTS.format("polize", ""),
            Brand,
            "2: VALUE: contacts[1].kind: 'polize' is not allowed",
        ),
        (
            CALL.replace("phones: ['1'], ", ""),
            Brand,
            "2: VALUE: contacts[1]: a contact needs phones, an email or a url",
        ),
        (CALL.replace("['1']", "['']"), Brand, "2: KEY-MISSING: 'contacts[1].phones[1]' is empty"),
        (
            CALL.replace("2026-01-01", "2026-13-01"),
            Brand,
            "2: VALUE: contacts[1].checked_on: 2026-13-01 is not a date (a year has 12 months)",
        ),
        (
            CALL.replace("2026-01-01", "today"),
            Brand,
            "2: VALUE: contacts[1].checked_on: 'today' is no date; write 2026-11-02",
        ),
        (
            CALL.replace("2026-01-01", "٢٠٢٦-٠١-٠١"),
            Brand,
            "2: VALUE: contacts[1].checked_on: '٢٠٢٦-٠١-٠١' is no date; write 2026-11-02",
        ),
        (
            CALL.replace("phones: ['1']", "email: a b@c"),
            Brand,
            "2: VALUE: contacts[1].email: 'a b@c' has the wrong form",
        ),
        (
            CALL.replace("phones: ['1']", "url: javascript:a"),
            Brand,
            "2: VALUE: contacts[1].url: 'javascript:a' has the wrong form",
        ),
        (
            CONTACTS.format("police", ", hours: {days: mon}"),
            Brand,
            "2: YAML-SHAPE: contacts[1].hours: a list expected",
        ),
        (
            CONTACTS.format("police", ", hours: [{days: man}]"),
            Brand,
            "2: VALUE: contacts[1].hours[1].days: 'man' has the wrong form",
        ),
        ("meta: {name: ''}", Brand, "1: KEY-MISSING: 'meta.name.full' is empty"),
        (
            "report: {pages: {first: 9, last: 3}}",
            Publication,
            "1: VALUE: report.pages: first (9) is more than last (3)",
        ),
        (
            "report: {pages: {first: 0, last: 3}}",
            Publication,
            "1: VALUE: report.pages.first: 0 is too small",
        ),
        ("builds: {layouts: [a, a]}", Publication, "1: VALUE: builds.layouts: 'a' is named twice"),
        ("builds: {layouts: []}", Publication, "1: KEY-MISSING: 'builds.layouts' is empty"),
        (
            "builds: {layouts: a, formats: scren}",
            Publication,
            "1: VALUE: builds.formats[1]: 'scren' is not allowed",
        ),
        (
            "color: {primary: a, print: {a: cmyk(1 2 3)}}",
            Brand,
            "1: VALUE: color.print.a: 'cmyk(1 2 3)' has the wrong form",
        ),
        (
            f"meta: {{name: {'a' * 91}}}",
            Brand,
            "1: VALUE: meta.name.full: 91 characters are too many",
        ),
        ("language: English", Publication, "1: VALUE: language: 'English' has the wrong form"),
    ],
)
def test_what_is_said(text: str, kind: type[Entry], fault: str) -> None:
    found = said(text, kind)
    assert fault in found


def test_a_file_that_is_no_map() -> None:
    assert list(said("- a", FrontMatter)) == ["1: YAML-SHAPE: expected `key: value` lines"]
    assert list(said("", FrontMatter)) == ["1: YAML-SHAPE: the file is empty"]


def test_all_faults_of_an_entry_are_told() -> None:
    assert len(said("titel: A\naudiences: []\norder: x\nnumbered: 3", FrontMatter)) == 5


@pytest.mark.parametrize(
    ("text", "kind", "hint"),
    [
        (SECTION + "lable: b", FrontMatter, "did you mean 'label'?"),
        (SECTION[9:], FrontMatter, "add a line `title: …`"),
        ("title:\n" + SECTION[9:], FrontMatter, "write something after it"),
        (MESSAGE + "kind: rule", Message, "write one of 'practice' or 'question'"),
        (LAYOUT.replace("width: 100mm", "width: 1mm"), Layout, "the least is 20"),
        (LAYOUT + SLOT.format("0mm", "9pt", "10pt"), Layout, "it must be more than 0"),
        (CALL.replace("phones: ['1']", "email: a b@c"), Brand, "write name@example.org"),
        ("language: English", Publication, "write en-GB"),
        (CONTACTS.format("police", ", nte: a"), Brand, "did you mean 'note'?"),
    ],
)
def test_what_cures_it(text: str, kind: type[Entry], hint: str) -> None:
    assert hint in said(text, kind).values()
