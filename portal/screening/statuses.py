"""The coded words of screening: what may be decided, what a stop does, what a score means."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

# The law is a word of the handbook's library too, which lies below.
from portal.programmes.statuses import Law as Law


class Decision(TextChoices):
    SUITABLE = "SUITABLE", _("Suitable")
    ALTERNATIVES = "ALTERNATIVES", _("Another way fits better")
    REFER = "REFER", _("Refer to another office")


class Alternative(TextChoices):
    """What staff may point to instead; shown to the requester in the answer."""

    COACHING = "COACHING", _("Conflict coaching")
    FACILITATION = "FACILITATION", _("Facilitation")
    RESTORATIVE_JUSTICE = "RESTORATIVE_JUSTICE", _("Restorative justice")
    FORMAL = "FORMAL", _("A formal report")
    SUPPORT = "SUPPORT", _("Supportive measures only")
    COUNSELLING = "COUNSELLING", _("Counselling")
    OMBUDS = "OMBUDS", _("The ombuds office")
    NONE = "NONE", _("Nothing for now")


class Occasion(TextChoices):
    FIRST = "FIRST", _("The request")
    AGAIN = "AGAIN", _("Screened again")


class Standing(TextChoices):
    """Whether a screening holds, or still waits for somebody else to read it."""

    IN_FORCE = "IN_FORCE", _("Holds")
    WAITING = "WAITING", _("Waits for a second reader")
    SENT_BACK = "SENT_BACK", _("Sent back by the second reader")


class Effect(TextChoices):
    """What a stop does to one process when it applies."""

    OK = "OK", _("Does not stand in the way")
    NOT_ASKED = "NOT_ASKED", _("Has no meaning here")
    LIMIT = "LIMIT", _("Only in some forms")
    HOLD = "HOLD", _("Waits until it is settled")
    STOP = "STOP", _("Rules it out")
    ROUTE = "ROUTE", _("Belongs where records are kept")
    AS_SWITCHED = "AS_SWITCHED", _("As the programme allows beside a formal process")


# A process with one of these cannot be chosen before somebody lifts it.
BLOCKING = frozenset({Effect.HOLD, Effect.STOP, Effect.ROUTE})


class LiftedBy(TextChoices):
    """Who may let a matter go on although a stop applies; always with a reason."""

    NONE = "", _("Nothing to lift")
    NOBODY = "NOBODY", _("Nobody: screen again when it has changed")
    STAFF = "STAFF", _("Whoever screens, with the fact on file")
    COORDINATOR = "COORDINATOR", _("The coordinator or the director")
    DIRECTOR = "DIRECTOR", _("The director")


class Reader(TextChoices):
    """Who has to read a screening before it holds: always somebody else than who made it."""

    NONE = "", _("Nobody")
    ANOTHER = "STAFF", _("Another person who screens")
    COORDINATOR = "COORDINATOR", _("The coordinator or the director")
    DIRECTOR = "DIRECTOR", _("The director")


class LowMeans(TextChoices):
    """What a score of 0 or 1 means by itself, whatever the total."""

    NOTHING = "NOTHING", _("Nothing by itself")
    NOT_ADVISED = "NOT_ADVISED", _("Not advised, whatever the total")
    NO_JOINT_TALK = "NO_JOINT_TALK", _("No talk in one room")


class Band(TextChoices):
    """What the weighed criteria advise. A person decides."""

    SUITABLE = "SUITABLE", _("Suitable")
    WITH_SAFEGUARDS = "WITH_SAFEGUARDS", _("Suitable with safeguards and a second reader")
    NOT_ADVISED = "NOT_ADVISED", _("Not advised")
    NOT_ENOUGH = "NOT_ENOUGH", _("Not enough information")


class Safeguard(TextChoices):
    """What makes a process safer; the forms chosen here are what a session is arranged by."""

    SEPARATE_ARRIVAL = "SEPARATE_ARRIVAL", _("Arrive and leave at different times")
    SEPARATE_ROOMS = "SEPARATE_ROOMS", _("Separate rooms, with somebody going between")
    REMOTE = "REMOTE", _("By video or phone")
    WRITTEN = "WRITTEN", _("Letters or recorded words instead of a meeting")
    SURROGATE = "SURROGATE", _("Somebody stands in for a person")
    SUPPORTER = "SUPPORTER", _("A supporter or advisor is there")
    SHORTER = "SHORTER", _("Shorter sessions, more breaks")
    NEUTRAL_PLACE = "NEUTRAL_PLACE", _("A place that belongs to nobody")
    SECURITY_AWARE = "SECURITY_AWARE", _("Security knows the time and place, and nothing else")
    INTERPRETER = "INTERPRETER", _("An interpreter")
    TWO_STEP = "TWO_STEP", _("Ask twice, a day apart, before a yes counts")
    SPECIALISTS = "SPECIALISTS", _("Neutrals with special training")
    TOPICS_OFF = "TOPICS_OFF", _("Some subjects are left out")
    CHECK_INS = "CHECK_INS", _("A short call every day")
    NO_CONTACT = "NO_CONTACT", _("No contact between sessions")


class Trigger(TextChoices):
    """Why a case is screened again."""

    SESSION = "SESSION", _("Before a session")
    SAFETY = "SAFETY", _("Something new about safety")
    PARTY = "PARTY", _("A party asked for it")
    MEASURE = "MEASURE", _("A new interim measure")
    WITHDRAWAL = "WITHDRAWAL", _("One of several parties has left")


# What staff may write down by hand; the others come from what happened in the case.
BY_HAND = (Trigger.SAFETY, Trigger.PARTY, Trigger.MEASURE)


class Basis(TextChoices):
    """What is said to have been the ground: the protected basis."""

    SEX = "SEX", _("Sex or gender")
    ORIENTATION = "ORIENTATION", _("Sexual orientation or gender identity")
    RACE = "RACE", _("Race or color")
    ORIGIN = "ORIGIN", _("National origin or ancestry")
    RELIGION = "RELIGION", _("Religion")
    DISABILITY = "DISABILITY", _("Disability")
    AGE = "AGE", _("Age")
    VETERAN = "VETERAN", _("Service in the armed forces")
    RETALIATION = "RETALIATION", _("Having reported or taken part")
    OTHER = "OTHER", _("Something else, or not known")


class Position(TextChoices):
    """What somebody is at the institution. One person may be several of these."""

    STUDENT = "STUDENT", _("Student")
    STAFF = "STAFF", _("Staff")
    FACULTY = "FACULTY", _("Faculty")
    POSTDOC = "POSTDOC", _("Postdoc")
    OTHER = "OTHER", _("Somebody else")


# Whoever is one of these is employed, whatever else they are.
EMPLOYED = frozenset({Position.STAFF, Position.FACULTY, Position.POSTDOC})


class AllegationWay(TextChoices):
    """Where one allegation goes."""

    COACHING = "COACHING", _("Conflict coaching, as support")
    FACILITATION = "FACILITATION", _("Facilitation")
    MEDIATION = "MEDIATION", _("Mediation")
    RESTORATIVE_JUSTICE = "RESTORATIVE_JUSTICE", _("Restorative justice")
    FORMAL = "FORMAL", _("The formal process")
    OTHER_OFFICE = "OTHER_OFFICE", _("Another office")
    SUPPORT = "SUPPORT", _("Supportive measures only")
    NOTHING = "NOTHING", _("Nothing for now, as the person wishes")


# Ways in which something is settled between people, without a formal process.
SETTLES = frozenset({AllegationWay.FACILITATION, AllegationWay.MEDIATION, AllegationWay.RESTORATIVE_JUSTICE})
