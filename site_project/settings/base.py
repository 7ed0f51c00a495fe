"""Settings shared by every environment; what differs comes from the environment or the file beside this one."""

from datetime import timedelta
from pathlib import Path

import environ

from .headers import *  # noqa: F403
from .logs import LOGGING  # noqa: F401

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()

# Everything the program writes goes here, and nothing else does.
VAR_DIR = Path(env("ACCORD_VAR", default=str(BASE_DIR / "var")))
for folder in ("db", "keys", "media", "private", "mail", "cache", "pages"):
    (VAR_DIR / folder).mkdir(mode=0o700, parents=True, exist_ok=True)

INSTALLED_APPS = [
    "site_project.apps.SiteProjectConfig",
    "pages.apps.PagesConfig",
    "training.apps.TrainingConfig",
    "portal.apps.PortalConfig",
    "portal.vault.keystore.apps.KeystoreConfig",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.sitemaps",
    # Its script and style are what the editor of a table is made of.
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "heroicons",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "site_project.middleware.RequestLogMiddleware",
    # Before all that only a new answer needs: what is kept here has their headers already.
    "site_project.public_cache.middleware.KeepOrForgetMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "site_project.middleware.CmsPolicyMiddleware",
    "site_project.middleware.OfficeMiddleware",
    "portal.vault.middleware.KeyringMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "site_project.languages.OneAddressMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.accounts.second_factor.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.accounts.gate.GateMiddleware",
    "axes.middleware.AxesMiddleware",
    "site_project.middleware.OnlyByButtonMiddleware",
    # Innermost: only a page that nothing else answers for may have moved.
    "site_project.middleware.MovedPagesMiddleware",
]

ROOT_URLCONF = "site_project.urls"
WSGI_APPLICATION = "site_project.wsgi.application"
ASGI_APPLICATION = "site_project.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # secure_delete overwrites what is deleted, so that a destroyed key leaves no trace in the file.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
}


def database(variable: str, path: Path) -> dict:
    """One database from its environment variable, or a SQLite file under var/."""
    settings = env.db(variable, default=f"sqlite:///{path}")
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["OPTIONS"] = dict(_SQLITE_OPTIONS)
    return settings


DATABASES = {
    "default": database("DATABASE_URL", VAR_DIR / "db" / "accord.sqlite3"),
    # The data keys live apart from the data, so that a backup of one is useless without the other.
    "keys": database("KEYS_DATABASE_URL", VAR_DIR / "keys" / "keys.sqlite3"),
}
if any("postgresql" in one["ENGINE"] for one in DATABASES.values()):
    # Search by words needs it there; elsewhere it would only load PostgreSQL's driver at every start.
    INSTALLED_APPS.append("django.contrib.postgres")
DATABASE_ROUTERS = ["portal.vault.keystore.router.KeystoreRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "portal.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "portal.accounts.backends.PeopleBackend",
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

# Five wrong passwords for one account from one network: a quarter of an hour for that pair, and for nobody else.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"  # what authenticate() is given, though people sign in with an e-mail
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "portal.accounts.proofs.network_for_axes"
AXES_LOCKOUT_CALLABLE = "portal.accounts.proofs.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "Accord"
# How many proxies of ours stand in front: that many addresses at the end of X-Forwarded-For are believed.
ACCORD_PROXIES = env.int("ACCORD_PROXIES", default=1 if env.bool("BEHIND_PROXY", default=False) else 0)

SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ACCORD_PASS_COOKIE = "accord_pass"  # noqa: S105

LANGUAGE_CODE = "en"
# The names are written in the language itself: whoever looks for it can read it.
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = env("ACCORD_TIME_ZONE", default="America/New_York")
USE_I18N = True
USE_TZ = True
WAGTAIL_I18N_ENABLED = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# The stylesheet and the subset fonts are made from sources and packages, so they are built, not committed.
BUILT_STATIC = BASE_DIR / "var" / "assets"
BUILT_STATIC.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static", BUILT_STATIC]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_ROOT = VAR_DIR / "private"

ACCORD_DEVELOPMENT = False
ACCORD_PRODUCTION = False
ACCORD_BASE_URL = env("ACCORD_BASE_URL", default="http://localhost:8000")
# The newest checkpoint of the audit trail is written here, for a copy that leaves the machine.
ACCORD_CHECKPOINT_DIR = env("ACCORD_CHECKPOINT_DIR", default=str(VAR_DIR / "checkpoints"))
# What the timer does, in this order: dotted names of functions without arguments.
# What is brought as a file is looked into, and a scanner has to say yes: the path of a function in the code. Without
# one, nothing is taken. See docs/operations.md.
ACCORD_CLAMD = env("ACCORD_CLAMD", default="")
ACCORD_UPLOAD_SCANNER = "portal.documents.uploads.scanning.clamd" if ACCORD_CLAMD else ""
ACCORD_UPLOAD_QUOTA = env.int("ACCORD_UPLOAD_QUOTA", default=2 * 1024**3)
ACCORD_DUE_JOBS: list[str] = [
    "portal.mail.actions.deliver_due",
    "portal.mail.actions.prune",
    # Before what goes by its days: here the key goes first.
    "portal.emergencies.actions.forget_due",
    "portal.access.actions.forget_directives",
    "portal.records.expiry.delete_expired",
    "pages.retention.delete_old_answers",
    "portal.vault.actions.sweep_unused_keys",
    "portal.vault.backups.forget_expired",
    "portal.audit.actions.checkpoint_when_due",
    "portal.accounts.actions.settle_roles",
    "pages.publishing.publish_due",
    "portal.cases.actions.end_unanswered",
    # Before the tasks: what it gives for today is told today.
    "portal.plans.actions.warn_of_days",
    "portal.cases.actions.remind_of_tasks",
    "portal.emergencies.actions.remind_of_reviews",
    "portal.access.actions.remind_of_due",
    "portal.measures.actions.remind_of_reviews",
    "training.actions.settle_due",
    "training.actions.remind_due",
    "training.actions.remind_of_renewals",
    "training.actions.forget_due",
    "portal.plans.actions.remind_of_commitments",
    "portal.plans.actions.destroy_expired_records",
    "training.actions.sweep_materials",
    "training.actions.forget_past",
    "training.actions.work_on_due",
    "portal.joining.actions.resume",
    "portal.records.actions.ask_about_idle",
    "portal.records.actions.end_idle",
    # Last, so that what the jobs before it have ended is destroyed in the same round.
    "portal.records.actions.resume_destructions",
    "portal.oversight.actions.draw_samples",
]

# For how many days, at most, somebody from outside sees one session or one document.
ACCORD_GUEST_DAYS = env.int("ACCORD_GUEST_DAYS", default=14)

ACCORD_BACKUP_DATA_DIR = env("ACCORD_BACKUP_DATA_DIR", default=str(VAR_DIR / "backup" / "data"))
ACCORD_BACKUP_KEYS_DIR = env("ACCORD_BACKUP_KEYS_DIR", default=str(VAR_DIR / "backup" / "keys"))
ACCORD_BACKUP_MONTH_KEYS_DIR = env("ACCORD_BACKUP_MONTH_KEYS_DIR", default=str(VAR_DIR / "secrets" / "backup-months"))
ACCORD_BACKUP_ONE_MEDIUM = False

WAGTAIL_SITE_NAME = "Accord"
WAGTAILADMIN_BASE_URL = ACCORD_BASE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Both checks are of one and the same text: a change in between asks for the other check again.
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "pages.publishing.publish_checked"
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# A draft saves itself half a second after the last word, as the CMS has it; buttons wait for it (decision 41).
WAGTAIL_AUTOSAVE_INTERVAL = 500
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAILADMIN_LOGIN_URL = "portal:accounts:sign_in"
WAGTAILIMAGES_IMAGE_MODEL = "pages.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "pages.SiteDocument"
# What is in an upload is looked at too: by Wagtail for pictures, by pages.uploads for files.
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_MAX_UPLOAD_SIZE = 200 * 1024 * 1024
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
LOGIN_URL = "portal:accounts:sign_in"

_IN_FILES = "django.core.cache.backends.filebased.FileBasedCache"
CACHES = {
    "default": {"BACKEND": _IN_FILES, "LOCATION": VAR_DIR / "cache"},
    # Whole public pages, and nothing else: what counts tries must not be crowded out by them.
    "pages": {"BACKEND": _IN_FILES, "LOCATION": VAR_DIR / "pages", "OPTIONS": {"MAX_ENTRIES": 3000}},
}
# As neutral as the subject: somebody may read along. The sender's name is one of the office's facts.
DEFAULT_FROM_EMAIL = env("ACCORD_MAIL_FROM", default="post@example.edu")
ACCORD_REPLY_TO = env("ACCORD_REPLY_TO", default="no-reply@example.edu")
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = "portal.mail.folder.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"

# A form of ours is short; files have their own, larger limits where they are taken in.
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
# The longest form is four weeks of half hours.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 850
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_TEMP_DIR = VAR_DIR / "private"
FILE_UPLOAD_PERMISSIONS = 0o600
