"""The web server, set up in one place for the demo and for production."""

from threading import Thread

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from gunicorn.app.base import BaseApplication

from portal.documents import press


def warm_up(worker: object) -> None:
    """Load what the first PDF needs beside the first requests, so that nobody waits for it."""
    Thread(target=press.warm_up, name="warm-up", daemon=True).start()


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
        return WSGIHandler()
