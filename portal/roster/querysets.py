from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q


class ProfileQuerySet(models.QuerySet):
    def active(self) -> Self:
        return self.filter(is_active=True, user__is_active=True)


class CredentialQuerySet(models.QuerySet):
    def current(self, on: date) -> Self:
        """Credentials that hold on this day; one that was taken back never holds again."""
        return self.filter(Q(expires_on=None) | Q(expires_on__gte=on), granted_on__lte=on, revoked_at=None)
