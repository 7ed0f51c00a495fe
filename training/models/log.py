from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel
from training.querysets import OfLearnerQuerySet
from training.statuses import Category, LogState

from .learner import Learner
from .requirement import QUARTERS_IN_AN_HOUR, Credit


class LogEntry(SealedModel):
    """Something that a learner learned elsewhere, in their own words. It counts once somebody has confirmed it.

    Confirming makes the credit; the entry stays as the learner wrote it.
    """

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="log")
    category = models.CharField(_("what it was about"), max_length=20, choices=Category.choices)
    quarters = models.PositiveSmallIntegerField(
        _("quarter hours"), validators=[MinValueValidator(1), MaxValueValidator(400)]
    )
    done_on = models.DateField(_("day"))
    what = SealedTextField(seal="log_entry.what")
    state = models.CharField(max_length=10, choices=LogState.choices, default=LogState.NEW)
    # What the office said when it did not confirm.
    reason = SealedTextField(seal="log_entry.reason")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    credit = models.OneToOneField(Credit, on_delete=models.SET_NULL, null=True, blank=True, related_name="log_entry")
    added_at = models.DateTimeField(default=timezone.now)

    objects = OfLearnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry in a learning log")
        verbose_name_plural = _("entries in learning logs")
        ordering = ["-done_on", "added_at", "pk"]
        constraints = [
            models.CheckConstraint(name="a_log_entry_lasted_for_a_while", condition=Q(quarters__range=(1, 400))),
            models.CheckConstraint(
                name="a_log_entry_names_who_decided_exactly_when_somebody_has",
                condition=Q(state=LogState.NEW, decided_by=None, decided_at=None)
                | ~Q(state=LogState.NEW) & Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
        ]

    @property
    def hours(self) -> str:
        """As people write it: 1.5."""
        return f"{self.quarters / QUARTERS_IN_AN_HOUR:g}"
