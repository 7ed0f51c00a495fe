from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedTextField
from portal.vault.models import SealedModel

from ..querysets import TaskQuerySet


class Task(SealedModel):
    """Something that one person is to do for a case by a day. They are reminded once, on that day."""

    case = models.ForeignKey("portal.Case", on_delete=models.CASCADE, related_name="tasks")
    words = SealedTextField(seal="task.words")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tasks")
    due_on = models.DateField()
    # The step of the manual that it stands for, if any; the words stay as they were then.
    procedure = models.ForeignKey("portal.Procedure", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    step = models.PositiveSmallIntegerField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "added_at"]
        constraints = [
            models.CheckConstraint(
                name="a_task_is_done_by_somebody",
                condition=models.Q(done_at__isnull=True, done_by__isnull=True)
                | models.Q(done_at__isnull=False, done_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_task_of_the_manual_names_its_step",
                condition=models.Q(procedure__isnull=True, step__isnull=True)
                | models.Q(procedure__isnull=False, step__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["case", "procedure", "step"], name="a_step_of_the_manual_is_one_task_of_a_case"
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=models.Q(done_at=None), name="task_due")]

    def __str__(self) -> str:
        return f"task {self.pk}"

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @property
    def is_late(self) -> bool:
        return not self.is_done and self.due_on < timezone.localdate()
