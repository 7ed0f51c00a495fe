from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.vault.fields import SealedJSONField
from portal.vault.models import SealedModel

from ..querysets import OfMatterQuerySet
from ..statuses import Band


class Weighing(SealedModel):
    """The criteria answered for one allegation. It advises; the way and its reason are a person's.

    Rows are only added: the newest counts.
    """

    matter = models.ForeignKey("portal.Matter", on_delete=models.CASCADE, related_name="weighings")
    allegation = models.ForeignKey("portal.Allegation", on_delete=models.CASCADE, related_name="weighings")
    rubric = models.ForeignKey("portal.RubricVersion", on_delete=models.PROTECT, related_name="+")
    # People as pairs of a key and a name; scores by criterion and person's key.
    answers = SealedJSONField(seal="weighing.answers")
    # {process: band}: what the criteria advise for each.
    bands = models.JSONField(default=dict)
    weighed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    weighed_at = models.DateTimeField(default=timezone.now)

    objects = OfMatterQuerySet.as_manager()

    class Meta:
        ordering = ["-weighed_at"]

    def __str__(self) -> str:
        return f"weighing {self.pk}"

    @property
    def scores(self) -> dict[str, dict[str, int]]:
        return self.answers.get("scores", {})

    def advice_on(self, way: str) -> str:
        """What the criteria advise for a way that is a process, in words; "" for any other way."""
        band = self.bands.get(way, "")
        return str(Band(band).label) if band in Band.values else ""
