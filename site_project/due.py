"""What time brings: each job of ACCORD_DUE_JOBS in turn, none of them able to stop the others."""

import logging

from django.conf import settings
from django.db import close_old_connections
from django.utils.module_loading import import_string

from portal.vault import keyring

logger = logging.getLogger("accord.due")


def run_due_jobs() -> list[str]:
    """Run every job once; the names of those that failed."""
    failed = [name for name in settings.ACCORD_DUE_JOBS if not _succeeds(name)]
    close_old_connections()
    return failed


def _succeeds(name: str) -> bool:
    close_old_connections()
    try:
        with keyring.scope():
            import_string(name)()
    except Exception as error:
        # Only the kind: what an exception says may quote somebody's words.
        logger.error("job failed", extra={"facts": {"job": name, "error": type(error).__qualname__}})
        return False
    return True
