from .commitment import CheckIn, Commitment
from .plan import Amendment, Confirmation, Plan, Requirement, Review
from .record import BreachReport, EnforcementRecord, RecordBar
from .resolution import Leaving, Resolution, ResolutionSignature, SealedCopy

__all__ = [
    "Amendment",
    "BreachReport",
    "CheckIn",
    "Commitment",
    "Confirmation",
    "EnforcementRecord",
    "Leaving",
    "Plan",
    "RecordBar",
    "Requirement",
    "Resolution",
    "ResolutionSignature",
    "Review",
    "SealedCopy",
]
