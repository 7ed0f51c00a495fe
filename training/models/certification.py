from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from training.levels import Level
from training.querysets import CertificationQuerySet

from .learner import Learner


class Certification(models.Model):
    """One grant of one level. It ends on a day that was fixed when it was made; a renewal is a new row."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="certifications")
    level = models.CharField(_("level"), max_length=20, choices=Level.choices)
    # Stands on the certificate; whoever types it on the public page learns only whether it holds.
    code = models.CharField(max_length=29, unique=True)
    granted_on = models.DateField(_("from"))
    expires_on = models.DateField(_("until"))
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(default=timezone.now)
    # From whom it was learnt: the trainer's own certification, and so back to the first.
    trained_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="trained", verbose_name=_("trained by")
    )
    renews = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="renewed_by", verbose_name=_("renews")
    )
    credential = models.OneToOneField(
        "portal.Credential", on_delete=models.PROTECT, null=True, blank=True, related_name="certification"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = CertificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("certification")
        verbose_name_plural = _("certifications")
        ordering = ["level", "-granted_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_certification_ends_after_it_begins", condition=Q(expires_on__gt=F("granted_on"))
            ),
            models.CheckConstraint(
                name="a_certification_names_who_took_it_back_and_why",
                condition=Q(revoked_at=None, revoked_by=None, revoked_reason="")
                | Q(revoked_at__isnull=False, revoked_by__isnull=False) & ~Q(revoked_reason=""),
            ),
            models.UniqueConstraint(
                fields=["learner", "level", "granted_on"],
                condition=Q(revoked_at=None),
                name="a_level_is_granted_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()}, {self.granted_on}"

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None

    def is_current(self, on: date) -> bool:
        return not self.is_revoked and self.granted_on <= on <= self.expires_on


class SignOff(models.Model):
    """Somebody vouches that a learner is ready for a level. A level may ask for two, from two people."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="sign_offs")
    level = models.CharField(max_length=20, choices=Level.choices)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(default=timezone.now)
    # Used up by the grant that it led to: a renewal asks anew.
    certification = models.ForeignKey(
        Certification, on_delete=models.CASCADE, null=True, blank=True, related_name="sign_offs"
    )

    class Meta:
        verbose_name = _("sign-off")
        ordering = ["signed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "level", "signed_by"],
                condition=Q(certification=None),
                name="somebody_vouches_once_for_a_grant",
            ),
        ]

    def __str__(self) -> str:
        return f"sign-off {self.pk}"
