"""Answers to a public form as a file: the CMS makes it, and the portal asks first whether it is still you."""

from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from pages.cms.answers import AnswersFileView
from pages.models import FormPage
from portal.accounts.again import step_up


@require_safe
@step_up
def form_export(request, pk: int, paper: str) -> HttpResponseBase:
    if paper not in AnswersFileView.FORMATS:
        raise Http404
    request.GET = request.GET.copy()
    request.GET["export"] = paper
    return AnswersFileView.as_view()(request, form_page=get_object_or_404(FormPage, pk=pk))
