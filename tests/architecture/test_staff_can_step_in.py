"""P1: whatever somebody can do on their own page, staff can write down for them as by phone, in person or on paper."""

import inspect
import re
import sys

import pytest
from django.forms import BaseForm
from django.urls import URLResolver, get_resolver

from portal.access import actions as access
from portal.agreements import actions as agreements
from portal.agreements.statuses import SigningMethod
from portal.cases import actions as cases
from portal.cases.statuses import Channel
from portal.circles import actions as circles
from portal.disclosures import actions as disclosures
from portal.intake import actions as intake
from portal.joining import actions as joining
from portal.measures import actions as measures
from portal.moving import actions as moving
from portal.papers import actions as papers
from portal.plans import actions as plans
from portal.scheduling import actions as scheduling
from portal.sessions import actions as sessions
from portal.withdrawals import actions as withdrawals
from tests.security.world import PASS_URLS, STAFF_URLS


def told(staff, *taken):
    """The step of staff, and the actions that both pages call; each of them is told by which channel it came."""
    return f"portal:{staff}", taken


STAFF_STEP = {
    "party:conversation": told("intake:talk", intake.write_message),
    "party:one": told("joining:permission", joining.say_together),
    "party:go_on": told("cases:enter_step", cases.say_go_on),
    "party:rights": told("cases:enter_step", cases.read_rights),
    "party:take_part": told("cases:enter_step", cases.answer_taking_part),
    "party:more_time": told("cases:enter_step", cases.ask_for_more_time),
    "party:details": told("cases:details", cases.keep_details),
    "party:add_other": told("cases:add_person", cases.add_person),
    "party:companions": told("cases:name_companion", cases.name_companion),
    "party:companion_answer": told("cases:answer_companion", cases.answer_companion),
    "party:companion_back": told("cases:take_back_companion", cases.take_back_companion),
    "party:fine": told("scheduling:agree_for", scheduling.agree_to_pair),
    "party:somebody_else": told("scheduling:object_for", scheduling.object_to_neutral),
    "party:times": told("scheduling:give_for", scheduling.give_times),
    "party:sign": told("sessions:paper", agreements.sign),
    "party:rating": told("cases:coaching", cases.rate_oneself),
    "party:circle_pause": told("circles:pause", circles.pause_circle, circles.stop_circle),
    "party:further": told("sessions:further_for", sessions.answer_further),
    "party:resolution": told("plans:paper", plans.sign_resolution),
    "party:withdraw_resolution": told("plans:withdraw_for", plans.withdraw_from_resolution),
    "party:plan": told("plans:answer_for", plans.answer_plan),
    "party:plan_look": told("plans:check_in", plans.say_how_it_goes),
    "moving:own": told("moving:answer_for", moving.move_over, moving.say_no),
    "access:own": told("access:ask", access.ask_for_access),
    "access:change": told("access:ask_change", access.ask_for_change),
    "access:take_back": told("access:take_back_for", access.take_back_request),
    "access:statement": told("access:statement_for", access.attach_statement),
    "disclosures:own": told("disclosures:permit", disclosures.give_permission),
    "disclosures:take_back": told("disclosures:revoke", disclosures.revoke_permission),
    "withdrawals:withdraw": told("withdrawals:choose", withdrawals.withdraw),
    "measures:own": told("measures:ask", measures.ask_for_measure),
    "papers:sheet": told("papers:heard", papers.say_in_own_words),
}
# Staff take these steps too, but nobody asks by which way they were told; each with the reason.
WITHOUT_CHANNEL = {
    "party:reach": ("intake:contact", "What is safe is changed at once; who changed it stands in the trail."),
    "party:stop": ("intake:end", "The request ends with how it ended; who ended it stands in the trail."),
    "party:invitation": ("cases:letter", "The code is handed over on paper, which is the way."),
    "party:group": ("cases:brief", "The objectives are written together with the sponsor, again and again."),
    "party:circle": ("circles:prepare", "Wishes are heard in the talk before the circle, whose day is written down."),
}
# Nobody can take these for anybody; each with the reason.
NOBODY_ELSE = {
    "portal:guests:sign": "A guest is let in to read on a screen; whoever reads on paper is not let in but shown it.",
    "portal:guests:open_document": "Reading what was opened for a guest.",
    "training:my_log": "A learner's own log; a learner is no participant of a case.",
    "training:my_unlog": "A learner's own log.",
    "training:my_describe": "A learner's own words about themselves.",
    "training:my_answer": "A place in a course: the training office withdraws and admits.",
    "training:my_transfer": "A place in a course: the training office takes off and enrols.",
}


# A view that bears one of these changes nothing; any other may, so it has to stand in a table above.
ONLY_READS = ("@require_safe", "@require_GET", '@require_http_methods(["GET", "HEAD"])')


def views(resolver=None, names=()):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from views(entry, (*names, entry.namespace) if entry.namespace else names)
        else:
            yield ":".join((*names, entry.name or "")), entry.callback


CALLED = {name: callback for name, callback in views() if name in {**PASS_URLS, **STAFF_URLS}}


def function_behind(name):
    return inspect.unwrap(CALLED[name])


def module_of(name):
    return sys.modules[function_behind(name).__module__]


def takes_posts(name):
    return not any(line.strip() in ONLY_READS for line in inspect.getsource(function_behind(name)).splitlines())


def calls(name, action):
    return re.search(rf"\b{action.__name__}\b", inspect.getsource(module_of(name))) is not None


def asks_how_they_were_told(name):
    """A form with the channels in it, or the way of signing, is at hand where the view lies."""
    at_hand = vars(module_of(name)).values()
    forms = [one for one in at_hand if inspect.isclass(one) and issubclass(one, BaseForm)]
    return SigningMethod in at_hand or Channel in at_hand or any("channel" in form.base_fields for form in forms)


ANSWERED = {f"portal:{name}" for name in STAFF_STEP | WITHOUT_CHANNEL} | set(NOBODY_ELSE)


def test_every_step_on_an_own_page_is_one_that_staff_can_take_or_says_why_not():
    changing = {name for name in PASS_URLS if takes_posts(name)}

    assert changing - ANSWERED == set(), "say in a table above how staff write it down, or why nobody can"
    assert ANSWERED - changing == set(), "no such step any more"


@pytest.mark.parametrize("own", STAFF_STEP)
def test_staff_take_it_through_the_same_action_and_say_how_they_were_told(own):
    staff, actions = STAFF_STEP[own]

    assert staff in STAFF_URLS
    assert takes_posts(staff)
    assert asks_how_they_were_told(staff)
    for action in actions:
        assert {"channel", "method"} & set(inspect.signature(action).parameters)
        assert calls(staff, action)
        assert calls(f"portal:{own}", action)


@pytest.mark.parametrize("own", WITHOUT_CHANNEL)
def test_a_step_without_a_channel_is_there_and_says_why(own):
    staff, why = WITHOUT_CHANNEL[own]

    assert f"portal:{staff}" in STAFF_URLS
    assert takes_posts(f"portal:{staff}")
    assert why
