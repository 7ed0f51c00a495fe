"""Nobody passes by forgetting: one middleware decides, for every URL there is, who may come in."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect

from portal.passes import again, visits

from . import limits
from .doors import Door, door_of
from .roles import Permission
from .way_in import to_sign_in


class GateMiddleware:
    """Sets `request.viewer`: nobody on public pages, the pass under /my/, the verified user everywhere else."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.doors = {
            Door.PUBLIC: lambda request: None,
            Door.PASS: self.with_pass,
            Door.STAFF: self.with_second_factor,
            Door.NOWHERE: self.nowhere,
        }

    def __call__(self, request):
        request.viewer = None
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        return self.doors[door_of(request.resolver_match)](request)

    def with_pass(self, request):
        visit = visits.of(request)
        if visit is None:
            return redirect("portal:passes:enter")
        if visit.is_idle and (answer := again.ask(request, visit)):
            return answer
        visits.touch(visit)
        request.viewer = visit.entry
        return None

    def with_second_factor(self, request):
        if not request.user.is_authenticated:
            return to_sign_in(request)
        if not request.user.is_verified():
            # Ended from elsewhere, or its second factor is gone.
            return limits.signed_out(request)
        if answer := limits.stop(request):
            return answer
        if in_cms(request) and not may_use_cms(request.user):
            raise PermissionDenied
        request.viewer = request.user
        return None

    def nowhere(self, request):
        raise Http404


def in_cms(request) -> bool:
    return request.path_info.startswith(settings.CMS_PREFIX)


def may_use_cms(user) -> bool:
    return user.is_superuser or user.may(Permission.USE_CMS)
