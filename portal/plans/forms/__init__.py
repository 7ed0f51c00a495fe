from .following import BreachForm, CheckInForm, DueForm, EndRecordForm
from .resolving import CopyForm, FactsForm, LeavingForm, OfficeSignForm, PaperForm, SignForm, TermForm
from .writing import (
    CommitmentForm,
    ConfirmForm,
    LinkForm,
    MatchForm,
    ReasonForm,
    RequirementForm,
    ReviewForm,
    WordsForm,
)

__all__ = [
    "BreachForm",
    "CheckInForm",
    "CommitmentForm",
    "ConfirmForm",
    "CopyForm",
    "DueForm",
    "EndRecordForm",
    "FactsForm",
    "LeavingForm",
    "LinkForm",
    "MatchForm",
    "OfficeSignForm",
    "PaperForm",
    "ReasonForm",
    "RequirementForm",
    "ReviewForm",
    "SignForm",
    "TermForm",
    "WordsForm",
]
