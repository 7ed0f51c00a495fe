"""How things stand for one person once nothing more is asked of them. It never tells what others did."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from portal.cases.gates import has_come_back
from portal.cases.statuses import COULD_NOT_GO_ON, CaseStatus, Ending, Willing

if TYPE_CHECKING:
    from portal.cases.models import Participant


class Standing(StrEnum):
    IN_IT = "IN_IT"
    SAID_NO = "SAID_NO"
    SAID_NO_AND_OVER = "SAID_NO_AND_OVER"
    LEFT = "LEFT"
    COULD_NOT_GO_ON = "COULD_NOT_GO_ON"
    NOT_ANSWERED = "NOT_ANSWERED"
    CAME_BACK = "CAME_BACK"
    OWN_CHOICE = "OWN_CHOICE"
    OVER = "OVER"


def standing_of(person: Participant) -> Standing:
    if person.has_left:
        return Standing.LEFT
    if person.case.is_open:
        return Standing.SAID_NO if person.willing == Willing.NO else Standing.IN_IT
    return _after_the_end(person)


def _after_the_end(person: Participant) -> Standing:
    case = person.case
    if case.ending == Ending.NOT_PURSUED:
        return Standing.OWN_CHOICE
    if person.willing == Willing.NO:
        return Standing.SAID_NO_AND_OVER
    if has_come_back(person, case):
        return Standing.CAME_BACK
    # Ended out of the invitations: whoever asked us, or said yes, reads the same words.
    if case.ending in COULD_NOT_GO_ON and case.ended_from == CaseStatus.INVITING:
        told = person.is_requester or person.willing == Willing.YES
        return Standing.COULD_NOT_GO_ON if told else Standing.NOT_ANSWERED
    return Standing.OVER
