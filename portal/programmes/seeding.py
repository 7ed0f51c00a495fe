"""The office and its two programmes, as they are before anybody changes them."""

from __future__ import annotations

from .models import Office, Programme
from .statuses import Process

OFFICE = {
    "name": "Office for Conflict Resolution",
    "institution": "Harborview Institute",
    "phone": "617-555-0142",
    "phone_tel": "+16175550142",
    "email": "conflict-resolution@example.edu",
    "address": "Room 204, Quayside Hall\n12 Harbor Road",
    "after_hours": "Sessions are held in the evening and at weekends too. When we are closed, leave your number; "
    "we call back on the next day that we are open.",
    "emergency_numbers": [
        {"label": "Emergency services", "phone": "911", "tel": "911"},
        {"label": "Campus police", "phone": "617-555-0100", "tel": "+16175550100"},
        {"label": "Crisis line, day and night", "phone": "988", "tel": "988"},
    ],
    "independent_contact": [{"label": "The ombuds office", "phone": "617-555-0177", "tel": "+16175550177"}],
    "units": [
        {"code": "ARCH", "label": "School of Architecture"},
        {"code": "ENG", "label": "School of Engineering"},
        {"code": "HUM", "label": "School of Humanities"},
        {"code": "SCI", "label": "School of Science"},
        {"code": "LIB", "label": "Libraries"},
        {"code": "HOUSING", "label": "Housing and dining"},
        {"code": "ADMIN", "label": "Central administration"},
    ],
    "mail_sender": "Harborview Institute",
}
MEDIATION = {
    "name": "Mediation",
    "conducts": [Process.COACHING, Process.FACILITATION, Process.MEDIATION, Process.RESTORATIVE_JUSTICE],
}
# The Coordinator's programme: the same way of a case, with the opposite rules about records.
RESOLUTION = {
    "name": "Alternative Dispute Resolution",
    "conducts": [Process.COACHING, Process.FACILITATION, Process.MEDIATION, Process.RESTORATIVE_JUSTICE],
    "destroys_at_close": False,
    "keeps_final_agreement": True,
    "weighted_criteria": True,
    "formal_in_parallel": False,
    "notice_before_consent": True,
    "tracks_allegations": True,
    "cosigns_allegations": True,
    "staff_reach_out": True,
    "one_neutral_is_enough": True,
}


def seed_office() -> Office:
    office, _created = Office.objects.get_or_create(pk=1, defaults=OFFICE)
    return office


def seed_programme() -> Programme:
    programme, _created = Programme.objects.get_or_create(code="MEDIATION", defaults=MEDIATION)
    return programme


def seed_resolution_programme() -> Programme:
    programme, _created = Programme.objects.get_or_create(code="ADR", defaults=RESOLUTION)
    return programme
