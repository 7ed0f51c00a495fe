"""The participant's task list, put together from one function for each task.

A feature adds its task here: a function `(participant) -> Task | None` and its name in TASKS. It reads what
`queries.own_place` fetched; a list that only this task needs it fetches itself, once it is sure to need it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.cases.actions import ASKED_FROM, too_early_until
from portal.cases.gates import second_yes_from
from portal.cases.queries import has_read_all, latest_answer
from portal.cases.statuses import CaseStatus, ConsentKind, Willing
from portal.circles.statuses import PREPARING
from portal.programmes.hours import moment_in_words
from portal.programmes.processes import definition

from .arranging import appointment, meet, times
from .queries import companions_to_answer
from .signing import agreement, further, group, plan, rating, resolution
from .task import Task, done, not_yet, to_do

if TYPE_CHECKING:
    from portal.cases.models import Participant

# Until the requester says so, nobody else is asked; until everyone says yes, nothing is arranged.
BEFORE_EVERYONE = frozenset({CaseStatus.OPENED, CaseStatus.INVITING})


def _is_asked_first(person: Participant) -> bool:
    """The requester of a process that asks others, while that is still to come."""
    is_open = person.is_requester and person.case.status in BEFORE_EVERYONE
    return is_open and definition(person.case.process).asks_requester_first


def elsewhere(person: Participant) -> Task | None:
    """The office has asked whether it may go to the programme that keeps its records."""
    if not person.is_asked_to_move:  # type: ignore[attr-defined]
        return None
    why = _("You may say no, and nothing changes then. Nobody asks you why.")
    return to_do(_("Read a question about where this goes on"), "portal:moving:own", why)


def go_on(person: Participant) -> Task | None:
    if not _is_asked_first(person):
        return None
    title = _("Say whether we may go on")
    if latest_answer(person, ConsentKind.GO_ON):
        return done(title, "", word=_("Goes on"))
    return to_do(title, "portal:party:go_on", _("Until you say yes, nobody else hears anything from us."))


def others(person: Participant) -> Task | None:
    if not _is_asked_first(person):
        return None
    title = _("Say how we may reach the others")
    if not latest_answer(person, ConsentKind.GO_ON):
        return not_yet(title, _("First say whether we may go on."))
    if latest_answer(person, ConsentKind.CONTACT) is None and not person.has_joined_other:  # type: ignore[attr-defined]
        return to_do(title, "portal:party:others", _("You can pass on our invitation yourself, or we write or phone."))
    return done(title, "portal:party:others", word=_("Said"))


def rights(person: Participant) -> Task | None:
    title = _("Read your rights and what confidential means")
    if has_read_all(person):
        return done(title, "portal:party:rights")
    why = _("The words have changed since you read them.") if person.rights_read_at else ""
    return to_do(title, "portal:party:rights", why)


def sheet(person: Participant) -> Task | None:
    """Where papers come first: the sheet of rights, in one's own words."""
    if not person.case.programme.notice_before_consent or person.case.status not in BEFORE_EVERYONE:
        return None
    title = _("Say in your own words what your rights mean")
    said, understood = person.sheet_said, person.sheet_understood  # type: ignore[attr-defined]
    if said and understood is not False:
        return done(title, "portal:papers:sheet", word=_("Said"))
    again = _("We talk about it with you; then please say it once more.") if said else ""
    return to_do(title, "portal:papers:sheet", again)


def written_notice(person: Participant) -> Task | None:
    if not person.case.programme.notice_before_consent or not person.case.is_open:
        return None
    title = _("Read the written notice")
    if not person.is_notice_made:  # type: ignore[attr-defined]
        return not_yet(title, _("We are writing it. You hear from us when it is there."))
    if person.has_notice:  # type: ignore[attr-defined]
        return done(title, "portal:papers:notice", word=_("You have it"))
    return to_do(title, "portal:papers:notice", _("It says what is said to have happened, and what saying yes means."))


def take_part(person: Participant) -> Task | None:
    title = _("Say whether you want to take part")
    if person.case.asks_twice and second_yes_from(person):
        return _second_yes(person)
    if person.willing == Willing.YES:
        return done(title, "portal:party:take_part", _("You can change your mind at any time."), _("Takes part"))
    if _is_asked_first(person) and not latest_answer(person, ConsentKind.GO_ON):
        return not_yet(title)
    if person.case.status not in BEFORE_EVERYONE:
        return not_yet(title)
    return to_do(title, "portal:party:take_part", _("You may say no. Nobody asks you why."))


def _second_yes(person: Participant) -> Task:
    """Nobody is taken at their first word: a yes rests for a day, and then they say it once more, or do not."""
    if until := too_early_until(person):
        words = _("You have said yes, and it rests for a day. You can say it again from %(moment)s on.")
        why = words % {"moment": moment_in_words(until)}
        return not_yet(_("Say a second time whether you want to take part"), why, "portal:party:take_part")
    why = _("A day has passed. Your yes counts when you say it again; you may also say no.")
    return to_do(_("Say a second time whether you want to take part"), "portal:party:take_part", why)


def wishes(person: Participant) -> Task | None:
    """Before a circle: how they would meet, and what would make it safe (M48, M50)."""
    case = person.case
    if not definition(case.process).has_typed_roles or case.status not in PREPARING:
        return None
    title = _("Say how you would like to meet, and what makes it safe for you")
    row = getattr(person, "preparation", None)
    if row and (row.forms or row.wishes or row.safety):
        return done(title, "portal:party:circle", word=_("Said"))
    why = _("Somebody also talks it through with you alone.")
    return Task(title, reverse("portal:party:circle"), why, _("If you like"), "empty")


def together(person: Participant) -> Task | None:
    """What the group wrote is there for everybody who was in it."""
    if not definition(person.case.process).rounds or person.case.status != CaseStatus.HELD:
        return None
    return done(_("What you wrote together"), "portal:party:circle_words", word=_("To read"))


def details(person: Participant) -> Task | None:
    title = _("Tell us how to reach you safely, and what you need")
    if person.name or person.contact.get("way"):
        return done(title, "portal:party:details", word=_("Given"))
    return Task(title, reverse("portal:party:details"), _("All of it is up to you."), _("If you like"), "empty")


def companions(person: Participant) -> Task | None:
    """Only once everyone takes part: before, the question would show that somebody has answered."""
    asked = companions_to_answer(person) if person.case.status in ASKED_FROM else []
    if not asked:
        return None
    title = _("Say whether somebody may come along")
    if all(latest_answer(person, ConsentKind.COMPANION, about=row) is not None for row in asked):
        return done(title, "portal:party:companions", word=_("Answered"))
    return to_do(title, "portal:party:companions", _("They come only if everyone agrees."))


TASKS: tuple[Callable[[Participant], Task | None], ...] = (
    elsewhere,
    go_on,
    others,
    rights,
    sheet,
    written_notice,
    take_part,
    details,
    wishes,
    group,
    companions,
    meet,
    times,
    appointment,
    agreement,
    rating,
    together,
    further,
    plan,
    resolution,
)
# Somebody who comes along gives times, comes to the session and signs; the rest is the parties' to say.
TASKS_OF_COMPANIONS = (times, appointment, agreement)


def tasks_of(person: Participant) -> list[Task]:
    """Everything that is asked of somebody now, in order; nothing once they are out of it."""
    if not person.is_active or not person.case.is_open:
        return []
    makers = TASKS if person.is_party else TASKS_OF_COMPANIONS
    return [task for make in makers if (task := make(person)) is not None]
