"""The coded words of plans, of what is promised in them, and of what becomes of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlanStatus(TextChoices):
    DRAFT = "DRAFT", _("Being written")
    CONFIRMING = "CONFIRMING", _("Everyone reads and confirms")
    SUBMITTED = "SUBMITTED", _("With the Chair")
    IN_FORCE = "IN_FORCE", _("In force")
    MOVED = "MOVED", _("With the enforcing office")
    COMPLETED = "COMPLETED", _("Completed")
    GIVEN_UP = "GIVEN_UP", _("Given up")


# The words may be changed; nothing is in force.
OPEN_TO_WORDS = frozenset({PlanStatus.DRAFT})
# The case is not finished while its plan stands here.
WAITED_FOR = frozenset({PlanStatus.DRAFT, PlanStatus.CONFIRMING, PlanStatus.SUBMITTED, PlanStatus.IN_FORCE})
# Something to show at the end of a circle: everyone has at least been asked.
MADE = frozenset(set(PlanStatus) - {PlanStatus.DRAFT, PlanStatus.GIVEN_UP})


class CommitmentKind(TextChoices):
    APOLOGY = "APOLOGY", _("Apology")
    RESTITUTION = "RESTITUTION", _("Making good a loss")
    SERVICE = "SERVICE", _("Service")
    LEARNING = "LEARNING", _("Learning")
    SPACE = "SPACE", _("Conduct and space")
    REPAIR = "REPAIR", _("Repair in the community")
    PREVENTION = "PREVENTION", _("So that it does not happen again")
    NO_CONTACT = "NO_CONTACT", _("No contact")
    CHANGE = "CHANGE", _("Change of schedule, housing or work")
    PROJECT = "PROJECT", _("Project")
    CLIMATE = "CLIMATE", _("For the climate of a group")
    MONITORING = "MONITORING", _("Looking after it")
    SUPPORT = "SUPPORT", _("Support")


class CommitmentStatus(TextChoices):
    OPEN = "OPEN", _("Open")
    DONE = "DONE", _("Done")
    PARTLY = "PARTLY", _("Done in part")
    NOT_DONE = "NOT_DONE", _("Not done")


class CheckInState(TextChoices):
    ON_THE_WAY = "ON_THE_WAY", _("On the way")
    OBSTACLE = "OBSTACLE", _("Something is in the way")
    # Whoever promised says so; it is settled when the office has seen what shows it.
    SAID_DONE = "SAID_DONE", _("Done, as they say; still to be shown")
    DONE = "DONE", _("Done, and shown")
    PARTLY = "PARTLY", _("Done in part, and it stays at that")
    NOT_DONE = "NOT_DONE", _("Not done, and it stays at that")


# What people say of their own promises; the rest is for whoever looks at it from outside.
OWN_WORDS = (CheckInState.ON_THE_WAY, CheckInState.OBSTACLE, CheckInState.SAID_DONE)

# What a check-in makes of a commitment; the others leave it open.
SETTLES = {
    CheckInState.DONE: CommitmentStatus.DONE,
    CheckInState.PARTLY: CommitmentStatus.PARTLY,
    CheckInState.NOT_DONE: CommitmentStatus.NOT_DONE,
}


class ReviewDecision(TextChoices):
    APPROVED = "APPROVED", _("Approved")
    RETURNED = "RETURNED", _("Returned with a comment")


class RecordStatus(TextChoices):
    RUNNING = "RUNNING", _("Being followed")
    COMPLETED = "COMPLETED", _("Completed")
    NOT_COMPLETED = "NOT_COMPLETED", _("Ended without completion")


RECORD_ENDS = frozenset({RecordStatus.COMPLETED, RecordStatus.NOT_COMPLETED})


class ResolutionStatus(TextChoices):
    DRAFT = "DRAFT", _("Being written")
    SIGNING = "SIGNING", _("Being signed")
    AGREED = "AGREED", _("Signed by all")
    REPLACED = "REPLACED", _("Replaced by a newer version")
    WITHDRAWN = "WITHDRAWN", _("Somebody withdrew before all had signed")


CURRENT_RESOLUTIONS = frozenset({ResolutionStatus.DRAFT, ResolutionStatus.SIGNING, ResolutionStatus.AGREED})


class Wording(TextChoices):
    NO_FINDING = "NO_FINDING", _("Nobody is found to have done anything")
    ACKNOWLEDGEMENT = "ACKNOWLEDGEMENT", _("Somebody acknowledges something, in words they chose")


class Capacity(TextChoices):
    PARTY = "PARTY", _("Party")
    COORDINATOR = "COORDINATOR", _("For the office")
    DIRECTOR = "DIRECTOR", _("Approved by the director")


class LeavingKind(TextChoices):
    GRADUATION = "GRADUATION", _("Graduation")
    SEPARATION = "SEPARATION", _("End of employment or enrolment")


class LeavingEffect(TextChoices):
    ENDS = "ENDS", _("What they promise ends on that day")
    GOES_ON = "GOES_ON", _("It goes on after that day")
    REVIEW = "REVIEW", _("It is reviewed before that day")
