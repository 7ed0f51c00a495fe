from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from . import codes
from .querysets import InvitationQuerySet, PassQuerySet, PassSessionQuerySet


class Pass(SealedModel):
    """What a participant holds instead of an account. The personal code itself is shown once and never kept."""

    code_hash = models.CharField(max_length=64, unique=True)
    phrase = SealedTextField(seal="pass.phrase")
    issued_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = PassQuerySet.as_manager()

    class Meta:
        verbose_name = _("pass")
        verbose_name_plural = _("passes")

    @property
    def is_usable(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()

    def was_said(self, words: str) -> bool:
        """Whether a caller said this pass's phone phrase."""
        return codes.same_words(self.phrase, words)


class Invitation(SealedModel):
    """An address and a typed code that turn, once, into somebody's own pass."""

    code_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    @property
    def is_usable(self) -> bool:
        return self.used_at is None and self.revoked_at is None and self.expires_at > timezone.now()


class PassSession(models.Model):
    """One visit with a personal code. The cookie holds a secret, the row only its hash."""

    IDLE_LIMIT = timedelta(minutes=30)
    ABSOLUTE_LIMIT = timedelta(hours=12)

    entry = models.ForeignKey(Pass, on_delete=models.CASCADE, related_name="visits")
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)

    objects = PassSessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit with a pass")
        verbose_name_plural = _("visits with a pass")

    def __str__(self) -> str:
        return f"visit {self.pk}"

    @property
    def is_idle(self) -> bool:
        return timezone.now() - self.last_seen_at >= self.IDLE_LIMIT
