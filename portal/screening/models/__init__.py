"""The rubric in its versions, screenings made with it, allegations, and what has to be screened again."""

from .again import ScreenAgain
from .allegation import Allegation, AllegationRoute
from .rubric import RubricCriterion, RubricStop, RubricVersion
from .screening import Screening
from .weighing import Weighing

__all__ = [
    "Allegation",
    "AllegationRoute",
    "RubricCriterion",
    "RubricStop",
    "RubricVersion",
    "ScreenAgain",
    "Screening",
    "Weighing",
]
