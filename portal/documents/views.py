from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from portal.forms import posted
from portal.programmes.queries import current_office

from . import actions, fields, press, queries, rendering
from .comparison import compare
from .forms import TextForm
from .models import DocumentTemplate
from .policies import can_approve_texts, can_draft_texts
from .versions import ChangedMeanwhile

# As long as a public page may be kept.
PUBLIC_SECONDS = 300
PDF_SECONDS = 24 * 3600


@require_safe
def public_html(request, kind):
    """The blank current version, to read on any screen."""
    template = queries.current_public(kind)
    document = rendering.render_blank_html(template, current_office(request))
    response = render(
        request, "portal/documents/public.html", {"template": template, "document": document, "kind": kind}
    )
    patch_cache_control(response, public=True, max_age=PUBLIC_SECONDS)
    return response


@require_safe
def public_pdf(request, kind):
    """The same to print. Printed once for each version and office, then kept."""
    template, office = queries.current_public(kind), current_office(request)
    sheet = rendering.blank_sheet(template, office)
    pdf = cache.get_or_set(f"blank:{rendering.digest(sheet)}", lambda: press.print_pdf(sheet), PDF_SECONDS)
    response = pdf_response(pdf, f"{kind}-{template.version}")
    patch_cache_control(response, public=True, max_age=PUBLIC_SECONDS)
    return response


@require_GET
def templates(request):
    """Every document of the office: the version in use and the draft, if there is one."""
    texts = DocumentTemplate.objects.visible_to(request.viewer).newest()
    return render(request, "portal/documents/templates.html", {"texts": texts})


@require_GET
def template(request, pk):
    text = _visible_or_404(request, pk)
    before = text.before()
    context = {
        "text": text,
        "versions": text.siblings().order_by("-version"),
        "document": rendering.render_blank_html(text, current_office(request)),
        "comparison": compare(before.body, text.body) if before else None,
        "before": before,
        "may_draft": can_draft_texts(request.viewer, text.programme),
        "may_approve": text.is_draft and can_approve_texts(request.viewer, text.programme),
    }
    return render(request, "portal/documents/template.html", context)


@require_GET
def template_pdf(request, pk):
    text = _visible_or_404(request, pk)
    return pdf_response(
        rendering.render_blank_pdf(text, current_office(request)), f"{text.kind.lower()}-{text.version}"
    )


@require_http_methods(["GET", "POST"])
def draft(request, pk):
    """Write the next version, starting from this one."""
    text = _visible_or_404(request, pk)
    if not can_draft_texts(request.viewer, text.programme):
        raise PermissionDenied
    form = TextForm(posted(request), text=text)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.draft_template(
                programme=text.programme, kind=text.kind, language=text.language, by=request.viewer, **form.cleaned_data
            )
        except ValidationError as problems:
            form.add_error(None, problems)
        else:
            messages.success(request, _("The draft is saved. Nobody is shown it before it is approved."))
            return redirect(made)
    context = {
        "text": text,
        "form": form,
        "merge_fields": fields.FIELDS[text.kind],
        "needed": fields.needed_names(text.kind),
    }
    return render(request, "portal/documents/draft.html", context)


@require_POST
def approve(request, pk):
    text = _visible_or_404(request, pk)
    try:
        actions.approve_template(
            template_id=text.pk, fingerprint=request.POST.get("fingerprint", ""), by=request.viewer
        )
    except ChangedMeanwhile:
        messages.error(request, _("Somebody has changed this draft since you read it. Please read it again."))
    else:
        messages.success(request, _("Approved. From now on people are shown this version."))
    return redirect(text)


def pdf_response(pdf, name):
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _visible_or_404(request, pk):
    return get_object_or_404(DocumentTemplate.objects.visible_to(request.viewer).select_related("programme"), pk=pk)
