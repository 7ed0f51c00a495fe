from django.http import Http404
from django.urls import get_resolver

from . import keyring


class KeyringMiddleware:
    """Opens a keyring for one request. What was sealed under a destroyed key is missing, like anything that is gone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with keyring.scope():
            return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, keyring.KeyDestroyed):
            return get_resolver().resolve_error_handler(404)(request, exception=Http404())
        return None
