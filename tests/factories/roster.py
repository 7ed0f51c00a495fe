"""Neutrals and what they were trained for."""

from datetime import date, timedelta

from django.utils import timezone

from portal.roster.models import Credential, NeutralProfile

from .people import make_staff, make_user


def make_credential(neutral, skill="MEDIATION", **facts):
    usual = {
        "granted_on": timezone.localdate() - timedelta(days=365),
        "expires_on": timezone.localdate() + timedelta(days=365),
        "hours": 40,
        "evidence": "Certificate seen",
    }
    granted_by = facts.pop("granted_by", None) or neutral.added_by
    return Credential.objects.create(neutral=neutral, skill=skill, granted_by=granted_by, **(usual | facts))


def make_profile(user=None, **facts):
    """Somebody on the roster who has signed the terms and has no credential yet."""
    user = user or make_staff("NEUTRAL")
    usual = {"terms_signed_on": date(2025, 1, 15), "tier": "LEAD", "privilege_route": "ORGANISATION"}
    return NeutralProfile.objects.create(
        user=user, added_by=facts.pop("added_by", None) or make_user(), **(usual | facts)
    )


def make_neutral(skill="MEDIATION", **user_facts):
    """The user of a neutral who may conduct this today."""
    profile = make_profile(make_staff("NEUTRAL", **user_facts))
    make_credential(profile, skill)
    return profile.user
