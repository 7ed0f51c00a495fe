"""Every URL of the site, and three pages that give back what was posted to them."""

from django.http import JsonResponse
from django.urls import path

from portal.accounts.again import step_up
from site_project import urls as site_urls


def echo(request, **kwargs):
    return JsonResponse(
        {"viewer": str(request.viewer.pk), "method": request.method, "story": request.POST.get("story")}
    )


urlpatterns = [
    path("my/probe/", echo, name="my_probe"),
    path("portal/probe/", echo, name="probe"),
    path("portal/sessions/1/", echo, name="session_probe"),
    path("portal/sessions/1/attendance/", echo, name="session_probe_part"),
    path("portal/sensitive/", step_up(echo), name="sensitive_probe"),
    *site_urls.urlpatterns,
]
