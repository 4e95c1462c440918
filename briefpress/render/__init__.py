"""Render: document to proof. The only step that knows the engine."""

from briefpress.render.engine import Engine
from briefpress.render.fault import RenderFaultError
from briefpress.render.mark import marked
from briefpress.render.picture import page_count, picture

__all__ = ["Engine", "RenderFaultError", "marked", "page_count", "picture"]
