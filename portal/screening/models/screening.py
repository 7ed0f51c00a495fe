from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from portal.vault.fields import SealedJSONField, SealedTextField
from portal.vault.models import SealedModel

from ..querysets import ScreeningQuerySet
from ..statuses import Band, Decision, Occasion, Reader, Standing


class Screening(SealedModel):
    """The office's decision on a matter, with its reason. The rubric advises; a person decides.

    Rows are only added: the newest that holds is the one that counts.
    """

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="screenings")
    rubric = models.ForeignKey("portal.RubricVersion", on_delete=models.PROTECT, related_name="+")
    occasion = models.CharField(max_length=10, choices=Occasion.choices, default=Occasion.FIRST)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.IN_FORCE)
    decision = models.CharField(max_length=20, choices=Decision.choices)
    process = models.CharField(max_length=30, blank=True)
    # What the weighed criteria advised for that process; empty where the programme does not weigh.
    band = models.CharField(max_length=20, choices=Band.choices, blank=True)
    # Codes of `Alternative`.
    alternatives = models.JSONField(default=list, blank=True)
    refer_to = SealedTextField(seal="screening.refer_to", blank=True)
    reason = SealedTextField(seal="screening.reason")
    # Why it goes on although a stop or the band speaks against it.
    override = SealedTextField(seal="screening.override", blank=True)
    # Words to the requester that wait for the second reader.
    own_words = SealedTextField(seal="screening.own_words", blank=True)
    # {"asked": [...]}: which points of the conversation were covered.
    conversation = SealedJSONField(seal="screening.conversation", blank=True)
    # Codes of stops and safeguards; people as pairs of a key and a name; scores by criterion and person's key.
    answers = SealedJSONField(seal="screening.answers", blank=True)
    talked_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now)
    reader = models.CharField(max_length=20, choices=Reader.choices, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)
    reader_words = SealedTextField(seal="screening.reader_words", blank=True)

    objects = ScreeningQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at"]
        constraints = [
            models.CheckConstraint(
                name="screening_names_a_process_exactly_when_suitable",
                condition=models.Q(decision=Decision.SUITABLE) & ~models.Q(process="")
                | ~models.Q(decision=Decision.SUITABLE) & models.Q(process=""),
            ),
            models.CheckConstraint(
                name="nobody_is_the_second_reader_of_their_own_screening",
                condition=models.Q(read_by__isnull=True) | ~models.Q(read_by=models.F("decided_by")),
            ),
            models.CheckConstraint(
                name="a_screening_waits_exactly_until_it_was_read",
                condition=models.Q(standing=Standing.WAITING, read_at__isnull=True) & ~models.Q(reader="")
                | models.Q(standing=Standing.IN_FORCE, reader="", read_at__isnull=True)
                | ~models.Q(standing=Standing.WAITING) & ~models.Q(reader="") & models.Q(read_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["matter"],
                condition=models.Q(standing=Standing.WAITING),
                name="one_screening_of_a_matter_waits_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"screening {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portal:screening:screening", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        return self.standing == Standing.WAITING

    @property
    def stops(self) -> list[str]:
        return self.answers.get("stops", [])

    @property
    def scores(self) -> dict[str, dict[str, int]]:
        return self.answers.get("scores", {})

    @property
    def people(self) -> list[Any]:
        """Pairs of a key and a name; who asked comes first."""
        return self.answers.get("people", [])

    @property
    def safeguards(self) -> list[str]:
        return self.answers.get("safeguards", [])

    @property
    def reader_label(self) -> str:
        return str(Reader(self.reader).label)
