"""The web server, set up in one place for the demo and for production."""

import gc
from threading import Timer

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication

from portal.documents import press

# By then the first pages have been answered; hardly anybody asks for a document sooner.
WARM_UP_AFTER_SECONDS = 2


def warm_up(worker: object) -> None:
    """Load what the first PDF needs, so that nobody waits for it, and not before the first pages are answered."""
    timer = Timer(WARM_UP_AFTER_SECONDS, press.warm_up)
    timer.daemon = True
    timer.start()


class Web(BaseApplication):
    """Serves what is already loaded in this process."""

    def __init__(self, *, bind: str, workers: int) -> None:
        self.wishes = {
            "bind": bind,
            "workers": workers,
            "worker_class": "gthread",
            "threads": 4,
            "preload_app": True,
            "graceful_timeout": 3,
            "timeout": 60,
            # Access is logged by our own middleware, which leaves out addresses and paths.
            "accesslog": None,
            "loglevel": "warning",
            "logconfig_dict": settings.LOGGING,
            "control_socket_disable": True,
            "limit_request_line": 4094,
            "limit_request_fields": 60,
            "post_worker_init": warm_up,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.wishes.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        # Every view, once and before the workers are forked: else each would load them for its first answer.
        _ = get_resolver().url_patterns
        # What is loaded now stays: the workers need not look through it, and so go on sharing its memory.
        gc.freeze()
        return WSGIHandler()
