"""Freshness: which editions stand as they would be made now, and why the others are to be made."""

from briefpress.freshness.hashing import hash_of
from briefpress.freshness.judging import Judge, Kept, Plan
from briefpress.freshness.larder import Larder

__all__ = ["Judge", "Kept", "Larder", "Plan", "hash_of"]
