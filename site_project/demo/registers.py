"""Something in every register of the demo office: a permission, a share, a measure, a record, an emergency."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from portal.access.actions import ask_for_access, draft
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Channel
from portal.disclosures.actions import give_permission, log_share
from portal.disclosures.models import SharePermission
from portal.disclosures.subjects import subjects_of
from portal.emergencies.actions import break_glass, name_people
from portal.measures.actions import ask_for_measure, give_measure, put_in_place
from portal.measures.statuses import MeasureKind, OwnerRole
from portal.programmes.models import Programme

from .people import person


def seed_registers(programme: Programme) -> None:
    """Once; a database that has them is left as it is."""
    cases = Case.objects.filter(programme=programme, status=CaseStatus.ARRANGING).order_by("opened_at")[:3]
    if SharePermission.objects.exists() or len(cases) < 3:
        return
    shared, arranged, asked = cases
    _name_who_answers(programme)
    _share(shared)
    _arrange(arranged)
    _ask(asked)
    break_glass(
        matter_id=shared.matter_id,
        reference=shared.reference,
        threat="Said on the phone that he waits at the lab door tonight with a knife",
        recipients="Campus police, Officer Lund",
        told="His name, the hall, and what he said he would do",
        told_at=timezone.now(),
        by=person("Dana"),
    )


def _name_who_answers(programme: Programme) -> None:
    """Luis is on call, with a number that answers when the office is closed."""
    director, on_call = person("Ruth"), person("Luis")
    name_people(programme=programme, director=director, on_call=on_call, phone="555-0123", keep_days=30, by=director)


def _share(case: Case) -> None:
    subject, today = subjects_of(case.matter)[0], timezone.localdate()
    permission = give_permission(
        subject=subject,
        what="That I asked the office for help, and since when",
        recipient="Dr. Holm, my adviser",
        purpose="So that I may hand in my paper a week later",
        until=today + timedelta(days=60),
        channel=Channel.SELF,
        typed_name=subject.name,
        by=subject.row.entry,  # type: ignore[arg-type]
    )
    log_share(permission_id=permission.pk, what="By phone: since when", happened_on=today, by=person("Dana"))


def _arrange(case: Case) -> None:
    by, today = person("Dana"), timezone.localdate()
    measure = ask_for_measure(
        whose=case.participants.order_by("number")[0],
        kind=MeasureKind.SCHEDULE,
        wish="Another section of the Tuesday class, from next week on",
        channel=Channel.PHONE,
        by=by,
    )
    give_measure(
        measure_id=measure.pk,
        owner_role=OwnerRole.CASE_MANAGER,
        arrangement="The Thursday section, until the end of term",
        reason="There is room in it",
        review_on=today + timedelta(days=21),
        by=by,
    )
    put_in_place(measure_id=measure.pk, on=today, by=person("Luis"))


def _ask(case: Case) -> None:
    subject = subjects_of(case.matter)[0]
    entry = subject.row.entry
    asked = ask_for_access(subject=subject, wish="", channel=Channel.SELF, by=entry)  # type: ignore[arg-type]
    draft(access_id=asked.pk, by=person("Dana"))
