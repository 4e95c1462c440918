"""Templates that the program itself asks for, by their names below `layouts/`."""

PANEL_PART, WEB_PANEL_PART = "_shared/_messages.html.j2", "_shared/_web-messages.html.j2"
CHART_PART, WEB_CHART_PART = "_shared/_figure.html.j2", "_shared/_web-figure.html.j2"
CALLED_BY_SECTIONS = (PANEL_PART, WEB_PANEL_PART, CHART_PART, WEB_CHART_PART)
EXAMINED_TEMPLATE = "_shared/examined.html.j2"
