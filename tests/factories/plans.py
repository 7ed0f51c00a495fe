"""Restorative cases whose people have met, and their plans at any step."""

from datetime import timedelta

from django.utils import timezone

from portal.accounts.models import User
from portal.cases.statuses import CaseStatus, Channel, ParticipantRole
from portal.plans import actions
from portal.plans.models import Plan

from .cases import make_case, make_participant
from .people import make_staff
from .roster import make_neutral
from .signing_in import verified
from .texts import make_texts


def make_circle(status=CaseStatus.HELD, **facts):
    """Rae caused harm, Han was harmed, Com speaks for the community; two facilitators, a coordinator."""
    programme = facts.pop("programme", None) or make_texts()
    pair = [make_neutral("RJ"), make_neutral("RJ")]
    coordinator = verified(make_staff(programme=programme))
    usual = {"names": (), "process": "RESTORATIVE_JUSTICE", "coordinator": coordinator, "programme": programme}
    case = make_case(status, accepted=pair, **(usual | facts))
    make_participant(case, name="Rae", role=ParticipantRole.CAUSED_HARM, is_requester=True)
    make_participant(case, name="Han", role=ParticipantRole.HARMED)
    make_participant(case, name="Com", role=ParticipantRole.COMMUNITY_REPRESENTATIVE)
    return case


def owner_of(case):
    return case.participants.get(role=ParticipantRole.CAUSED_HARM)


def named(plan, name):
    """A name is sealed: nothing looks it up but a person reading."""
    return next(one for one in plan.case.participants.select_related("entry") if one.name == name)


def promise(plan, *, owner=None, by, **facts):
    """Something promised by whoever caused harm, due in a month, unless other facts are given."""
    usual = {
        "what": "Repaint the practice room",
        "for_whom": "Han",
        "kind": "REPAIR",
        "starts_on": timezone.localdate(),
        "due_on": timezone.localdate() + timedelta(days=30),
        "shown_by": "A photograph",
        "mentor": "Professor Lark",
        "obstacle": "Tell the mentor the same day",
        "by_whom": "",
    }
    owner_id = None if facts.get("by_whom") else (owner or owner_of(plan.case)).pk
    return actions.keep_commitment(plan_id=plan.pk, owner_id=owner_id, by=by, **(usual | facts))


def make_plan(*, linked=False, **facts):
    """A plan being written, with one promise and, when linked, one requirement that it meets."""
    case = make_circle(**facts)
    by = case.coordinator
    plan = actions.begin_plan(case_id=case.pk, by=by)
    words = dict.fromkeys(("harms", "needs", "done_when", "if_not_done", "follow_up"), "As we agreed.")
    actions.change_words(plan_id=plan.pk, by=by, **words)
    row = promise(plan, by=by)
    if linked:
        actions.link_plan(plan_id=plan.pk, is_linked=True, proceeding="CD-2026-14", by=by)
        office = make_conduct_office(case.programme)
        requirement = actions.enter_requirement(plan_id=plan.pk, words="Put the room in order", by=office)
        actions.match_requirement(requirement_id=requirement.pk, commitment_id=row.pk, by=by)
    return fetch(plan)


def make_conduct_office(programme):
    return verified(make_staff("CONDUCT_OFFICE", programme=programme))


def enforcer_of(programme):
    """Whoever enforces here: the office that entered what a linked plan has to meet."""
    return verified(User.objects.filter(grants__role="CONDUCT_OFFICE", grants__programme=programme).first())


def make_chair(programme):
    return verified(make_staff("CHAIR", programme=programme))


def confirm_all(plan, *, leave_out=()):
    edition = fetch(plan).edition
    for person in plan.case.participants.select_related("entry"):
        if person.name not in leave_out:
            actions.answer_plan(
                participant_id=person.pk, edition=edition, yes=True, channel=Channel.SELF, by=person.entry
            )


def make_plan_in_force(**facts):
    plan = make_plan(**facts)
    actions.ask_to_confirm(plan_id=plan.pk, by=plan.case.coordinator)
    confirm_all(plan)
    return fetch(plan)


def make_submitted_plan(**facts):
    plan = make_plan(linked=True, **facts)
    actions.ask_to_confirm(plan_id=plan.pk, by=plan.case.coordinator)
    confirm_all(plan)
    actions.hand_in_plan(plan_id=plan.pk, by=plan.case.coordinator)
    return fetch(plan)


def make_record(**facts):
    """A plan that the Chair has approved, and the enforcing office's record of it."""
    plan = make_submitted_plan(**facts)
    chair = make_chair(plan.case.programme)
    kept = actions.approve_plan(plan_id=plan.pk, edition=plan.edition, comment="Well thought through", by=chair)
    return fetch(plan), kept


def fetch(plan):
    """As another request would find it; whoever coordinates is signed in."""
    found = Plan.objects.select_related("case__matter", "case__programme", "case__coordinator").get(pk=plan.pk)
    verified(found.case.coordinator)
    return found
