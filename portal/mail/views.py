from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from . import folder


def development_mail(request):
    """What this machine would have sent. Exists in development only."""
    if not settings.ACCORD_DEVELOPMENT:
        raise Http404
    return render(request, "portal/mail/development.html", {"letters": folder.newest()})
