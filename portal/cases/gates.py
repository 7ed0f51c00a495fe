"""What a case still waits for, as far as the case itself can tell; features above add their own."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.programmes.processes import definition
from portal.programmes.statuses import Others

from .statuses import (
    COMPANION_ROLES,
    WANT_OF_AN_ANSWER,
    CaseStatus,
    ConsentKind,
    OutreachOrder,
    ParticipantRole,
    Willing,
)
from .transitions import Missing

if TYPE_CHECKING:
    from .models import Case, Participant

# How long a first yes rests before the second one counts.
A_DAY = timedelta(hours=24)


def requester_goes_on(case: Case) -> list[Missing]:
    """Nobody else is contacted before the requester has said that they want to go on (M19)."""
    requester = next((person for person in case.participants.all() if person.is_requester), None)
    if requester is None:
        return [Missing(_("There is no requester in this case"))]
    answers = [answer for answer in requester.consents.all() if answer.kind == ConsentKind.GO_ON]
    if answers and answers[-1].yes:
        return []
    return [
        Missing(
            _("Waiting for %(name)s to say whether to go on") % {"name": requester.display_name},
            requester,
        )
    ]


def others_may_be_asked(case: Case) -> list[Missing]:
    """Some processes are for one person: whoever else is in the conflict is never contacted (M1)."""
    if definition(case.process).others != Others.NEVER:
        return []
    return [
        Missing(_("%(process)s is for one person: nobody else is asked") % {"process": definition(case.process).label})
    ]


def others_asked(case: Case) -> list[Missing]:
    """Where others take part, they are invited before a time is looked for."""
    if case.status != CaseStatus.OPENED:
        return []
    return [Missing(_("The others have not been invited yet"))]


def objectives_written(case: Case) -> list[Missing]:
    """A group says what it wants to reach before it meets (M7)."""
    brief = getattr(case, "brief", None)
    if brief is not None and brief.objectives:
        return []
    return [Missing(_("The group's objectives have to be written down"))]


def roles_filled(case: Case) -> list[Missing]:
    """Somebody was harmed and somebody caused it, unless staff have written that it is otherwise (C12)."""
    sheet = getattr(case, "circle", None)
    roles = {role for person in _parties(case) for role in person.roles}
    harmed = _lacks_harmed(roles, is_community=bool(sheet and sheet.community_is_harmed))
    if ParticipantRole.CAUSED_HARM in roles or (sheet and sheet.nobody_is_known):
        return harmed
    return [*harmed, Missing(_("Nobody has been added yet who caused harm"))]


def _lacks_harmed(roles: set[str], *, is_community: bool) -> list[Missing]:
    if ParticipantRole.HARMED in roles:
        return []
    if not is_community:
        return [Missing(_("Nobody has been added yet who was harmed"))]
    if ParticipantRole.COMMUNITY_REPRESENTATIVE in roles:
        return []
    return [Missing(_("Nobody has been added yet who speaks for the community"))]


def asked_before(person: Participant) -> list[Participant]:
    """Whom the office hears from before it asks this person: by default those who were harmed (M50)."""
    first, sheet = definition(person.case.process).asked_first, getattr(person.case, "circle", None)
    if not first or person.roles & first or (sheet and sheet.order != OutreachOrder.HARMED_FIRST):
        return []
    return [
        one for one in _parties(person.case) if one.roles & first and one.willing in {Willing.UNASKED, Willing.ASKED}
    ]


def somebody_to_ask(case: Case) -> list[Missing]:
    needed = definition(case.process).parties_min
    lacking = needed - len(_parties(case))
    if lacking <= 0:
        return []
    words = ngettext(
        "%(count)d more person has to be added",
        "%(count)d more people have to be added",
        lacking,
    )
    return [Missing(words % {"count": lacking})]


def everyone_willing(case: Case) -> list[Missing]:
    """The hard gate of M20: nothing goes on until every party has said yes."""
    people = _parties(case)
    if case.asks_twice:
        prefetch_related_objects(people, "consents")
    lines = [Missing(words, person) for person in people if (words := _wait_for_yes(person, case))]
    return somebody_to_ask(case) + lines


def _wait_for_yes(person: Participant, case: Case) -> str:
    """What is missing of one party's yes; "" when it counts."""
    name = {"name": person.display_name}
    if case.asks_twice and (from_then := second_yes_from(person)):
        if from_then > timezone.now():
            words = _("%(name)s has said yes once; it counts when they say it again, from %(moment)s on")
            return words % (name | {"moment": date_format(localtime(from_then), "l, j F, H:i")})
        return _("Waiting for %(name)s to say yes a second time") % name
    if person.willing == Willing.YES:
        return ""
    return _("Waiting for %(name)s to say whether they take part") % name


def second_yes_from(person: Participant) -> datetime | None:
    """Where a yes is asked for twice: when the second one counts. None when there is no first, or both were given."""
    given = [answer for answer in person.consents.all() if answer.kind == ConsentKind.TAKE_PART]
    run = list(takewhile(lambda answer: answer.yes, reversed(given)))
    if not run or run[0].given_at - run[-1].given_at >= A_DAY:
        return None
    return run[-1].given_at + A_DAY


def companions_agreed(case: Case) -> list[Missing]:
    """Supporters, interpreters and advisors come along only with every party's yes (P10)."""
    parties = _parties(case)
    here = {party.pk for party in parties}
    companions = [
        person
        for person in case.participants.all()
        if person.role in COMPANION_ROLES and person.is_active and person.comes_with_id in here
    ]
    return [
        Missing(
            _("Waiting for %(party)s to agree that %(companion)s comes along")
            % {"party": party.display_name, "companion": companion.display_name},
            party,
        )
        for companion in companions
        for party in parties
        if not _agreed(party, companion)
    ]


def stood_in_for(case: Case) -> set[UUID]:
    """Whose place somebody else takes: they need not be in the room."""
    people = list(case.participants.all())
    here = {person.pk for person in people if person.is_party and person.is_active}
    stand_ins = [one for one in people if one.role == ParticipantRole.SURROGATE and one.is_active]
    return {one.comes_with_id for one in stand_ins if one.comes_with_id in here}


def somebody_came_back(case: Case) -> list[Missing]:
    """Until close, whoever said no or nothing may come back by themselves; only then is anybody asked again (P9)."""
    if case.ending in WANT_OF_AN_ANSWER and any(has_come_back(person, case) for person in _parties(case)):
        return []
    return [Missing(_("Nobody has come back"))]


def has_come_back(person: Participant, case: Case) -> bool:
    """Whether somebody said yes after the case had ended for want of it."""
    if case.ended_at is None or person.answered_at is None:
        return False
    return person.willing == Willing.YES and person.answered_at > case.ended_at


def _parties(case: Case) -> list[Participant]:
    """Parties still in the case; whoever said no is still counted as missing until the office ends it."""
    return [person for person in case.participants.all() if person.is_party and not person.has_left]


def _agreed(party: Participant, companion: Participant) -> bool:
    answers = [
        answer
        for answer in party.consents.all()
        if answer.kind == ConsentKind.COMPANION and answer.about_id == companion.pk
    ]
    return bool(answers) and answers[-1].yes
