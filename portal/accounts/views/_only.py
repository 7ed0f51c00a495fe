from functools import wraps

from django.http import Http404

from .. import policies


def managers_only(view):
    """For everybody else these screens do not exist."""

    @wraps(view)
    def checked(request, *args, **kwargs):
        if not policies.can_manage_people(request.viewer):
            raise Http404
        return view(request, *args, **kwargs)

    return checked
