"""Codes of web pages and plain text: what can be wrong in editions that have no pages."""

from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

_E = Severity.ERROR

RULES: tuple[Rule, ...] = (
    Rule(
        "WEB-SYNTAX",
        _E,
        "HTML with a mistake",
        "Browsers mend what is wrong, each in its way; what readers get is then an accident.",
        "Mend the template at the line and column of the page that the message names.",
        proves="The page follows the syntax of HTML as the WHATWG has it, tag by tag.",
        limit="Whether each element is the right one for what it holds, a person has to judge.",
    ),
    Rule(
        "WEB-OUTSIDE",
        _E,
        "A page that needs more than itself",
        "A page that asks for files elsewhere breaks when moved, and tells others who reads it.",
        "Put the file beside the layout and name it there; give links an https address.",
        proves="The page loads nothing, runs only its own script, and its policy forbids the rest.",
        limit="Where a link leads, and whether it still does, is not tried.",
    ),
    Rule(
        "WEB-STRUCTURE",
        _E,
        "A page without its frame",
        "Those who hear a page find their way by its language, title, landmarks and headings.",
        "Take the frame of the page from the parts in `_shared/`, and do not skip a level.",
        proves=(
            "Language, title, one main part, one header and footer, named navigation, a first link "
            "to the main part, one heading of level 1 before all others, and no level skipped."
        ),
        limit="Whether the headings say what stands under them, a person has to judge.",
    ),
    Rule(
        "WEB-PLACE",
        _E,
        "A place that is there twice, or not at all",
        "A link into the page leads to the wrong place or to none, and labels name nothing.",
        "Give each id once, and mend what points to it.",
        proves="Every id stands in the page once, and all that points to one finds it.",
        limit="Links to other pages are not followed.",
    ),
    Rule(
        "WEB-NAME",
        _E,
        "Something that cannot be heard",
        "A picture, link, field or table without words is silence for those who hear the page.",
        "Give it words: alt, a label, the text of the link, or head cells.",
        proves="Pictures, links, buttons, fields and drawings have words, tables have head cells.",
        limit="Whether the words are the right ones, a person has to judge.",
    ),
    Rule(
        "PLAIN-WORDS",
        _E,
        "Text that says something else than the page",
        "The plain text is made from the web page; something of it was lost or changed on the way.",
        "Use elements of HTML that text can show: headings, paragraphs, lists, tables, links.",
        proves="The text has the words of the page's main part, all of them, in the same order.",
        limit="How it is broken into lines is not judged.",
    ),
    Rule(
        "PLAIN-SIGNS",
        _E,
        "A sign that is no text",
        "Editors and mail programs stumble over control characters and signs for private use.",
        "Find the sign in the source, delete it and type what is meant.",
        proves="Nothing but letters, marks, figures, punctuation, symbols, spaces and line ends.",
        limit="Whether the reader's font has every letter is not known.",
    ),
)
