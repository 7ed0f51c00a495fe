from __future__ import annotations

from typing import Self

from django.db import models
from django.utils import timezone

from portal.vault.querysets import SealedQuerySet


class PassQuerySet(SealedQuerySet):
    def usable(self) -> Self:
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())


class InvitationQuerySet(SealedQuerySet):
    def usable(self) -> Self:
        return self.filter(used_at=None, revoked_at=None, expires_at__gt=timezone.now())


class PassSessionQuerySet(models.QuerySet):
    def usable(self) -> Self:
        now = timezone.now()
        model = self.model
        return self.filter(
            created_at__gt=now - model.ABSOLUTE_LIMIT,
            last_seen_at__gt=now - model.IDLE_LIMIT,
            entry__revoked_at=None,
            entry__expires_at__gt=now,
        )
