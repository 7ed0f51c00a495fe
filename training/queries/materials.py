"""Training materials: all of them for the office, the published ones for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch

from training.models import Course, Material

if TYPE_CHECKING:
    from portal.accounts.models import User


def materials_by_course(viewer: User) -> list[Course]:
    """Every course with what is used to teach it."""
    rows = Material.objects.visible_to(viewer).in_use().select_related("added_by")
    return list(Course.objects.visible_to(viewer).prefetch_related(Prefetch("materials", rows, to_attr="in_use")))


def published_materials() -> list[Course]:
    """Courses that have published materials, with those alone."""
    rows = Material.objects.published()
    courses = Course.objects.filter(pk__in=rows.values("course"))
    return list(courses.prefetch_related(Prefetch("materials", rows, to_attr="shown")))
