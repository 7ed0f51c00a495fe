from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel
from training.querysets import GroupRequestQuerySet
from training.statuses import Audience, GroupRequestStatus

from .offering import Offering


class GroupRequest(SealedModel):
    """ "Train us": a group asks for a training of its own. Name, address and wishes are sealed under its own key."""

    name = SealedTextField(seal="group_request.name")
    address = SealedTextField(seal="group_request.address")
    group = SealedTextField(seal="group_request.group")
    hopes = SealedTextField(seal="group_request.hopes")
    when = SealedTextField(seal="group_request.when")
    audience = models.CharField(_("who they are"), max_length=10, choices=Audience.choices)
    people = models.PositiveSmallIntegerField(
        _("how many people"), validators=[MinValueValidator(2), MaxValueValidator(500)]
    )
    hours = models.PositiveSmallIntegerField(_("hours"), validators=[MinValueValidator(1), MaxValueValidator(80)])
    status = models.CharField(max_length=10, choices=GroupRequestStatus.choices, default=GroupRequestStatus.NEW)
    offering = models.OneToOneField(
        Offering, on_delete=models.PROTECT, null=True, blank=True, related_name="group_request"
    )
    # What people thought of it: how many answered, and the mean of one to five, in tenths.
    answers = models.PositiveSmallIntegerField(_("evaluation forms"), null=True, blank=True)
    score = models.PositiveSmallIntegerField(_("score in tenths"), null=True, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = GroupRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("group request")
        verbose_name_plural = _("group requests")
        ordering = ["-asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="an_evaluation_has_forms_and_a_score_from_one_to_five",
                condition=Q(answers=None, score=None) | Q(answers__gte=1, score__range=(10, 50)),
            ),
            models.CheckConstraint(
                name="a_group_request_has_ended_exactly_when_it_has_a_day_for_it",
                condition=Q(status__in=["HELD", "CLOSED"], ended_at__isnull=False)
                | ~Q(status__in=["HELD", "CLOSED"]) & Q(ended_at=None),
            ),
        ]

    @property
    def mean(self) -> str:
        """The mean of the evaluation forms, from 1 to 5, as people read it; "" before there are any."""
        return "" if self.score is None else f"{self.score / 10:.1f}"
