"""Forms about a case: its people, and the work on it."""

from .people import (
    AnswerDayForm,
    AttemptForm,
    ChannelForm,
    CompanionForm,
    DetailsForm,
    OtherForm,
    PhraseForm,
    StaffAnswerForm,
    StaffCompanionForm,
    StaffDetailsForm,
    StaffOtherForm,
    StepForm,
)
from .services import BriefForm, GoalsForm, RatingForm, ReachedForm, StaffRatingForm
from .training import TrainUsForm
from .work import CollateralForm, DynamicsForm, LearnedForm, MeetingForm, TaskForm

__all__ = [
    "AnswerDayForm",
    "AttemptForm",
    "BriefForm",
    "ChannelForm",
    "CollateralForm",
    "CompanionForm",
    "DetailsForm",
    "DynamicsForm",
    "GoalsForm",
    "LearnedForm",
    "MeetingForm",
    "OtherForm",
    "PhraseForm",
    "RatingForm",
    "ReachedForm",
    "StaffAnswerForm",
    "StaffCompanionForm",
    "StaffDetailsForm",
    "StaffOtherForm",
    "StaffRatingForm",
    "StepForm",
    "TaskForm",
    "TrainUsForm",
]
