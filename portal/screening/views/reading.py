"""Reading screenings: the whole of one, all of a matter, and what waits for somebody."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from portal.accounts.roles import Permission
from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.cases.actions import MatterGone, TransitionRefused
from portal.forms import posted

from .. import actions, queries
from ..forms.deciding import SecondReadingForm
from ..models import RubricVersion, Screening
from ..policies import can_read_second, may_screen


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def screening(request, pk):
    """One screening, with the version it was made with; a second reader answers here."""
    visible = Screening.objects.visible_to(request.viewer)
    one = get_object_or_404(visible.select_related("matter__programme", "decided_by", "read_by"), pk=pk)
    request.opened = one
    may_read = one.is_waiting and can_read_second(request.viewer, one)
    form = SecondReadingForm(posted(request))
    if request.method == "POST" and form.is_valid() and _read(request, one, form):
        return redirect(one)
    rubric = RubricVersion.objects.with_items().get(pk=one.rubric_id)
    context = {
        "page": queries.screening_page(one, rubric),
        "screening": one,
        "form": form if may_read else None,
        "may_read": may_read,
    }
    return render(request, "portal/screening/screening.html", context)


@never_cache
@require_GET
@opens_case
def of_matter(request, reference):
    """Every screening of a request or a case, and what asks for another."""
    matter, thing = queries.matter_behind(request.viewer, reference)
    if matter is None:
        raise Http404
    request.opened = thing
    if not may_screen(request.viewer, matter):
        raise PermissionDenied
    context = {"reference": reference, "thing": thing, "page": queries.screenings_of(matter)}
    return render(request, "portal/screening/of_matter.html", context)


@never_cache
@require_GET
@opens(AuditEvent.CASE_OPENED)
def waiting(request):
    """What waits for a second reader, and which cases have to be screened again."""
    # A list of several matters, none of them opened.
    request.opened = None
    if not request.viewer.may(Permission.SCREEN):
        raise PermissionDenied
    context = {"ways": queries.ways_to_sign(request.viewer), "page": queries.waiting(request.viewer)}
    return render(request, "portal/screening/waiting.html", context)


def _read(request, one, form):
    agrees = form.cleaned_data["agrees"] == "YES"
    try:
        actions.read_second(screening_id=one.pk, agrees=agrees, words=form.cleaned_data["words"], by=request.viewer)
    except TransitionRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    except MatterGone as gone:
        raise Http404 from gone
    done, back = _("Carried out. The people concerned are told."), _("Sent back. It is decided anew.")
    messages.success(request, done if agrees else back)
    return True
