from .following import BreachForm, CheckInForm, DueForm, EndRecordForm
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
    "DueForm",
    "EndRecordForm",
    "LinkForm",
    "MatchForm",
    "ReasonForm",
    "RequirementForm",
    "ReviewForm",
    "WordsForm",
]
