"""Plates: lay out once, brand many. The same files as a direct render, or not used at all.

Of each audience's layout one *plate* is rendered, in colours that mark those of a brand and with
its *slots* empty: elements that a template names with `data-slot`, which alone hold a brand's words
and pictures. What a brand has in the slots of one part of the page, a *frame*, is its *shell*,
rendered once for all audiences for whom it says the same. A file is the bytes of the plate, those
of the shells, and the few objects in which they meet.

A plate is used only after it came out the same as a direct render for three extreme brands; a brand
only if its words stand in slots alone, and nothing is wrong with them. Everything else is rendered
directly, and is told with its reason.
"""
