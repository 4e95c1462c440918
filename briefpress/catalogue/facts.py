"""Codes of truth to the source: facts, figures, pages of the report, and tokens."""

from briefpress.catalogue.rule import Rule
from briefpress.diagnostics import Severity

_E = Severity.ERROR

RULES: tuple[Rule, ...] = (
    Rule(
        "FACT-UNKNOWN",
        _E,
        "An unknown fact",
        "The fact is not in facts.yaml.",
        "Use the id that the hint gives, or register the fact with its page.",
        proves="Every figure that text asks for is a registered one.",
        limit="The text may ask for the wrong one.",
    ),
    Rule(
        "FACT-FORM",
        _E,
        "An unknown form of a fact",
        "The fact has no form of that name.",
        "Add it to `forms:` of the fact.",
        proves="Every form that text asks for is registered.",
        limit="Whether it says the same as the value is another code's question.",
    ),
    Rule(
        "FACT-DERIVED",
        _E,
        "A derived figure does not compute",
        "The figure is declared to follow from others, and does not.",
        "Find out which of the figures is wrong in the report.",
        proves="Each figure that is declared to follow from others does, to its last digit.",
        limit="A figure that is not declared so is taken as it is given.",
    ),
    Rule(
        "FIGURE-SUM",
        _E,
        "The parts of a chart do not sum to the whole",
        "A reader who adds the bars gets another number.",
        "Find out which of the figures is wrong in the report.",
        proves="The parts of each chart that names its whole sum to it.",
        limit="A chart that names no whole is not summed.",
    ),
    Rule(
        "FIGURE-UNREGISTERED",
        _E,
        "A figure that is not in facts.yaml",
        "Figures drift when they are typed twice. Each stands once, in facts.yaml, with its page.",
        "Register it and write {{ fact.… }}.",
        proves="Years, pages and list numbers apart, no text holds digits of any script.",
        limit="A year is let through, though it may be a count; figures in words are no digits.",
    ),
    Rule(
        "PAGE-RANGE",
        _E,
        "A page that the report does not have",
        "The reference leads nowhere.",
        "Check the page in the report.",
        proves="Each page reference is a page of the report.",
        limit="Not that the page says it: only somebody with the report in hand knows.",
    ),
    Rule(
        "PAGE-FORM",
        _E,
        "A page reference in another form",
        "It would be printed as it stands, and nobody would have checked the page.",
        "Write (p166), (p71-72) or (p112, p114).",
        proves="What looks like a page reference has been read as one.",
        limit="A page named in words is taken as text.",
    ),
    Rule(
        "TOKEN-UNKNOWN",
        _E,
        "An unknown token",
        "`{{ … }}` must be a fact or audience.name, audience.people.",
        "Use the name that the hint gives.",
        proves="Every token stands for something, and no bracket of one is printed.",
        limit="It may stand for something else than was meant.",
    ),
    Rule(
        "CHART-UNKNOWN",
        _E,
        "An unknown figure or chart",
        "The figure is not in figures/, or no specification has the name of its chart.",
        "Use the name that the hint gives.",
        proves="Each chart that text asks for is there, and has a way to be drawn.",
        limit="Whether the kind of chart suits the data, a person has to see.",
    ),
)
