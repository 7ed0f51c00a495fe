"""The coded words of training."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Category(TextChoices):
    """What hours count as. A level may ask for so many hours of one kind."""

    MEDIATION = "MEDIATION", _("Mediation")
    RESTORATIVE = "RESTORATIVE", _("Restorative justice")
    COACHING = "COACHING", _("Conflict coaching")
    FACILITATION = "FACILITATION", _("Group facilitation")
    ETHICS = "ETHICS", _("Ethics and confidentiality")
    TEACHING = "TEACHING", _("Teaching others")


class Admission(TextChoices):
    OPEN = "OPEN", _("Open: whoever comes first has a place")
    REVIEW = "REVIEW", _("By application: the office reads each one")


class OfferingStatus(TextChoices):
    DRAFT = "DRAFT", _("draft")
    OPEN = "OPEN", _("open")
    CANCELLED = "CANCELLED", _("cancelled")
    FINISHED = "FINISHED", _("finished")


class EnrolmentStatus(TextChoices):
    APPLIED = "APPLIED", _("application being read")
    WAITING = "WAITING", _("on the waiting list")
    OFFERED = "OFFERED", _("a place is on offer")
    CONFIRMED = "CONFIRMED", _("has a place")
    COMPLETED = "COMPLETED", _("completed")
    PARTLY = "PARTLY", _("was there in part")
    NO_SHOW = "NO_SHOW", _("did not come")
    NOT_ADMITTED = "NOT_ADMITTED", _("not admitted")
    DECLINED = "DECLINED", _("declined the place")
    LAPSED = "LAPSED", _("let the offer run out")
    WITHDRAWN = "WITHDRAWN", _("withdrew")
    TRANSFERRED = "TRANSFERRED", _("moved to other dates")
    CANCELLED = "CANCELLED", _("the course was cancelled")


# Somebody is in one of these once for each offering; an offer counts only until it runs out.
LIVE = frozenset({EnrolmentStatus.APPLIED, EnrolmentStatus.WAITING, EnrolmentStatus.OFFERED, EnrolmentStatus.CONFIRMED})
# These take up a place for good, also when the course is over.
SEATED = frozenset(
    {EnrolmentStatus.CONFIRMED, EnrolmentStatus.COMPLETED, EnrolmentStatus.PARTLY, EnrolmentStatus.NO_SHOW}
)


class CreditKind(TextChoices):
    """What a requirement can ask for."""

    HOURS = "HOURS", _("Hours of training")
    MODULE = "MODULE", _("A course completed")
    OBSERVED = "OBSERVED", _("Sessions observed")
    CO_LED = "CO_LED", _("Sessions led together with somebody experienced")
    EVALUATION = "EVALUATION", _("A good evaluation by a trainer")
    REFERENCE = "REFERENCE", _("References")


class Standing(TextChoices):
    """Where somebody is with one level on one day. Exactly one of these is true."""

    NONE = "NONE", _("not started")
    UNDER_WAY = "UNDER_WAY", _("under way")
    READY = "READY", _("ready to be certified")
    CURRENT = "CURRENT", _("certified")
    EXPIRED = "EXPIRED", _("certification ran out")
    REVOKED = "REVOKED", _("certification taken back")


class LogState(TextChoices):
    """Where an entry in somebody's own log stands."""

    NEW = "NEW", _("waits for the office")
    CONFIRMED = "CONFIRMED", _("confirmed: it counts")
    DECLINED = "DECLINED", _("does not count")


class GroupRequestStatus(TextChoices):
    NEW = "NEW", _("new")
    TALKING = "TALKING", _("being talked about")
    PLANNED = "PLANNED", _("planned")
    HELD = "HELD", _("held")
    CLOSED = "CLOSED", _("not taking place")


NEXT_STEPS = {
    GroupRequestStatus.NEW: {GroupRequestStatus.TALKING, GroupRequestStatus.PLANNED, GroupRequestStatus.CLOSED},
    GroupRequestStatus.TALKING: {GroupRequestStatus.PLANNED, GroupRequestStatus.CLOSED},
    GroupRequestStatus.PLANNED: {GroupRequestStatus.HELD, GroupRequestStatus.CLOSED},
}


class Audience(TextChoices):
    STUDENTS = "STUDENTS", _("Students")
    STAFF = "STAFF", _("Staff")
    FACULTY = "FACULTY", _("Faculty")
    MIXED = "MIXED", _("Several of these")
    OUTSIDE = "OUTSIDE", _("People from outside")


class BulkKind(TextChoices):
    """What can be done to many people at once, and taken back."""

    ATTENDANCE = "ATTENDANCE", _("Attendance at a meeting")
    NO_SHOW = "NO_SHOW", _("Marked as not come")
    ADMITTED = "ADMITTED", _("Applications admitted")


class Cohort(TextChoices):
    """To whom the office writes at once."""

    PLACE = "PLACE", _("Everybody with a place")
    WAITING = "WAITING", _("The waiting list")
    APPLIED = "APPLIED", _("Those whose application is being read")
    EVERYBODY = "EVERYBODY", _("All of these")


class Question(TextChoices):
    """What people are asked after a course, from one to five."""

    USEFUL = "USEFUL", _("What I learned here is of use to me.")
    CLEAR = "CLEAR", _("The trainers made it clear.")
    SAFE = "SAFE", _("I could ask, and be wrong, without fear.")
    RECOMMEND = "RECOMMEND", _("I would send a friend here.")


class Rating(IntegerChoices):
    NOT_AT_ALL = 1, _("1, not at all")
    HARDLY = 2, _("2")
    PARTLY = 3, _("3, in part")
    MOSTLY = 4, _("4")
    FULLY = 5, _("5, fully")


class ImportState(TextChoices):
    READING = "READING", _("being read")
    READ = "READ", _("waits for a yes")
    TAKING = "TAKING", _("being taken over")
    CONFIRMED = "CONFIRMED", _("taken over")
    UNDONE = "UNDONE", _("taken out again")


class Fate(TextChoices):
    """What becomes of a row of past records."""

    NEW = "NEW", _("taken, with a new person")
    KNOWN = "KNOWN", _("taken, for somebody known")
    THERE = "THERE", _("there already")
    TWICE = "TWICE", _("twice in this sheet")
    EMPTY = "EMPTY", _("empty")
    FORMULA = "FORMULA", _("a formula: please put the value")
    MERGED = "MERGED", _("merged cells: please take them apart")
    NO_NAME = "NO_NAME", _("no name, or too long a one")
    NO_ADDRESS = "NO_ADDRESS", _("no e-mail address")
    NO_COURSE = "NO_COURSE", _("no course of ours")
    NO_DAY = "NO_DAY", _("no day as in 2024-05-03")
    FUTURE = "FUTURE", _("a day to come")
    NO_HOURS = "NO_HOURS", _("no hours in quarters")
    OWN = "OWN", _("yours: somebody else has to bring it")


# Rows that are taken over; every other fate leaves the row where it is, with the reason.
TAKEN = (Fate.NEW, Fate.KNOWN)


class GoalCounts(TextChoices):
    """How a goal of a year is counted."""

    CERTIFIED = "CERTIFIED", _("People certified")
    HOURS = "HOURS", _("Hours of people being trained")
    COURSES = "COURSES", _("Courses held")
    GROUPS = "GROUPS", _("Groups trained")
