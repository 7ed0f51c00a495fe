from __future__ import annotations

from typing import Self

from django.db import models


class CourseQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(published=True)
