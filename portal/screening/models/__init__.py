"""The rubric in its versions, screenings made with it, and what has to be screened again."""

from .again import ScreenAgain
from .rubric import RubricCriterion, RubricStop, RubricVersion
from .screening import Screening

__all__ = ["RubricCriterion", "RubricStop", "RubricVersion", "ScreenAgain", "Screening"]
