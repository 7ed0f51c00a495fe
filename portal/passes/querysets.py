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
    def not_over(self) -> Self:
        """Neither 12 hours old nor of a pass that was revoked or has run out. It may be idle."""
        now = timezone.now()
        return self.filter(
            created_at__gt=now - self.model.ABSOLUTE_LIMIT, entry__revoked_at=None, entry__expires_at__gt=now
        )
