"""Tasks of a case: given by those who coordinate it, ticked off by whoever does them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.audit.access import opens_case
from portal.forms import posted

from .. import actions
from ..forms import TaskForm
from ..models import Task
from ..queries import people_for_tasks
from .finding import coordinated_case, tried


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opens_case
def give_task(request: HttpRequest, reference: str) -> HttpResponse:
    case = coordinated_case(request, reference)
    form = TaskForm(posted(request), people=people_for_tasks(case))
    if request.method == "POST" and form.is_valid():
        arguments = {"case_id": case.pk, "by": request.user, **form.cleaned_data}
        if tried(request, actions.give_task, said=_("The task is on the case page and on their desk."), **arguments):
            return redirect(case)
    context = {"case": case, "form": form, "title": _("Give a task"), "button": _("Give the task")}
    return render(request, "portal/cases/work_form.html", context, status=422 if form.errors else 200)


@require_POST
@opens_case
def tick_task(request: HttpRequest, reference: str, pk: UUID) -> HttpResponse:
    """Done, or not done after all; back to the page it was ticked on."""
    tasks = Task.objects.visible_to(request.viewer).select_related("case__matter")  # type: ignore[attr-defined]
    task = get_object_or_404(tasks, pk=pk, case__reference=reference)
    request.opened = task.case  # type: ignore[attr-defined]
    if request.POST.get("again"):
        tried(request, actions.reopen_task, said=_("The task is open again."), task_id=task.pk, by=request.user)
    else:
        tried(request, actions.finish_task, said=_("Done."), task_id=task.pk, by=request.user)
    return redirect(task.case)
