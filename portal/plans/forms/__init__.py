from .following import BreachForm, CheckInForm, DueForm, EndRecordForm, LookForm, OwnLookForm
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
    "LookForm",
    "MatchForm",
    "OfficeSignForm",
    "OwnLookForm",
    "PaperForm",
    "ReasonForm",
    "RequirementForm",
    "ReviewForm",
    "SignForm",
    "TermForm",
    "WordsForm",
]
