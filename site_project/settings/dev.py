"""A developer's own machine: secrets made once under var/, mail written to var/mail."""

from .base import *  # noqa: F403
from .base import LOGGING, VAR_DIR, env
from .made_once import random_bytes

ACCORD_DEVELOPMENT = True
ACCORD_BASE_URL = env("ACCORD_BASE_URL", default=f"http://localhost:{env('PORT', default=8000)}")
WAGTAILADMIN_BASE_URL = ACCORD_BASE_URL
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
INTERNAL_IPS = ["127.0.0.1"]

SECRETS_DIR = VAR_DIR / "secrets"
SECRET_KEY = random_bytes(SECRETS_DIR / "secret_key").hex()
ACCORD_KEKS = {"development": random_bytes(SECRETS_DIR / "key_encryption_key")}
ACCORD_TOKEN_KEY = random_bytes(SECRETS_DIR / "token_key")
ACCORD_BACKUP_DATA_KEY = random_bytes(SECRETS_DIR / "backup_data_key")
# There is only one disk here, and nobody's secrets are on it.
ACCORD_BACKUP_ONE_MEDIUM = True
# No scanner runs here.
ACCORD_UPLOAD_SCANNER = "portal.documents.uploads.scanning.development_only"

# Files are found where they lie, so an edited style sheet shows at once.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# The terminal stays readable: only what goes wrong is told.
LOGGING["loggers"]["accord.request"] = {"level": "WARNING"}
