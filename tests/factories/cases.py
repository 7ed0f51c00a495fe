"""Matters, cases and the people in them, at any step."""

from itertools import count

from django.utils import timezone

from portal.cases.models import Assignment, Case, Consent, Matter, Participant
from portal.cases.statuses import CaseStatus, Channel, ConsentKind, Ending, TieAnswer, Willing
from portal.passes.actions import issue_pass
from portal.vault.actions import create_key

from .office import make_programme
from .people import make_staff

_numbers = count(1)


def make_matter(programme=None, **facts):
    return Matter.objects.create(pk=create_key(), programme=programme or make_programme(), **facts)


def make_case(status=CaseStatus.ARRANGING, *, names=("Alex", "Sam"), accepted=(), coordinator=None, **facts):
    """A case of two parties who take part, each with an own page; `accepted` neutrals conduct it, the first leads."""
    if status == CaseStatus.ENDED:
        facts = {"ending": Ending.DONE, "ended_at": timezone.now(), "ended_from": CaseStatus.HELD} | facts
    matter = facts.pop("matter", None) or make_matter(facts.pop("programme", None))
    case = Case.objects.create(
        vault_key=matter.pk,
        matter=matter,
        programme=matter.programme,
        process=facts.pop("process", "MEDIATION"),
        status=status,
        coordinator=coordinator,
        **facts,
    )
    for number, name in enumerate(names):
        make_participant(case, name=name, is_requester=number == 0)
    for number, neutral in enumerate(accepted):
        make_assignment(case, neutral, is_lead=number == 0, accepted=True)
    return case


def make_participant(case, *, name="Kim", with_page=True, **facts):
    usual = {
        "number": case.participants.count() + 1,
        "name": name,
        "willing": Willing.YES,
        "contact": {"way": "EMAIL", "email": f"{name.lower()}{next(_numbers)}@example.net", "shared_mailbox": False},
        "entry": issue_pass(key_id=case.vault_key)[0] if with_page else None,
    }
    return Participant.objects.create(vault_key=case.vault_key, case=case, **(usual | facts))


def make_assignment(case, neutral, *, accepted=False, **facts):
    """Somebody asked to conduct a case, or, when accepted, who conducts it."""
    usual = {"asked_by": facts.pop("asked_by", None) or case.coordinator or make_staff()}
    if accepted:
        usual |= {"tie": TieAnswer.NO, "answered_at": timezone.now(), "accepted_at": timezone.now()}
    return Assignment.objects.create(case=case, neutral=neutral, **(usual | facts))


def make_consent(person, kind=ConsentKind.TAKE_PART, *, yes=True, **facts):
    return Consent.objects.create(
        vault_key=person.vault_key, participant=person, kind=kind, yes=yes, channel=Channel.SELF, **facts
    )
