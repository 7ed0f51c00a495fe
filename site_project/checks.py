"""What production refuses to start with. `manage.py check --deploy` asks the same questions."""

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

YEAR = 365 * 24 * 3600
KEY_LENGTH = 32


def weak_secret(conf: Any) -> bool:
    secret = conf.SECRET_KEY
    return len(secret) < 50 or len(set(secret)) < 10 or secret.startswith("django-insecure")


def weak_wrapping_key(conf: Any) -> bool:
    return not conf.ACCORD_KEKS or any(weak_key(key) for key in conf.ACCORD_KEKS.values())


def weak_key(key: bytes) -> bool:
    return len(key) != KEY_LENGTH or len(set(key)) < 10


def one_key_for_two_uses(conf: Any) -> bool:
    keys = [*conf.ACCORD_KEKS.values(), conf.ACCORD_TOKEN_KEY, conf.ACCORD_BACKUP_DATA_KEY]
    return len(set(keys)) < len(keys)


def any_host(conf: Any) -> bool:
    return not conf.ALLOWED_HOSTS or any("*" in host for host in conf.ALLOWED_HOSTS)


def without_tls(conf: Any) -> bool:
    flags = (conf.SECURE_SSL_REDIRECT, conf.SESSION_COOKIE_SECURE, conf.CSRF_COOKIE_SECURE)
    return not all(flags) or not conf.ACCORD_BASE_URL.startswith("https://")


def keys_beside_data(conf: Any) -> bool:
    data, keys = (
        tuple(str(conf.DATABASES[alias].get(part, "")) for part in ("HOST", "PORT", "NAME"))
        for alias in ("default", "keys")
    )
    return data == keys


def sqlite_unasked(conf: Any) -> bool:
    engines = {database["ENGINE"] for database in conf.DATABASES.values()}
    return "django.db.backends.sqlite3" in engines and not getattr(conf, "ACCORD_ALLOW_SQLITE", False)


RULES: tuple[tuple[str, Callable[[Any], bool], str], ...] = (
    ("E001", weak_secret, "SECRET_KEY must be a random text of at least 50 characters."),
    ("E002", lambda conf: conf.DEBUG, "DEBUG must be off: its error pages show what people wrote."),
    ("E003", weak_wrapping_key, "ACCORD_KEKS must name at least one key of 32 random bytes, and no other kind."),
    ("E004", lambda conf: weak_key(conf.ACCORD_TOKEN_KEY), "ACCORD_TOKEN_KEY must be 32 random bytes."),
    ("E005", one_key_for_two_uses, "Each key must be used for one purpose only; two are the same."),
    ("E006", any_host, "ALLOWED_HOSTS must name the hosts of this site, without a star."),
    ("E007", without_tls, "TLS must be required: redirect, secure cookies and an https ACCORD_BASE_URL."),
    ("E008", lambda conf: conf.SECURE_HSTS_SECONDS < YEAR, "SECURE_HSTS_SECONDS must be at least one year."),
    ("E009", sqlite_unasked, "Use PostgreSQL, or set ACCORD_ALLOW_SQLITE on purpose."),
    ("E010", keys_beside_data, "The keys must live in another database than the data."),
    ("E012", lambda conf: weak_key(conf.ACCORD_BACKUP_DATA_KEY), "ACCORD_BACKUP_DATA_KEY must be 32 random bytes."),
    ("E011", lambda conf: conf.ACCORD_DEVELOPMENT, "ACCORD_DEVELOPMENT opens what only a developer may see."),
)


def unsafe(conf: Any) -> Iterator[Error]:
    """One error for every rule that these settings break."""
    for number, breaks, message in RULES:
        if breaks(conf):
            yield Error(message, id=f"accord.{number}")


@register(Tags.security, deploy=True)
def settings_are_safe(app_configs: Any, **kwargs: Any) -> list[Error]:
    return list(unsafe(settings))


def refuse_unsafe_start() -> None:
    """A web server starts without Django's checks; production asks them here."""
    if errors := list(unsafe(settings)):
        raise ImproperlyConfigured("Accord refuses to start. " + " ".join(f"{e.id}: {e.msg}" for e in errors))
