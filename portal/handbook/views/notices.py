from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.documents.comparison import compare
from portal.documents.forms import TextForm
from portal.documents.letters import letter_pdf
from portal.documents.policies import can_approve_texts, can_draft_texts
from portal.documents.rendering import office_values
from portal.documents.versions import ChangedMeanwhile
from portal.forms import posted
from portal.programmes.queries import current_office

from .. import actions
from ..models import Notice
from ..queries import Words
from ..words import EXCEPTION, FIELDS


@require_GET
def notices(request):
    """Every notice: the version in use and the draft, if there is one."""
    return render(
        request, "portal/handbook/notices.html", {"notices": Notice.objects.visible_to(request.viewer).newest()}
    )


@require_GET
def notice(request, pk):
    text = _visible_or_404(request, pk)
    before = text.before()
    context = {
        "text": text,
        "words": Words(text, office_values(current_office(request))),
        "versions": text.siblings().order_by("-version"),
        "before": before,
        "comparison": compare(before.body, text.body) if before else None,
        "may_draft": can_draft_texts(request.viewer, text.programme),
        "may_approve": text.is_draft and can_approve_texts(request.viewer, text.programme),
    }
    return render(request, "portal/handbook/notice.html", context)


@require_GET
def letter(request, pk):
    """Any notice prints as a letter."""
    text, office = _visible_or_404(request, pk), current_office(request)
    words = Words(text, office_values(office))
    pdf = letter_pdf(text.programme, subject=words.title, words=words.text, language=text.language, office=office)
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": 'inline; filename="letter.pdf"'}
    )


@require_http_methods(["GET", "POST"])
def draft(request, pk):
    """Write the next version, starting from this one."""
    text = _visible_or_404(request, pk)
    if not can_draft_texts(request.viewer, text.programme):
        raise PermissionDenied
    form = TextForm(posted(request), text=text)
    if request.method == "POST" and form.is_valid():
        made = actions.draft_notice(
            programme=text.programme,
            kind=text.kind,
            process=text.process,
            language=text.language,
            by=request.viewer,
            **form.cleaned_data,
        )
        messages.success(request, _("The draft is saved. Nobody is shown it before it is approved."))
        return redirect(made)
    context = {"text": text, "form": form, "merge_fields": sorted(FIELDS), "exception": EXCEPTION}
    return render(request, "portal/handbook/draft.html", context)


@require_POST
def approve(request, pk):
    text = _visible_or_404(request, pk)
    try:
        actions.approve_notice(notice_id=text.pk, fingerprint=request.POST.get("fingerprint", ""), by=request.viewer)
    except ValidationError as problems:
        messages.error(request, " ".join(problems.messages))
    except ChangedMeanwhile:
        messages.error(request, _("Somebody has changed this draft since you read it. Please read it again."))
    else:
        messages.success(request, _("Approved. From now on people are shown this version."))
    return redirect(text)


def _visible_or_404(request, pk):
    return get_object_or_404(Notice.objects.visible_to(request.viewer).select_related("programme"), pk=pk)
