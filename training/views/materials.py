"""Training materials: the office's library, and the page on which everybody reads what is published."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.audit.access import opens
from portal.audit.events import AuditEvent
from portal.documents import uploads
from training import actions, queries
from training.forms import MaterialForm
from training.models import Material

from .office import must_manage, say, tried


@require_http_methods(["GET", "HEAD", "POST"])
def materials(request: HttpRequest) -> HttpResponse:
    must_manage(request)
    is_sent = request.method == "POST"
    form = MaterialForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    if form.is_valid():
        facts = dict(form.cleaned_data)
        try:
            actions.add_material(
                course_id=facts["course"].pk, title=facts["title"], file=facts["file"], by=request.user
            )
        except ValidationError as refusal:
            say(form, refusal)
        else:
            messages.success(request, _("Kept. It is not published yet."))
            return redirect("training:materials")
    context = {"form": form, "courses": queries.materials_by_course(request.viewer)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "training/materials.html", context, status=status)


@require_POST
def publish_material(request: HttpRequest, pk: UUID) -> HttpResponse:
    found, published = _found(request, pk), request.POST.get("published") == "yes"
    said = _("Everybody can read it now.") if published else _("It is not published any more.")
    tried(request, actions.publish_material, said, material_id=found.pk, published=published)
    return redirect("training:materials")


@require_http_methods(["GET", "HEAD", "POST"])
def retire_material(request: HttpRequest, pk: UUID) -> HttpResponse:
    """First what it means, then one button."""
    found = _found(request, pk)
    if request.method == "POST":
        tried(request, actions.retire_material, _("Taken out of use."), material_id=found.pk)
        return redirect("training:materials")
    return render(request, "training/retire_material.html", {"material": found})


@require_GET
@opens(AuditEvent.MATERIAL_OPENED)
def material(request: HttpRequest, pk: UUID) -> FileResponse:
    found = _found(request, pk)
    request.opened = found
    return _file(found)


@require_GET
def published_materials(request: HttpRequest) -> HttpResponse:
    """For everybody: what this office trains people with."""
    return render(request, "training/published_materials.html", {"courses": queries.published_materials()})


@require_GET
def published_material(request: HttpRequest, pk: UUID) -> FileResponse:
    return _file(get_object_or_404(Material.objects.published(), pk=pk))


def _found(request: HttpRequest, pk: UUID) -> Material:
    must_manage(request)
    return get_object_or_404(Material.objects.visible_to(request.viewer).in_use(), pk=pk)


def _file(found: Material) -> FileResponse:
    opened = uploads.open_kept(found.stored, folder=Material.FOLDER)
    return uploads.attachment(opened, name=found.name, extension=found.extension)
