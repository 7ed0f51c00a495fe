"""Holds, destruction, and records that are kept."""

from .destroying import Hold, OutsideCheck, PurgeRun, Receipt
from .kept import KeptRecord

__all__ = ["Hold", "KeptRecord", "OutsideCheck", "PurgeRun", "Receipt"]
