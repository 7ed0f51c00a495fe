"""Training materials: taken in, shown to everybody, taken out of use."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.documents import uploads
from training.models import Course, Material
from training.policies import can_manage_training

if TYPE_CHECKING:
    from portal.accounts.models import User


def add_material(*, course_id: int, title: str, file: UploadedFile, by: User) -> Material:
    """Keep a file of a course, for the office alone at first. Raises ValidationError with what is wrong with it."""
    if not can_manage_training(by):
        raise PermissionDenied
    try:
        checked = uploads.check(file)
        return _keep(course_id, title, checked, by)
    except uploads.UploadRefused as refusal:
        raise ValidationError({"file": str(refusal)}) from refusal


@transaction.atomic
def _keep(course_id: int, title: str, checked: uploads.Checked, by: User) -> Material:
    course = Course.objects.select_for_update(of=("self",)).get(pk=course_id)
    there = Material.objects.in_use().filter(course=course)
    if there.count() >= Material.MOST_OF_A_COURSE:
        words = _("A course has at most %(most)d materials. Please take one out of use first.")
        raise uploads.UploadRefused(words % {"most": Material.MOST_OF_A_COURSE})
    twin = there.filter(sha256=checked.sha256).first()
    if twin is not None:
        raise uploads.UploadRefused(_("This very file is there already: %(title)s.") % {"title": twin.title})
    stored = uploads.keep(checked, folder=Material.FOLDER)
    try:
        made = Material.objects.create(
            course=course,
            title=title,
            name=checked.name,
            extension=checked.kind.extension,
            stored=stored,
            size=checked.size,
            sha256=checked.sha256,
            added_by=by,
        )
        record(AuditEvent.MATERIAL_ADDED, actor=by, subject=made, size=made.size, extension=made.extension)
    except BaseException:
        uploads.forget(stored, folder=Material.FOLDER)
        raise
    return made


@transaction.atomic
def publish_material(*, material_id: UUID, published: bool, by: User) -> Material:
    """Show a material to everybody, or no longer. Twice is once."""
    material = _locked(material_id, by)
    if material.removed_at is not None:
        raise ValidationError(_("This material is out of use."))
    if material.is_published != published:
        material.published_at = timezone.now() if published else None
        material.save(update_fields=["published_at"])
        record(AuditEvent.MATERIAL_CHANGED, actor=by, subject=material, published=published)
    return material


@transaction.atomic
def retire_material(*, material_id: UUID, by: User) -> Material:
    """Take a material out of use: off every list at once, and its file deleted after seven years. Twice is once."""
    material = _locked(material_id, by)
    if material.removed_at is None:
        material.removed_at, material.published_at = timezone.now(), None
        material.save(update_fields=["removed_at", "published_at"])
        record(AuditEvent.MATERIAL_CHANGED, actor=by, subject=material, retired=True)
    return material


def sweep_materials() -> int:
    """For the timer: delete files whose row is gone. Returns how many."""
    known = set(Material.objects.values_list("stored", flat=True))
    return uploads.sweep(folder=Material.FOLDER, known=known)


def _locked(material_id: UUID, by: User) -> Material:
    if not can_manage_training(by):
        raise PermissionDenied
    return Material.objects.select_for_update(of=("self",)).get(pk=material_id)
