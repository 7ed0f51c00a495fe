"""Taking over past records: bring a sheet, look at each row's fate, then say yes; or take it out again."""

from __future__ import annotations

import csv
from http import HTTPStatus
from io import StringIO
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.accounts.again import step_up
from portal.audit.access import opens
from portal.audit.events import AuditEvent
from training import actions, queries
from training.forms import PastForm
from training.models import PastImport
from training.sheets import COLUMNS
from training.statuses import TAKEN, Fate

from .office import must_manage, number_in, say, tried


@require_http_methods(["GET", "HEAD", "POST"])
def past(request: HttpRequest) -> HttpResponse:
    must_manage(request)
    is_sent = request.method == "POST"
    form = PastForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    if form.is_valid():
        try:
            made = actions.read_past(file=form.cleaned_data["file"], by=request.user)
        except ValidationError as refusal:
            say(form, refusal)
        else:
            return redirect("training:past_import", made.pk)
    context = {"form": form, "imports": queries.imports_of(request.viewer), "columns": list(COLUMNS)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "training/past.html", context, status=status)


@require_GET
@opens(AuditEvent.IMPORT_OPENED)
def past_import(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = request.opened = _found(request, pk)
    fate, after = request.GET.get("fate", ""), number_in(request.GET.get("after"))
    page = queries.page_of(found, fate=fate, after=after)
    return render(
        request,
        "training/past_import.html",
        {"past": found, "page": page, "fate": fate, "of": queries.rows_to_do(found)},
    )


@require_POST
def confirm_past(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    tried(
        request,
        actions.confirm_past,
        _("It is being taken over. You may leave this page; the work goes on."),
        import_id=found.pk,
    )
    return redirect("training:past_import", pk)


@require_POST
def undo_past(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    tried(request, actions.undo_past, _("Taken out again."), import_id=found.pk)
    return redirect("training:past_import", pk)


@require_POST
def drop_past(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    words = ngettext("%(count)d row is gone.", "%(count)d rows are gone.", found.rows_in_file)
    if tried(request, actions.drop_past, words % {"count": found.rows_in_file}, import_id=found.pk):
        return redirect("training:past")
    return redirect("training:past_import", pk)


@require_GET
@step_up
@opens(AuditEvent.IMPORT_OPENED)
def left_rows(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The rows that cannot be taken over, with the reason, to mend and bring again."""
    found = request.opened = _found(request, pk)
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([*COLUMNS, "row", "reason"])
    for row in found.rows.exclude(fate__in=TAKEN).iterator(500):
        cells = [_harmless(row.cells.get(name, "")) for name in COLUMNS]
        writer.writerow([*cells, row.number, str(Fate(row.fate).label)])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="rows-left.csv"'
    return response


def _harmless(cell: object) -> str:
    """No program works out what stands in this cell."""
    text = str(cell)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _found(request: HttpRequest, pk: UUID) -> PastImport:
    must_manage(request)
    return get_object_or_404(PastImport.objects.visible_to(request.viewer).select_related("made_by"), pk=pk)
