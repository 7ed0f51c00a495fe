"""What the views on somebody's own record have in common."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from ..models import AccessRequest, AmendmentRequest
from ..policies import can_answer


def access_of(request: HttpRequest, pk) -> AccessRequest:
    rows = AccessRequest.objects.visible_to(request.viewer)
    rows = rows.select_related("matter__programme", "participant__case", "request", "approved_by")
    return _answered_for(request, get_object_or_404(rows, pk=pk))


def amendment_of(request: HttpRequest, pk) -> AmendmentRequest:
    rows = AmendmentRequest.objects.visible_to(request.viewer)
    rows = rows.select_related("matter__programme", "participant__case", "request", "decided_by")
    return _answered_for(request, get_object_or_404(rows, pk=pk))


def _answered_for(request: HttpRequest, row):
    request.opened = row
    if not can_answer(request.user, row.matter):
        raise PermissionDenied
    return row
