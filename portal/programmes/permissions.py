"""What a person may do in a programme. Which roles give it stands in `portal.accounts.roles`."""

from enum import Enum


class Permission(Enum):
    OPEN_REQUESTS = "open requests"
    OPEN_CASES = "open cases"
    LOG_CONTACT = "log a call, mail or visit"
    SCREEN = "decide whether a request is suitable"
    KEEP_RUBRIC = "write and approve the screening rubric"
    LIFT_STOPS = "let a request go on although a stop applies"
    LIFT_GRAVE_STOPS = "let a request go on although a grave stop applies"
    COORDINATE = "coordinate cases"
    CONDUCT = "conduct sessions"
    CLOSE_CASES = "close requests and cases"
    PLACE_HOLD = "place and lift holds"
    MANAGE_PEOPLE = "manage people and their roles"
    MANAGE_ROSTER = "manage the roster"
    MANAGE_TRAINING = "run courses and certify people"
    MANAGE_PROGRAMME = "change the switches of a programme"
    CHANGE_OFFICE = "change the facts about the office"
    APPROVE_TEXTS = "approve notices and templates"
    SEE_STATISTICS = "see statistics"
    READ_AUDIT = "read the audit trail"
    DO_PIECES = "do an intern's work, without names"
    USE_CMS = "use the content system"
