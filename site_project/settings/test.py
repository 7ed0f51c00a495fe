"""The test suite: fixed secrets, a throw-away var/, test databases with file names so that they can be kept."""

import atexit
import os
import shutil
import tempfile

os.environ["ACCORD_VAR"] = tempfile.mkdtemp(prefix="accord-test-")
atexit.register(shutil.rmtree, os.environ["ACCORD_VAR"], ignore_errors=True)

from .base import *  # noqa: E402, F403
from .base import BASE_DIR, DATABASES  # noqa: E402

ACCORD_DEVELOPMENT = False
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

SECRET_KEY = "only-for-tests-" + "s" * 50
ACCORD_KEKS = {"test": b"k" * 32}
ACCORD_TOKEN_KEY = b"t" * 32
ACCORD_BACKUP_DATA_KEY = b"b" * 32
ACCORD_BACKUP_ONE_MEDIUM = True
ACCORD_UPLOAD_SCANNER = "portal.documents.uploads.scanning.development_only"

TEST_DATABASE_DIR = BASE_DIR / "var" / "test"
TEST_DATABASE_DIR.mkdir(parents=True, exist_ok=True)
for alias, settings in DATABASES.items():
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["TEST"] = {"NAME": str(TEST_DATABASE_DIR / f"{alias}.sqlite3")}
        # Nothing here must outlive a power cut.
        settings["OPTIONS"] = settings["OPTIONS"] | {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;"
        }

# The keys' tables come from their models: walking every other app's migrations, to make nothing, takes as long as the
# whole of the other database. Nothing in keystore's migrations may go beyond its models.
DATABASES["keys"].setdefault("TEST", {})["MIGRATE"] = False

# The cost of the real hash is measured elsewhere; here it would be most of the suite's time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # A test that changes a page without a commit must see it: those of the cache itself bring one of their own.
    "pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Nobody knows when it would save.
WAGTAIL_AUTOSAVE_INTERVAL = 0
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
