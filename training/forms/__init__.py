"""What people type, in two files: visitors and learners, and the office."""

from .office import CourseForm, EvaluationForm, GroupStepForm, OfferingForm, PlacesForm, TurnDownForm
from .public import AddressForm, CodeForm, EnrolForm, GroupForm

__all__ = [
    "AddressForm",
    "CodeForm",
    "CourseForm",
    "EnrolForm",
    "EvaluationForm",
    "GroupForm",
    "GroupStepForm",
    "OfferingForm",
    "PlacesForm",
    "TurnDownForm",
]
