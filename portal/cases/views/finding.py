"""What the views on people have in common: reaching a case, and turning refusals into words."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from .. import actions
from ..models import Case
from ..policies import can_coordinate, can_read_contact
from ..queries import person_of


def coordinated_case(request, reference):
    """The case, for those who coordinate it: neutrals see it elsewhere, and addresses never."""
    cases = Case.objects.visible_to(request.viewer).select_related("programme", "matter", "coordinator")
    case = get_object_or_404(cases, reference=reference)
    request.opened = case
    if not can_coordinate(request.viewer, case):
        raise PermissionDenied
    return case


def one_person(request, reference, number):
    person = person_of(coordinated_case(request, reference), number)
    if person is None:
        raise Http404
    return person


def reachable_person(request, reference, number):
    """Somebody whose address and number this viewer may read; at their wish only the case's coordinator does."""
    person = one_person(request, reference, number)
    if not can_read_contact(request.viewer, person):
        raise PermissionDenied
    return person


def tried(request, action, *, on_form=None, said="", **arguments):
    """Call an action and tell what came of it. None when it was refused, else its answer, or True.

    A refusal stands above `on_form` when there is one, so that nothing typed is lost, and is a message otherwise.
    """
    try:
        answer = action(**arguments)
    except actions.TransitionRefused as refusal:
        if on_form is None:
            messages.error(request, str(refusal))
        else:
            on_form.add_error(None, str(refusal))
        return None
    except actions.MatterGone as gone:
        raise Http404 from gone
    if said:
        messages.success(request, said)
    return True if answer is None else answer


def to_person(person):
    return redirect("portal:cases:person", reference=person.case.reference, number=person.number)
