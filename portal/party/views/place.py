"""What the participants' pages have in common: their own place in a case, and refusals as words."""

from django.http import Http404

from portal.cases.actions import may_come_back

from ..queries import own_place


def place_of(request):
    """The participant whose pass this is; a pass that belongs to a request alone has no such pages yet."""
    person = own_place(request.viewer)
    if person is None:
        raise Http404
    request.opened = person.case
    return person


def open_place_of(request):
    """The same, while something can still be asked of them."""
    person = place_of(request)
    if not person.case.is_open or person.has_left:
        raise Http404
    return person


def answering_place_of(request):
    """The same for the questions that stay open until close: rights, and taking part after all."""
    person = place_of(request)
    if not may_come_back(person) and (not person.case.is_open or person.has_left):
        raise Http404
    return person
