"""The tasks around the session itself: the agreement to participate, and a further session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.agreements.gates import variant_of
from portal.agreements.models import Signature
from portal.cases.statuses import CaseStatus, ConsentKind, ParticipantRole
from portal.documents.statuses import DocumentKind
from portal.plans.gates import answers_of, is_settled_without_meeting
from portal.plans.models import Resolution, ResolutionSignature
from portal.plans.statuses import PlanStatus, ResolutionStatus
from portal.programmes.processes import definition
from portal.sessions.gates import next_number, waits_after_stop

from .task import Task, done, not_yet, to_do

if TYPE_CHECKING:
    from portal.cases.models import Participant


def agreement(person: Participant) -> Task | None:
    """Readable from the invitation on, signed together at the start of the session (P10)."""
    if is_settled_without_meeting(person.case):
        # There is no session at which it would be signed.
        return None
    variant = variant_of(person.case, person)
    signed = Exists(Signature.objects.filter(agreement=OuterRef("pk"), participant=person))
    current = person.case.agreements.filter(replaced_at=None, variant=variant).annotate(is_signed=signed).first()
    called = {"document": _called(person, variant)}
    if current and current.is_signed:
        return done(_("The %(document)s") % called, "portal:party:agreement", word=_("Signed"))
    if current and current.signing_opened_at:
        return to_do(_("Read and sign the %(document)s") % called, "portal:party:sign", _("Everyone is here now."))
    return not_yet(
        _("Read the %(document)s") % called,
        _("We all sign together at the start of the session."),
        name="portal:party:agreement",
    )


def _called(person: Participant, variant: str) -> str:
    """What their paper is called; whose words they are is said on the paper."""
    if variant:
        return _("circle agreement")
    return str(DocumentKind(definition(person.case.process).agreement).label).lower()


def group(person: Participant) -> Task | None:
    """Before a group meets, its sponsor says what it wants to reach (M7)."""
    if person.role != ParticipantRole.GROUP_SPONSOR:
        return None
    title = _("Say what your group wants to reach")
    brief = getattr(person.case, "brief", None)
    if brief is not None and brief.objectives:
        return done(title, "portal:party:group", word=_("Said"))
    return to_do(title, "portal:party:group", _("No names are needed, however many you are."))


def rating(person: Participant) -> Task | None:
    """A coachee may say how able they feel, before the first session and after it (M2)."""
    if person.role != ParticipantRole.COACHEE:
        return None
    title = _("Say how able you feel to handle this")
    return Task(
        title,
        reverse("portal:party:rating"),
        _("It is up to you. Only you and your coach see it."),
        _("If you like"),
        "empty",
    )


def further(person: Participant) -> Task | None:
    if person.case.status != CaseStatus.HELD:
        return None
    title = _("Say whether you would like a further session")
    prefetch_related_objects([person.case], "sessions")
    if waits_after_stop(person.case):
        return not_yet(title, _("First somebody from the office talks with each of you alone."))
    number = next_number(person.case)
    said = [row for row in person.consents.all() if row.kind == ConsentKind.FURTHER_SESSION and row.round == number]
    if said:
        return done(title, "portal:party:further", word=_("Yes") if said[-1].yes else _("No"))
    return Task(
        title,
        reverse("portal:party:further"),
        _("It takes place only if everyone wants it."),
        _("If you like"),
        "empty",
    )


def plan(person: Participant) -> Task | None:
    """From the day on which everyone is asked; later it can be read again."""
    found = getattr(person.case, "plan", None)
    if found is None or found.status == PlanStatus.DRAFT:
        return None
    if found.status != PlanStatus.CONFIRMING:
        return done(_("The plan"), "portal:party:plan", word=str(found.get_status_display()))
    said = answers_of(found).get(person.pk)
    if said is None:
        return to_do(_("Read and confirm the plan"), "portal:party:plan", _("It holds only when everyone confirms it."))
    return done(_("Read and confirm the plan"), "portal:party:plan", word=_("Confirmed") if said else _("Not as it is"))


def resolution(person: Participant) -> Task | None:
    """From the day on which everyone is asked to sign; later it can be read again."""
    if not person.is_party or not person.case.programme.keeps_final_agreement or person.entry is None:
        return None
    signed = Exists(ResolutionSignature.objects.filter(resolution=OuterRef("pk"), participant=person))
    rows = Resolution.objects.visible_to(person.entry).filter(case=person.case).annotate(is_signed=signed)
    row = rows.first()
    if row is None:
        return None
    if row.status == ResolutionStatus.SIGNING and not row.is_signed:
        return to_do(_("Read and sign the agreement"), "portal:party:resolution", _("You choose freely."))
    is_there = row.status in {ResolutionStatus.SIGNING, ResolutionStatus.AGREED}
    word = _("Signed") if is_there else str(row.get_status_display())
    return done(_("The agreement"), "portal:party:resolution", word=word)
