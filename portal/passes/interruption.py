"""Asking for proof in place: the page carries what was typed and posts to the same URL, where the work goes on."""

from django.http import HttpResponseRedirect
from django.shortcuts import render

# Marks the answer to the question, and says how the interrupted request came.
ANSWERS = "interrupted"
_OURS = frozenset({ANSWERS, "csrfmiddlewaretoken", "proof"})


def is_answered(request) -> bool:
    return request.method == "POST" and ANSWERS in request.POST


def carried(request) -> list[tuple[str, str]]:
    """What was typed, to be sent once more. Passwords are not written into a page."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in _OURS and "password" not in name
    ]


def page(request, template: str, **context):
    """The question. Not 200: what was asked for has not happened."""
    method = request.POST[ANSWERS] if is_answered(request) else request.method
    context |= {
        "carried": carried(request),
        "interrupted": "POST" if method == "POST" else "GET",
        "had_files": bool(request.FILES),
        "action": request.get_full_path(),
    }
    return render(request, template, context, status=403)


def go_on(request):
    """After the proof: None lets a post run on, anything else is asked for afresh."""
    if request.POST[ANSWERS] == "POST":
        return None
    return HttpResponseRedirect(request.get_full_path())
