"""Promise 14: every read of a case, document and export, and every denied try, is an event without content."""

import pytest
from django.urls import URLResolver, get_resolver

from portal.accounts.doors import Door, door_of
from portal.audit.events import AuditEvent

# Behind a closed door, but nothing of any matter is on it, and why.
SHOWS_NO_MATTER = {
    "portal:desk:requests": "codes, clocks and references; opening a request is an event of its own",
    "portal:desk:save_view": "keeps codes of filters and goes back to the list",
    "portal:desk:remove_view": "drops codes of filters and goes back to the list",
    "portal:intake:log_contact": "an empty form; what it writes is an event",
    "portal:intake:slip": "what was just written, once",
    **{
        f"portal:screening:{name}": "the rubric: questions and weights, and nobody's answers"
        for name in ("rubrics", "rubric", "compare", "draft", "approve", "drop", "bands", "stop", "add_stop")
    },
    "portal:screening:criterion": "a line of the rubric",
    "portal:screening:add_criterion": "a line of the rubric",
    "portal:reports:publish": "numbers that everybody may read from then on; publishing is an event",
    "portal:scheduling:rooms": "the office's rooms, without who meets in them",
    "portal:scheduling:add_room": "a room's name and seats",
    "portal:scheduling:change_room": "a room's name and seats",
    "portal:withdrawals:withdrew": "says goodbye; the pass is gone",
}
FEATURES_WITHOUT_MATTERS = {
    "accounts",
    "documents",
    "handbook",
    "interns",
    "programmes",
    "roster",
    "seats",
    "setting_up",
}


class Match:
    """As much of a resolved URL as the doors look at."""

    def __init__(self, name, route):
        self.view_name, self.route, self.namespaces = name, route, name.split(":")[:-1]


def patterns(resolver=None, names=(), route=""):
    for entry in (resolver or get_resolver()).url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, (*names, entry.namespace) if entry.namespace else names, here)
        else:
            yield ":".join((*names, entry.name or "")), here, entry.callback


CLOSED = [
    (name, callback)
    for name, route, callback in patterns()
    if name.startswith("portal:") and door_of(Match(name, route)) in (Door.STAFF, Door.PASS)
]


def shows_no_matter(name):
    return name in SHOWS_NO_MATTER or name.split(":")[1] in FEATURES_WITHOUT_MATTERS


@pytest.mark.parametrize(("name", "view"), CLOSED, ids=[name for name, _view in CLOSED])
def test_every_view_of_a_matter_records_who_opened_it(name, view):
    recorded = getattr(view, "audit_event", None)

    assert recorded in AuditEvent.values or shows_no_matter(name)


def test_the_exceptions_exist_and_are_exceptions():
    views = dict(CLOSED)

    assert set(SHOWS_NO_MATTER) <= set(views)
    assert [name for name in SHOWS_NO_MATTER if hasattr(views[name], "audit_event")] == []
