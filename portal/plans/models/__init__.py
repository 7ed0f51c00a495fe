from .commitment import CheckIn, Commitment
from .plan import Amendment, Confirmation, Plan, Requirement, Review
from .record import BreachReport, EnforcementRecord, RecordBar

__all__ = [
    "Amendment",
    "BreachReport",
    "CheckIn",
    "Commitment",
    "Confirmation",
    "EnforcementRecord",
    "Plan",
    "RecordBar",
    "Requirement",
    "Review",
]
