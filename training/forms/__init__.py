"""What people type: visitors, learners and observers, and the office."""

from .day import CohortForm, HereForm, OpinionForm, PairForm, Unsaved
from .goals import GoalForm, MilestoneForm
from .learning import AskForm, DeclineForm, DescriptionForm, FeedbackForm, LogForm, RequirementForm, VerifyForm
from .materials import MaterialForm
from .office import CourseForm, EvaluationForm, GroupStepForm, OfferingForm, PlacesForm, TurnDownForm
from .past import PastForm
from .public import AddressForm, CodeForm, EnrolForm, GroupForm
from .roster import (
    AccountForm,
    CreditForm,
    FindForm,
    GrantForm,
    LearnerForm,
    PeopleFilter,
    RevokeForm,
    RoomForm,
    TrainerForm,
    quarters_in,
)

__all__ = [
    "AccountForm",
    "AddressForm",
    "AskForm",
    "CodeForm",
    "CohortForm",
    "CourseForm",
    "CreditForm",
    "DeclineForm",
    "DescriptionForm",
    "EnrolForm",
    "EvaluationForm",
    "FeedbackForm",
    "FindForm",
    "GoalForm",
    "GrantForm",
    "GroupForm",
    "GroupStepForm",
    "HereForm",
    "LearnerForm",
    "LogForm",
    "MaterialForm",
    "MilestoneForm",
    "OfferingForm",
    "OpinionForm",
    "PairForm",
    "PastForm",
    "PeopleFilter",
    "PlacesForm",
    "RequirementForm",
    "RevokeForm",
    "RoomForm",
    "TrainerForm",
    "TurnDownForm",
    "Unsaved",
    "VerifyForm",
    "quarters_in",
]
