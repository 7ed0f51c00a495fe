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
from .work import CollateralForm, DynamicsForm, LearnedForm, MeetingForm, TaskForm

__all__ = [
    "AnswerDayForm",
    "AttemptForm",
    "ChannelForm",
    "CollateralForm",
    "CompanionForm",
    "DetailsForm",
    "DynamicsForm",
    "LearnedForm",
    "MeetingForm",
    "OtherForm",
    "PhraseForm",
    "StaffAnswerForm",
    "StaffCompanionForm",
    "StaffDetailsForm",
    "StaffOtherForm",
    "StepForm",
    "TaskForm",
]
