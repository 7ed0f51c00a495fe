"""What the pages of enrolling ask."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.intake.envelope import EnvelopeKey
from portal.intake.queries import draft_content
from training.addresses import address_hash
from training.models import AddressProof, Enrolment, Offering
from training.prerequisites import reasons_against
from training.statuses import OfferingStatus

__all__ = ["enrolment_behind", "opened_offerings", "reasons_against", "slip_of", "why_closed"]


def opened_offerings() -> QuerySet[Offering]:
    """Everything that was ever opened to people, with its course, meetings and places as they are now."""
    opened = Offering.objects.exclude(status=OfferingStatus.DRAFT).with_places(timezone.now())
    return opened.select_related("course").prefetch_related("meetings__room", "course__needs_courses")


def why_closed(offering: Offering) -> str:
    """Why nobody can enrol now; "" when people can."""
    now = timezone.now()
    if offering.takes_enrolments(now):
        return ""
    if offering.status == OfferingStatus.CANCELLED:
        return _("This course does not take place.")
    if offering.status == OfferingStatus.OPEN and now < offering.opens_at:
        day = date_format(timezone.localtime(offering.opens_at), "l, j F")
        return _("Enrolment opens on %(day)s.") % {"day": day}
    return _("Enrolment for these dates has closed. Please look at the other dates.")


def enrolment_behind(proof: AddressProof | None, offering: Offering) -> Enrolment | None:
    """What the holder of a proven address has in these dates: the newest, if there are several."""
    if proof is None or proof.proven_at is None:
        return None
    rows = offering.enrolments.filter(learner__address_hash=address_hash(proof.address))
    return rows.select_related("learner", "offering").order_by("-line").first()


def slip_of(key: EnvelopeKey | None) -> dict[str, str] | None:
    """Code and phrase of somebody new, while their browser can still open them."""
    content = draft_content(key) or {}
    return content.get("slip")
