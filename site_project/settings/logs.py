"""One JSON line for each event, on standard error; what a line may hold is decided in site_project/logs.py."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "site_project.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        # The development server would print paths with their query strings.
        "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # It announces attempts with names and addresses.
        "axes": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        # It tells of every page that is saved; the CMS keeps that history itself.
        "wagtail": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
    },
}
