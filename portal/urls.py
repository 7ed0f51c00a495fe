"""Gathers every feature's urls. A feature names its own paths in full: /portal/…, /my/… or a public one."""

from importlib.util import find_spec

from django.urls import include, path

app_name = "portal"

# In the order of the stack, top first.
FEATURES = (
    "desk",
    "party",
    "seats",
    "oversight",
    "setting_up",
    "moving",
    "records",
    "access",
    "emergencies",
    "disclosures",
    "instances",
    "guests",
    "reports",
    "withdrawals",
    "plans",
    "circles",
    "measures",
    "sessions",
    "scheduling",
    "agreements",
    "papers",
    "joining",
    "screening",
    "intake",
    "cases",
    "interns",
    "handbook",
    "documents",
    "roster",
    "accounts",
    "passes",
    "programmes",
    "mail",
    "audit",
)

urlpatterns = [path("", include(f"portal.{name}.urls")) for name in FEATURES if find_spec(f"portal.{name}.urls")]
