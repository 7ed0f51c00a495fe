"""Gathers every feature's models for Django: one app, many features."""

from importlib import import_module
from importlib.util import find_spec

# In the order of the stack, bottom first.
FEATURES = (
    "audit",
    "mail",
    "programmes",
    "passes",
    "accounts",
    "roster",
    "documents",
    "handbook",
    "interns",
    "cases",
    "intake",
    "screening",
    "papers",
    "joining",
    "agreements",
    "scheduling",
    "sessions",
    "circles",
    "plans",
    "measures",
    "withdrawals",
    "reports",
    "instances",
    "disclosures",
    "guests",
    "emergencies",
    "access",
    "records",
    "moving",
    "oversight",
    "party",
    "desk",
)

for feature in FEATURES:
    if find_spec(f"portal.{feature}.models"):
        import_module(f"portal.{feature}.models")
