from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.vault.fields import SealedJSONField, SealedTextField
from portal.vault.models import SealedModel
from training.levels import Level
from training.querysets import ObservationQuerySet
from training.statuses import CreditKind

from .learner import Learner
from .requirement import Credit

PRACTICE = (CreditKind.OBSERVED, CreditKind.CO_LED)


class Observation(SealedModel):
    """Somebody experienced watches a learner at work, and says what they saw. Sealed under the learner's key.

    The office asks an observer; the observer fills the form in, and sharing it is one step: the learner reads all of
    it, and the session counts. Nothing here says whose session it was.
    """

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="observations")
    level = models.CharField(_("towards"), max_length=20, choices=Level.choices)
    kind = models.CharField(_("what the learner does"), max_length=15, choices=[(one, one.label) for one in PRACTICE])
    observer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="observations", verbose_name=_("observer")
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    held_on = models.DateField(_("day of the session"), null=True, blank=True)
    # {criterion: mark}, as `training.practice` lists them.
    marks = SealedJSONField(seal="observation.marks", default=dict)
    strengths = SealedTextField(seal="observation.strengths")
    next_steps = SealedTextField(seal="observation.next_steps")
    # Whether it counts as the good evaluation that some levels ask for. Sealed with the rest: it is an opinion.
    verdict = SealedTextField(seal="observation.verdict")
    shared_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    credit = models.OneToOneField(Credit, on_delete=models.SET_NULL, null=True, blank=True, related_name="observation")

    objects = ObservationQuerySet.as_manager()

    class Meta:
        verbose_name = _("observed practice")
        verbose_name_plural = _("observed practice")
        ordering = ["-asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="what_was_observed_has_a_day_exactly_when_it_is_shared",
                condition=Q(shared_at=None, held_on=None) | Q(shared_at__isnull=False, held_on__isnull=False),
            ),
            models.CheckConstraint(
                name="only_what_was_shared_is_read", condition=Q(read_at=None) | Q(shared_at__isnull=False)
            ),
        ]

    @property
    def is_shared(self) -> bool:
        return self.shared_at is not None
