"""What the screens of resolution agreements show, and whether a copy is what was sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, prefetch_related_objects

from portal.accounts.models import User
from portal.audit.events import AuditEvent
from portal.audit.queries import entries_of
from portal.cases.models import Participant
from portal.cases.transitions import Missing
from portal.documents.rendering import digest

from .. import gates
from ..models import BreachReport, CheckIn, Commitment, Resolution, ResolutionSignature, SealedCopy
from ..statuses import CURRENT_RESOLUTIONS, Capacity, ResolutionStatus

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Case


@dataclass(frozen=True)
class Signer:
    """One line of "who signs": a party or an officer, and the signature when there is one."""

    name: str
    capacity: str
    participant: Participant | None
    signature: ResolutionSignature | None


@dataclass(frozen=True)
class ResolutionPage:
    row: Resolution
    case: Case
    terms: list[Commitment]
    undertakings: list[Commitment]
    leavings: list[Any]
    signers: list[Signer]
    missing: list[Missing]
    # Versions that came before, the newest first.
    earlier: list[Resolution]


@dataclass(frozen=True)
class Opening:
    """Somebody opened the sealed copy."""

    at: datetime
    who: str


@dataclass(frozen=True)
class CopyCheck:
    """Whether an uploaded file is one of ours, to the byte. `resolution` is None when it is not."""

    sha256: str
    resolution: Resolution | None
    is_whole: bool = False


def open_resolution_of(rows: QuerySet[Resolution], reference: str) -> Resolution | None:
    """The current version of a case, else its newest. What lies in it is fetched by the page that shows it."""
    found = list(rows.filter(case__reference=reference).select_related("case__matter", "case__programme", "copy"))
    if not found:
        return None
    row = next((one for one in found if one.status in CURRENT_RESOLUTIONS), found[0])
    row.earlier = [one for one in found if one.pk != row.pk]  # type: ignore[attr-defined]
    return row


def with_agreed(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with whether everyone has signed what settles them, in the query that fetches them."""
    return cases.annotate(has_agreed=agreed_in("pk"))


def agreed_in(case: str) -> Exists:
    """Whether everyone has signed what settles the case that this column of the outer query names."""
    return Exists(Resolution.objects.filter(case=OuterRef(case), status=ResolutionStatus.AGREED))


def with_resolution(rows: QuerySet[Any], case: str = "case") -> QuerySet[Any]:
    """Rows with how far the agreement of the case has come that this column names, in the query that fetches them."""
    versions = Resolution.objects.filter(case=OuterRef(case))
    given = ResolutionSignature.objects.filter(
        resolution__case=OuterRef(case), resolution__status=ResolutionStatus.SIGNING
    )
    return rows.annotate(
        has_agreed=agreed_in(case),
        was_withdrawn_from=Exists(versions.filter(status=ResolutionStatus.WITHDRAWN)),
        is_being_signed=Exists(versions.filter(status=ResolutionStatus.SIGNING)),
        office_has_signed=reduce(and_, [Exists(given.filter(capacity=one)) for one in gates.SIGN_FOR_THE_OFFICE]),
    )


def with_signed_terms(people: QuerySet[Participant]) -> QuerySet[Participant]:
    """People with whether they have signed the agreement that is being signed, in the query that fetches them."""
    given = ResolutionSignature.objects.filter(
        participant=OuterRef("pk"), resolution__case=OuterRef("case"), resolution__status=ResolutionStatus.SIGNING
    )
    return people.annotate(has_signed_terms=Exists(given))


def _read_at(row: Resolution) -> list[Any]:
    """What its page and its gates read at the step where it stands: what cannot be there yet is not asked for."""
    wanted: list[Any] = ["case__participants", "commitments", "leavings"]
    if row.status != ResolutionStatus.DRAFT:
        wanted.append(Prefetch("signatures", ResolutionSignature.objects.select_related("officer")))
    if row.agreed_at is not None:
        wanted.append(Prefetch("commitments__check_ins", CheckIn.objects.select_related("noted_by", "said_by")))
        wanted.append(Prefetch("breaches", BreachReport.objects.select_related("reported_by")))
    return wanted


def resolution_page(row: Resolution) -> ResolutionPage:
    prefetch_related_objects([row], *_read_at(row))
    terms = list(row.commitments.all())
    return ResolutionPage(
        row=row,
        case=row.case,
        terms=[one for one in terms if one.owner_id],
        undertakings=[one for one in terms if not one.owner_id],
        leavings=_leavings(row),
        signers=signers_of(row),
        missing=_missing(row),
        earlier=getattr(row, "earlier", []),
    )


def _leavings(row: Resolution) -> list[tuple[Participant, Any]]:
    said = {one.participant_id: one for one in row.leavings.all()}
    return [(person, said.get(person.pk)) for person in gates.confirmers(row.case)]


def _missing(row: Resolution) -> list[Missing]:
    if row.status == ResolutionStatus.DRAFT:
        return gates.missing_to_open(row)
    return gates.missing_signatures(row) if row.status == ResolutionStatus.SIGNING else []


def signers_of(row: Resolution) -> list[Signer]:
    given = list(row.signatures.all())
    of_parties = {one.participant_id: one for one in given if one.participant_id}
    of_office = {one.capacity: one for one in given if one.officer_id}
    people = gates.confirmers(row.case) if row.status != ResolutionStatus.AGREED else _who_signed(row, of_parties)
    parties = [Signer(one.display_name, str(Capacity.PARTY.label), one, of_parties.get(one.pk)) for one in people]
    office = [
        Signer(_officer(of_office.get(code)), str(Capacity(code).label), None, of_office.get(code))
        for code in (Capacity.COORDINATOR, Capacity.DIRECTOR)
    ]
    return parties + office


def _who_signed(row: Resolution, of_parties: dict) -> list[Participant]:
    return [one for one in row.case.participants.all() if one.pk in of_parties]


def _officer(signature: ResolutionSignature | None) -> str:
    return signature.officer.get_full_name() if signature and signature.officer else ""


def is_whole(copy: SealedCopy) -> bool:
    """The stored bytes have the digest that the audit chain was given when they were sealed."""
    now = digest(copy.pdf)
    sealed = {
        entry.facts["sha256"]
        for entry in entries_of(copy.resolution.case.matter, AuditEvent.DOCUMENT_SEALED)
        if entry.subject and entry.subject["id"] == str(copy.resolution_id)
    }
    return now == copy.sha256 and now in sealed


def check_copy(viewer: Viewer, uploaded: bytes) -> CopyCheck:
    """Compare a file with the sealed copies that this viewer may open: one changed byte, and it is none of them."""
    sha256 = digest(uploaded)
    rows = Resolution.objects.visible_to(viewer).filter(copy__sha256=sha256)
    row = rows.select_related("copy", "case__matter").first()
    if row is None:
        return CopyCheck(sha256, None)
    return CopyCheck(sha256, row, is_whole(row.copy))


def openings_of(row: Resolution) -> list[Opening]:
    """Who opened the sealed copy, from the audit trail, newest first."""
    entries = [
        entry
        for entry in entries_of(row.case.matter, AuditEvent.DOCUMENT_OPENED)
        if entry.subject and entry.subject["type"] == "SealedCopy"
    ]
    staff = User.objects.in_bulk([entry.actor_id for entry in entries if entry.actor_type == "user"])
    names = {str(pk): person.get_full_name() for pk, person in staff.items()}
    names |= {str(one.entry_id): one.display_name for one in row.case.participants.all() if one.entry_id}
    return [Opening(entry.at, names.get(str(entry.actor_id), "–")) for entry in entries]
