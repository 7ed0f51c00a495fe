"""What the screens of pair, time and room ask."""

from .booking import BookForm, ChangeRoomForm, RoomForm
from .pair import ChoosePairForm, ObjectionForm, StepBackForm, TieForm, TieForThemForm
from .times import FitsForm, FitsForThemForm, FreeForm, FreeForThemForm, ProposeForm, start_in_words

__all__ = [
    "BookForm",
    "ChangeRoomForm",
    "ChoosePairForm",
    "FitsForThemForm",
    "FitsForm",
    "FreeForThemForm",
    "FreeForm",
    "ObjectionForm",
    "ProposeForm",
    "RoomForm",
    "StepBackForm",
    "TieForThemForm",
    "TieForm",
    "start_in_words",
]
