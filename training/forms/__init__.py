"""What people type: visitors, learners and observers, and the office."""

from .day import CohortForm, HereForm, OpinionForm, PairForm
from .goals import GoalForm, MilestoneForm
from .materials import MaterialForm
from .office import CourseForm, EvaluationForm, GroupStepForm, OfferingForm, PlacesForm, TurnDownForm
from .past import PastForm
from .public import AddressForm, CodeForm, EnrolForm, GroupForm
from .roster import (
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
    "AddressForm",
    "CodeForm",
    "CohortForm",
    "CourseForm",
    "CreditForm",
    "EnrolForm",
    "EvaluationForm",
    "FindForm",
    "GoalForm",
    "GrantForm",
    "GroupForm",
    "GroupStepForm",
    "HereForm",
    "LearnerForm",
    "MaterialForm",
    "MilestoneForm",
    "OfferingForm",
    "OpinionForm",
    "PairForm",
    "PastForm",
    "PeopleFilter",
    "PlacesForm",
    "RevokeForm",
    "RoomForm",
    "TrainerForm",
    "TurnDownForm",
    "quarters_in",
]
