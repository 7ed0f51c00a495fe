"""The coded words of a case. Codes are stored; labels are for people (see docs/glossary.md)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MatterStatus(TextChoices):
    OPEN = "OPEN", _("Open")
    # Every reader and every action refuses a matter in this state: its key is about to go.
    DESTROYING = "DESTROYING", _("Being destroyed")
    # Closed in a programme that keeps its records: only those who may open kept records read it, nobody changes it.
    KEPT = "KEPT", _("Closed and kept")


class CaseStatus(TextChoices):
    OPENED = "OPENED", _("Opened")
    INVITING = "INVITING", _("Invitations")
    ARRANGING = "ARRANGING", _("Pair and time")
    BOOKED = "BOOKED", _("Session booked")
    IN_SESSION = "IN_SESSION", _("In session")
    HELD = "HELD", _("Session held")
    ENDED = "ENDED", _("Ended, to be closed")


# The safeguard by which nobody is taken at their first word: see `Case.asks_twice`.
ASK_TWICE = "TWO_STEP"

# A case is open until it has ended; only open cases can be worked on, withdrawn from or stopped.
OPEN_STATUSES = frozenset(set(CaseStatus) - {CaseStatus.ENDED})


class Ending(TextChoices):
    """Why a request or a case came to its end. None of them is anybody's fault."""

    DONE = "DONE", _("Went all the way")
    DECLINED = "DECLINED", _("Somebody does not take part")
    NO_ANSWER = "NO_ANSWER", _("No answer")
    WITHDRAWN = "WITHDRAWN", _("Somebody withdrew")
    STOPPED = "STOPPED", _("Stopped by the office")
    UNSUITABLE = "UNSUITABLE", _("Another way fits better")
    REFERRED = "REFERRED", _("Referred to another office")
    NOT_PURSUED = "NOT_PURSUED", _("The requester does not go on")
    INFORMATION = "INFORMATION", _("Information only")
    IDLE = "IDLE", _("Nothing happened for a long time")


# Ended out of the invitations because not everyone said yes: somebody may still come back until close.
WANT_OF_AN_ANSWER = frozenset({Ending.DECLINED, Ending.NO_ANSWER})

# P7: to those who wait for it they are one ending, in one set of words, with a late "not suitable".
COULD_NOT_GO_ON = WANT_OF_AN_ANSWER | {Ending.UNSUITABLE}


class Channel(TextChoices):
    """How a participant's step came in; everything can be done without a screen (P1)."""

    SELF = "SELF", _("On their own page")
    PHONE = "PHONE", _("By phone")
    IN_PERSON = "IN_PERSON", _("In person")
    PAPER = "PAPER", _("On paper")
    EMAIL = "EMAIL", _("By e-mail")


# The channels by which staff enter a step for somebody.
STAFF_CHANNELS = frozenset(set(Channel) - {Channel.SELF})


class ParticipantRole(TextChoices):
    PARTY = "PARTY", _("Party")
    COACHEE = "COACHEE", _("Coachee")
    GROUP_SPONSOR = "GROUP_SPONSOR", _("Sponsor of the group")
    CAUSED_HARM = "CAUSED_HARM", _("Caused harm")
    HARMED = "HARMED", _("Harmed")
    COMMUNITY_REPRESENTATIVE = "COMMUNITY_REPRESENTATIVE", _("Speaks for the community")
    SUPPORTER = "SUPPORTER", _("Supporter")
    INTERPRETER = "INTERPRETER", _("Interpreter")
    ADVISOR = "ADVISOR", _("Advisor")
    SURROGATE = "SURROGATE", _("Stands in for somebody")


# People who come along with a party: they join only with every party's yes (P10).
COMPANION_ROLES = frozenset(
    {ParticipantRole.SUPPORTER, ParticipantRole.INTERPRETER, ParticipantRole.ADVISOR, ParticipantRole.SURROGATE}
)
# Mutual responsibility: one person may be both (C28).
BOTH_SIDES = frozenset({ParticipantRole.CAUSED_HARM, ParticipantRole.HARMED})
# Everybody whose own matter it is, whatever the process calls them.
PARTY_ROLES = frozenset(set(ParticipantRole) - COMPANION_ROLES)


class OutreachOrder(TextChoices):
    """In which order people are asked about a circle; staff decide (M50)."""

    HARMED_FIRST = "HARMED_FIRST", _("Those who were harmed first")
    TOGETHER = "TOGETHER", _("Everyone at the same time")


class CircleForm(TextChoices):
    """How people meet. Not everybody has to sit in one room (R11)."""

    IN_ONE_ROOM = "IN_ONE_ROOM", _("Together in one room")
    BY_VIDEO = "BY_VIDEO", _("Together by video")
    IN_TWO_ROOMS = "IN_TWO_ROOMS", _("In separate rooms, with the facilitators going between")
    IN_WRITING = "IN_WRITING", _("In letters or recordings that the facilitators bring")
    BY_SURROGATE = "BY_SURROGATE", _("With somebody else in the place of one side")


# People meet each other neither in a room nor on a screen.
INDIRECT_FORMS = frozenset({CircleForm.IN_TWO_ROOMS, CircleForm.IN_WRITING, CircleForm.BY_SURROGATE})


class Met(TextChoices):
    """Whether people met each other in a circle; that is all that is counted of its form."""

    JOINT = "JOINT", _("Met each other")
    INDIRECT = "INDIRECT", _("Did not meet each other")


class Crowd(TextChoices):
    """About how many were invited without their names."""

    FEW = "FEW", _("Fewer than twenty")
    TENS = "TENS", _("Up to a hundred")
    HUNDREDS = "HUNDREDS", _("More than a hundred")


class Willing(TextChoices):
    """Whether somebody takes part. No reason is ever stored beside it."""

    UNASKED = "UNASKED", _("Not asked yet")
    ASKED = "ASKED", _("Asked")
    YES = "YES", _("Takes part")
    NO = "NO", _("Does not take part")


class Route(TextChoices):
    """How an invitation reaches somebody (M19)."""

    REQUESTER = "REQUESTER", _("The requester passes it on")
    STAFF_MAIL = "STAFF_MAIL", _("Staff write")
    STAFF_PHONE = "STAFF_PHONE", _("Staff phone")


class AttemptResult(TextChoices):
    SENT = "SENT", _("Invitation sent")
    HANDED_OVER = "HANDED_OVER", _("Handed to the requester")
    SPOKE = "SPOKE", _("Spoke with them")
    NOT_REACHED = "NOT_REACHED", _("Not reached, no message left")
    BOUNCED = "BOUNCED", _("Came back")


class ConsentKind(TextChoices):
    GO_ON = "GO_ON", _("Wants to go on")
    CONTACT = "CONTACT", _("Allows the office to contact this person")
    RIGHTS_READ = "RIGHTS_READ", _("Has read the rights and the notice")
    TAKE_PART = "TAKE_PART", _("Takes part")
    COMPANION = "COMPANION", _("Agrees that this person comes along")
    PAIR = "PAIR", _("Is fine with the pair")
    FURTHER_SESSION = "FURTHER_SESSION", _("Wants a further session")


class TieAnswer(TextChoices):
    UNANSWERED = "UNANSWERED", _("Asked")
    NO = "NO", _("No tie")
    YES = "YES", _("Tie")
    UNSURE = "UNSURE", _("Unsure")
    NOT_AVAILABLE = "NOT_AVAILABLE", _("Not available")


class TieSource(TextChoices):
    NAMED = "NAMED", _("Named by somebody who wrote to us")
    DECLARED = "DECLARED", _("Declared by the person")
    SAME_ADDRESS = "SAME_ADDRESS", _("The same address as a participant")


class AssignmentEnd(TextChoices):
    TIE = "TIE", _("Tie")
    NOT_AVAILABLE = "NOT_AVAILABLE", _("Not available")
    OBJECTION = "OBJECTION", _("A party asked for somebody else")
    REPLACED = "REPLACED", _("Replaced by the office")
    CASE_ENDED = "CASE_ENDED", _("The case ended")


class StopReason(TextChoices):
    """P8: a coded reason; the words that people get never name it."""

    ORDER = "ORDER", _("An order or a directive")
    SAFETY = "SAFETY", _("Safety")
    ABUSED = "ABUSED", _("The process was abused")
    OFFICE = "OFFICE", _("The office decided")


class NoteAudience(TextChoices):
    """Who reads a note. None of them is a participant."""

    STAFF = "STAFF", _("Staff of the office")
    # The own thread of those who conduct the case: staff do not read it (M29).
    PAIR = "PAIR", _("Those who conduct it together")
    OWN = "OWN", _("Only me, as a memory aid")


class CoachingReason(TextChoices):
    """Why somebody comes to a coach (M1)."""

    BY_MYSELF = "BY_MYSELF", _("They want to solve it by themselves")
    OTHER_DECLINES = "OTHER_DECLINES", _("The other side does not take part")
    BOTH = "BOTH", _("Both")


class GroupReason(TextChoices):
    """What a group comes for (M8)."""

    START = "START", _("To make a good start")
    BACK_ON_TRACK = "BACK_ON_TRACK", _("To get back on track")
    BOTH = "BOTH", _("Both")


class Reached(TextChoices):
    """Whether a group reached what it wanted."""

    ALL = "ALL", _("Reached")
    PARTLY = "PARTLY", _("Reached in part")
    NOT = "NOT", _("Not reached")


class Change(TextChoices):
    """How a coachee's rating of themselves moved."""

    BETTER = "BETTER", _("Feels more able than before")
    SAME = "SAME", _("Feels as before")
    LESS = "LESS", _("Feels less able than before")
