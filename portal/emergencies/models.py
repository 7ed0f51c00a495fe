from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from .querysets import BreakGlassQuerySet
from .statuses import Finding

DAYS = 30


class EmergencyRule(models.Model):
    """Who answers for emergencies in a programme, and for how long what was told is kept."""

    programme = models.OneToOneField("portal.Programme", on_delete=models.PROTECT, related_name="emergency_rule")
    director = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("director")
    )
    on_call = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("person on call")
    )
    keep_days = models.PositiveSmallIntegerField(
        _("days kept after the review"), default=DAYS, validators=[MinValueValidator(1), MaxValueValidator(365)]
    )

    def __str__(self) -> str:
        return f"emergency rule {self.pk}"


class BreakGlass(SealedModel):
    """What was told because of imminent risk (M59, R16, R20): the threat, to whom, and no more than they needed.

    Sealed under a key of its own: it outlives the case, for a short time, and then its key is destroyed.
    """

    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="+")
    # Empty once the matter is gone.
    matter = models.ForeignKey("portal.Matter", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reference = SealedTextField(seal="breakglass.reference")
    threat = SealedTextField(seal="breakglass.threat")
    recipients = SealedTextField(seal="breakglass.recipients")
    told = SealedTextField(seal="breakglass.told")
    told_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    # Whoever had a tie when it happened; the ties themselves go with the matter.
    walled = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    # When the director last got word of it.
    director_told_at = models.DateTimeField(null=True, blank=True)
    finding = models.CharField(max_length=10, choices=Finding.choices, blank=True)
    review = SealedTextField(seal="breakglass.review", blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    delete_on = models.DateField(null=True, blank=True)

    objects = BreakGlassQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            models.CheckConstraint(
                name="broken_glass_has_a_last_day_exactly_when_reviewed",
                condition=Q(reviewed_at=None, reviewed_by=None, delete_on=None, finding="")
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False, delete_on__isnull=False) & ~Q(finding=""),
            ),
        ]

    def __str__(self) -> str:
        return f"break-glass {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portal:emergencies:record", args=[self.pk])

    @property
    def is_reviewed(self) -> bool:
        return self.reviewed_at is not None
