"""Tables of the framework and its packages, one line for each table."""

from .rules import SETTING, How, Rule, after_days

BROWSER = after_days(0, "expire_date", "keeps a browser signed in")
ATTEMPTS = after_days(1, "attempt_time", "slows down guessing; carries a network and a name")
TASKS = after_days(1, "finished_at", "work for the worker: ids only")
FACTOR = Rule(How.WITH_ACCOUNT, "the second factor of a member of staff; replaced or reset by them or for them")
LOCKOUT = Rule(How.WITH_PARENT, "when a failed sign-in is forgotten; goes with the attempt")

LINES = {
    "auth.Group.*": SETTING,
    "auth.Group_permissions.*": SETTING,
    "auth.Permission.*": SETTING,
    "contenttypes.ContentType.*": SETTING,
    "sessions.Session.*": BROWSER,
    "axes.AccessAttempt.*": ATTEMPTS,
    "axes.AccessAttemptExpiration.*": LOCKOUT,
    "axes.AccessFailureLog.*": ATTEMPTS,
    "axes.AccessLog.*": ATTEMPTS,
    "otp_static.StaticDevice.*": FACTOR,
    "otp_static.StaticToken.*": FACTOR,
    "otp_totp.TOTPDevice.*": FACTOR,
    "django_tasks_database.DBTaskResult.*": TASKS,
}
