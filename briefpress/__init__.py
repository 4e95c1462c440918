"""Turns Markdown sections and key messages into branded, audience-specific briefings and cards."""

__version__ = "0.1.0"
