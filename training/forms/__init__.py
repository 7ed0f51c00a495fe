"""What people type, a file for each kind of them: visitors and learners, the office about courses, and about people."""

from .office import CourseForm, EvaluationForm, GroupStepForm, OfferingForm, PlacesForm, TurnDownForm
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
    "CourseForm",
    "CreditForm",
    "EnrolForm",
    "EvaluationForm",
    "FindForm",
    "GrantForm",
    "GroupForm",
    "GroupStepForm",
    "LearnerForm",
    "OfferingForm",
    "PeopleFilter",
    "PlacesForm",
    "RevokeForm",
    "RoomForm",
    "TrainerForm",
    "TurnDownForm",
    "quarters_in",
]
