"""The roster's answers; the only place that knows who may conduct what, on which day."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from portal.accounts.models import User
from portal.programmes.processes import definition

from .models import Credential


def who_may_conduct(*, process: str, on: date) -> QuerySet[User]:
    """Neutrals with a credential for this process that holds on this day (M14, R3)."""
    skill = definition(process).skill
    holding = Credential.objects.current(on).filter(skill=skill).values("neutral__user")
    return User.objects.filter(pk__in=holding, is_active=True, neutral_profile__is_active=True)
