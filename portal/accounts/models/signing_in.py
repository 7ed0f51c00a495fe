"""How people come in: by an invitation once, then by signing in on a device."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import AccountInvitationQuerySet, StaffSessionQuerySet


class AccountInvitation(models.Model):
    """Lets one person enrol, or set a new password, once. Only a hash of what they type is kept."""

    class Purpose(models.TextChoices):
        ENROL = "ENROL", _("Set a password and a second factor")
        PASSWORD = "PASSWORD", _("Set a new password")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations")
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.ENROL)
    token_hash = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    objects = AccountInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to an account")
        verbose_name_plural = _("invitations to an account")

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class StaffSession(models.Model):
    """One sign-in on one device. Confined, it opens one session page and nothing else."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_ins")
    session_key = models.CharField(max_length=40, unique=True)
    started_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)
    stepped_up_at = models.DateTimeField(null=True, blank=True)
    confined_to = models.CharField(max_length=200, blank=True)
    confined_until = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = StaffSessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")
        constraints = [
            models.CheckConstraint(
                name="confined_session_has_a_page_and_a_time",
                condition=Q(confined_to="", confined_until=None) | (~Q(confined_to="") & ~Q(confined_until=None)),
            )
        ]

    def __str__(self) -> str:
        return f"sign-in {self.pk}"
