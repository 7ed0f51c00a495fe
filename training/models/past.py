from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.vault.fields import SealedBinaryField, SealedJSONField, SealedTextField
from portal.vault.models import SealedModel
from training.querysets import PastImportQuerySet, PastRowQuerySet
from training.statuses import Fate, ImportState

from .learner import Learner


class PastImport(SealedModel):
    """A sheet of past records: read first, taken over when somebody has seen each row's fate, taken out again.

    Sealed under a key of its own, which is destroyed with it.
    """

    KEPT_FOR = timedelta(days=30)

    file_name = SealedTextField(seal="past_import.file_name")
    # The file itself, until each of its rows is kept.
    content = SealedBinaryField(seal="past_import.content", blank=True, null=True)
    extension = models.CharField(max_length=5, blank=True)
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.READING)
    rows_in_file = models.PositiveIntegerField(default=0)
    # How many rows the worker has looked at while reading or taking over, and when it last did.
    rows_done = models.PositiveIntegerField(default=0)
    worked_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = PastImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("sheet of past records")
        verbose_name_plural = _("sheets of past records")
        ordering = ["-made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="only_what_was_taken_over_is_taken_out",
                condition=~Q(state=ImportState.UNDONE) | Q(confirmed_at__isnull=False, undone_at__isnull=False),
            ),
        ]

    @property
    def is_at_work(self) -> bool:
        """The worker has still something to do: see `training.actions.importing`."""
        return self.state in (ImportState.READING, ImportState.TAKING)


class PastRow(SealedModel):
    """One row of the sheet, as it was typed, and what becomes of it. `number` is the one that the sheet shows."""

    past_import = models.ForeignKey(PastImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells = SealedJSONField(seal="past_row.cells")
    fate = models.CharField(max_length=15, choices=Fate.choices)
    # Whom it was credited to; `made_learner` when that person was not known before.
    learner = models.ForeignKey(Learner, on_delete=models.SET_NULL, null=True, blank=True, related_name="past_rows")
    made_learner = models.BooleanField(default=False)

    objects = PastRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of past records")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["past_import", "number"], name="each_row_of_a_sheet_has_one_fate"),
        ]
        indexes = [models.Index(fields=["past_import", "fate", "number"], name="past_row_by_fate")]
