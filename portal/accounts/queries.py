"""Reads that join subjects for one screen."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django_otp.plugins.otp_totp.models import TOTPDevice

from . import policies
from .models import RoleGrant, StaffSession, User


def people_for(viewer: User) -> QuerySet[User]:
    """Everybody who works or volunteers here, those who left at the end."""
    grants = Prefetch("grants", queryset=RoleGrant.objects.valid().select_related("programme"), to_attr="roles_now")
    people = User.objects.visible_to(viewer).prefetch_related(grants).select_related("cover")
    return people.order_by("-is_active", "last_name", "first_name", "pk")


def grants_of(person: User) -> QuerySet[RoleGrant]:
    return person.grants.filter(ended_at=None).select_related("programme", "user")


def sign_ins_of(person: User) -> QuerySet[StaffSession]:
    return person.sign_ins.open().order_by("-last_seen_at")


def person_page(viewer: User, person: User) -> dict:
    """What one person's page shows, and which steps the viewer may take."""
    grants = [{"grant": grant, "may_end": policies.can_end_role(viewer, grant)} for grant in grants_of(person)]
    return {
        "person": person,
        "grants": grants,
        "past": person.grants.exclude(ended_at=None).select_related("programme", "ended_by").order_by("-ended_at"),
        "has_factor": TOTPDevice.objects.filter(user=person, confirmed=True).exists(),
        "sign_ins": sign_ins_of(person).count(),
        "may_manage": policies.can_manage(viewer, person),
        "may_set_away": policies.can_set_away(viewer, person),
        "is_self": viewer.pk == person.pk,
    }
