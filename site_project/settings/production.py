"""Production: every secret comes from the environment, and site_project/checks.py refuses an unsafe start."""

import base64

from .base import *  # noqa: F403
from .base import CACHES, DATABASES, env


def key(text: str) -> bytes:
    """A key written as base64; anything else becomes empty, which the checks refuse."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""


ACCORD_PRODUCTION = True
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="missing")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# ACCORD_KEKS="2027:BASE64,2026:BASE64": the first one wraps new keys, all of them open old ones.
ACCORD_KEKS = {
    name: key(text) for name, _, text in (pair.partition(":") for pair in env.list("ACCORD_KEKS", default=[]))
}
ACCORD_TOKEN_KEY = key(env("ACCORD_TOKEN_KEY", default=""))
ACCORD_BACKUP_DATA_KEY = key(env("ACCORD_BACKUP_DATA_KEY", default=""))
ACCORD_ALLOW_SQLITE = env.bool("ACCORD_ALLOW_SQLITE", default=False)

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
ACCORD_PASS_COOKIE = "__Host-accord-pass"  # noqa: S105

for database in DATABASES.values():
    if database["ENGINE"] == "django.db.backends.postgresql":
        database["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}}

if redis := env("REDIS_URL", default=""):
    _IN_REDIS = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis}
    CACHES = {"default": _IN_REDIS | {"KEY_PREFIX": "accord"}, "pages": _IN_REDIS | {"KEY_PREFIX": "accord-pages"}}

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
EMAIL_CONFIG = env.email("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)
