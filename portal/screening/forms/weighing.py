"""The criteria for one allegation, without the stops, which are asked of the whole matter."""

from .scores import Scored


class WeighForm(Scored):
    """A score for each criterion, for everybody in it."""
