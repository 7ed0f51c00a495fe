from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from training.querysets import MaterialQuerySet

from .course import Course


class Material(models.Model):
    """A file that is used to teach. The law asks that training materials are published, and kept for seven years.

    The file lies in a private folder under `stored`; `name` is what people see and save it as.
    """

    FOLDER = "materials"
    MOST_OF_A_COURSE = 40

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="materials")
    title = models.CharField(_("title"), max_length=120)
    name = models.CharField(max_length=120)
    extension = models.CharField(max_length=5)
    stored = models.CharField(max_length=32, unique=True)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True, blank=True)
    # Out of use: off every list, and kept for seven years more.
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        verbose_name = _("training material")
        verbose_name_plural = _("training materials")
        ordering = ["course__title", "title", "added_at"]
        constraints = [
            models.CheckConstraint(name="a_material_has_a_title_and_a_file", condition=~Q(title="") & ~Q(stored="")),
            models.CheckConstraint(
                name="what_is_out_of_use_is_not_published", condition=Q(removed_at=None) | Q(published_at=None)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_published(self) -> bool:
        return self.published_at is not None
