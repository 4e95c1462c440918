"""Freshness: which editions stand as they would be made now, and why the others are to be made."""

from briefpress.freshness.judging import Judge, Kept, Plan
from briefpress.freshness.larder import Larder
from briefpress.freshness.memory import LarderMemory
from briefpress.hashing import hash_of

__all__ = ["Judge", "Kept", "Larder", "LarderMemory", "Plan", "hash_of"]
