"""Every field has one line in the retention schedule; a new field without one fails here."""

from collections import Counter

from django.apps import apps

from portal.records.schedule import FILES, SCHEDULE
from portal.records.schedule.rules import How
from portal.vault.fields import SealedField

OURS = {"portal", "keystore", "pages", "training"}


# The CMS has these tables on one of the two databases only.
ON_ONE_DATABASE = {"wagtailsearch.SQLiteFTSIndexEntry.*"}


def fields():
    """Every column of every table, as the schedule names it."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields:
            yield f"{model._meta.app_label}.{model._meta.object_name}.{field.name}", field


def line_of(key):
    table = key.rpartition(".")[0]
    return key if key in SCHEDULE else f"{table}.*"


def is_wildcard_of_ours(key):
    return key.endswith(".*") and key.partition(".")[0] in OURS


def test_every_field_has_a_line():
    missing = [key for key, _field in fields() if line_of(key) not in SCHEDULE]

    assert not missing, "\n  ".join(["add to the file of their feature in portal/records/schedule/:", *missing])


def test_every_line_has_a_field():
    stale = sorted(set(SCHEDULE) - ON_ONE_DATABASE - {line_of(key) for key, _field in fields()})

    assert not stale, "\n  ".join(["these fields no longer exist, delete their lines:", *stale])


def test_no_field_has_two_lines():
    counted = Counter(key for file in FILES for key in file.LINES)
    twice = {key for key, times in counted.items() if times > 1}
    covered = {key for key in SCHEDULE if not key.endswith(".*") and f"{key.rpartition('.')[0]}.*" in SCHEDULE}

    assert (twice, covered) == (set(), set())


def test_our_own_tables_are_named_field_by_field():
    assert [key for key in SCHEDULE if is_wildcard_of_ours(key)] == []


def test_exactly_the_sealed_fields_go_with_a_key():
    sealed = {key for key, field in fields() if isinstance(field, SealedField)}

    assert {key for key, rule in SCHEDULE.items() if rule.how is How.WITH_KEY} == sealed


def test_every_rule_says_why():
    assert [key for key, rule in SCHEDULE.items() if len(rule.why) < 15] == []
