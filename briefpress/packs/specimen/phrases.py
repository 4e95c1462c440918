"""What invented boards call things, and the sentences of their local notes."""

FRONT_DOORS = (
    "Children’s Front Door",
    "Multi-Agency Safeguarding Hub (MASH)",
    "First Response",
    "Children’s Advice and Support Service",
    "Single Point of Access",
    "Children’s Access Point",
    "Front Door for Families",
    "Contact and Referral Team",
)
OUT_OF_HOURS = (
    "Emergency Duty Team",
    "Emergency Duty Service",
    "Night and Weekend Team",
    "Out of Hours Social Care",
)
LADO = (
    "A worry about someone who works with children (LADO)",
    "LADO: allegations against staff and volunteers",
    "Someone who works with children: ask the LADO",
)
EARLY_HELP = ("Early Help Advice Line", "Family Hubs", "Help for Families", "Early Help Hub")
BUREAUX = (
    "Learning and Improvement Group",
    "Partnership Business Unit",
    "Quality and Practice Subgroup",
    "Practice Review Group",
    "Board Manager",
)
STRAPLINES = (
    "Every child seen and safe",
    "Safe at home, safe outside, safe online",
    "One area, one duty",
    "Listening first",
    "Together for every child, every day of the year, wherever they live",
)
PARTNERS = (
    ("lead", "{} Council"),
    ("nhs", "{} Integrated Care Board"),
    ("partner", "{} Constabulary"),
    ("partner", "{} Schools Forum"),
    ("partner", "{} Probation"),
    ("supporter", "{} Voluntary Alliance"),
    ("supporter", "{} Fire and Rescue"),
    ("supporter", "Youth Justice {}"),
)
"""The role and the name of partners, in the order in which a board has them: one, or all eight."""
THRESHOLDS = (
    "Levels of need",
    "The right help at the right time",
    "Continuum of help and support",
    "Pathway to support",
    "Threshold document",
)
ESCALATION = (
    "Resolving professional disagreements",
    "Escalation policy",
    "When professionals disagree",
)
NOTES = (
    "Call the front door of the area **where the child lives**, not where you work.",
    "Confirm what you said in writing on the same day, with the [referral form]({link}/refer).",
    "You hear what was decided within one working day. If you do not, ring again.",
    "If you disagree with an answer, say so in the same call, and ask for the duty manager.",
    "The [threshold document]({link}/thresholds) is the same in every part of {area}.",
    "Interpreters can be had by telephone at any hour: ask for one, do not use the family.",
    "**Children in hospital** are known to the ward’s safeguarding nurse: ask her first.",
)
# The last is for boards of several areas.
CARD_NOTES = (
    "**Rang us?** Confirm it in writing the same day.",
    "**Not sure?** Ring, and think aloud with a social worker.",
    "**Where does the child live?** Call that area. Not sure? Call any: they pass it on at once.",
)
