"""Two buttons on one form: "Compare" shows what follows and writes nothing, the other one decides."""

from ..queries import side_by_side

COMPARE = "compare"


def filled_in(request, kind, *, initial, **made_with):
    """The form as it was sent; or, when only the comparison was asked for, filled in and without complaints."""
    if request.method != "POST":
        return kind(initial=initial, **made_with)
    if COMPARE not in request.POST:
        return kind(request.POST, **made_with)
    return kind(initial=kind(request.POST, **made_with).as_typed(), **made_with)


def comparison(request, form, rubric):
    """The processes side by side, once something was sent; None before."""
    if request.method != "POST":
        return None
    sent = type(form)(request.POST, rubric=rubric, people=form.people)
    sent.is_valid()
    stops = sent.cleaned_data.get("stops", [])
    return side_by_side(rubric, stops=stops, scores=sent.scores(), people=form.people)
