"""The office and its programmes."""

from portal.programmes.models import Office, Programme
from portal.programmes.seeding import RESOLUTION


def make_office(**facts):
    usual = {
        "name": "Office for Conflict Resolution",
        "institution": "Harborview Institute",
        "phone": "617-555-0142",
        "phone_tel": "6175550142",
        "email": "conflict-resolution@example.edu",
        "address": "Room 204, Quayside Hall",
        "after_hours": "Evenings and weekends by appointment.",
        "emergency_numbers": [{"label": "Campus police", "phone": "617-555-0100", "tel": "6175550100"}],
        "independent_contact": [{"label": "The ombuds office", "phone": "617-555-0177", "tel": "6175550177"}],
        "units": [
            {"code": "ENG", "label": "School of Engineering"},
            {"code": "SCI", "label": "School of Science"},
            {"code": "LIB", "label": "Libraries"},
        ],
        "mail_sender": "Harborview Institute",
    }
    office, _created = Office.objects.update_or_create(pk=1, defaults=usual | facts)
    return office


def make_resolution_programme(**switches):
    """The Coordinator's programme, its switches as they are seeded; the first argument wins."""
    return make_programme("ADR", **(RESOLUTION | switches))


def make_programme(code="MEDIATION", **switches):
    usual = {"name": code.capitalize(), "conducts": ["MEDIATION"]}
    programme, _created = Programme.objects.update_or_create(code=code, defaults=usual | switches)
    return programme
