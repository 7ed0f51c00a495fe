from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from .querysets import WorkPieceQuerySet
from .statuses import WITH_THE_INTERN, PieceKind, PieceStatus


class Pledge(models.Model):
    """What one person has promised before they help, in the words they read, and the training they then had."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="pledges")
    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="+")
    notice = models.ForeignKey("portal.Notice", on_delete=models.PROTECT, related_name="+")
    signed_name = models.CharField(max_length=160)
    signed_at = models.DateTimeField(default=timezone.now)
    trained_on = models.DateField(null=True, blank=True)
    trained_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-signed_at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "programme"], name="a_pledge_is_made_once_in_a_programme"),
            models.CheckConstraint(
                name="a_training_is_vouched_for_by_somebody",
                condition=Q(trained_on=None, trained_by=None) | Q(trained_on__isnull=False, trained_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"pledge {self.pk}"


class WorkPiece(models.Model):
    """One thing that an intern does, without names. It hangs on no case: there is no way from it to one."""

    programme = models.ForeignKey("portal.Programme", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=PieceKind.choices)
    title = models.CharField(max_length=120)
    words = models.TextField(max_length=4000)
    intern = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="pieces")
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    status = models.CharField(max_length=20, choices=PieceStatus.choices, default=PieceStatus.GIVEN)
    given_at = models.DateTimeField(default=timezone.now)
    handed_in = models.TextField(max_length=8000, blank=True)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(max_length=2000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = WorkPieceQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="nobody_approves_their_own_piece", condition=Q(decided_by=None) | ~Q(decided_by=models.F("intern"))
            ),
            models.CheckConstraint(
                name="a_piece_is_approved_after_it_was_handed_in",
                condition=~Q(status=PieceStatus.APPROVED) | Q(handed_in_at__isnull=False, decided_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("portal:interns:piece", args=[self.pk])

    @property
    def is_with_the_intern(self) -> bool:
        return self.status in WITH_THE_INTERN

    @property
    def is_undecided(self) -> bool:
        return self.is_with_the_intern or self.status == PieceStatus.HANDED_IN

    @property
    def is_late(self) -> bool:
        return self.is_with_the_intern and self.due_on < timezone.localdate()
