import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.urls import ResolverMatch

from portal.audit.access import opens, opens_case
from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.audit.queries import office_timeline, timeline

from .matters import MatterStandIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_(rf):
    request = rf.get("/portal/cases/AB-12/")
    request.resolver_match = ResolverMatch(None, (), {"reference": "AB-12"}, url_name="case", app_names=["portal"])
    return request


class CaseStandIn:
    """Anything that belongs to a matter."""

    pk = "7"

    class _meta:  # noqa: N801
        object_name = "Case"

    def __init__(self, matter):
        self.matter = matter


def view_of(thing, answer=None):
    def view(request, **named):
        request.opened = thing
        if isinstance(answer, Exception):
            raise answer
        return answer or HttpResponse()

    return view


def test_a_case_that_is_opened_twice_is_two_events(request_):
    case = CaseStandIn(MatterStandIn())
    view = opens_case(view_of(case))

    view(request_)
    view(request_)

    first, second = timeline(case.matter)
    assert (first.kind, second.kind) == (AuditEvent.CASE_OPENED, AuditEvent.CASE_OPENED)
    assert first.subject == {"type": "Case", "id": "7"}
    assert first.facts == {"view": "case", "method": "GET", "named": {"reference": "AB-12"}}


def test_a_view_says_which_event_it_writes():
    assert opens(AuditEvent.DOCUMENT_OPENED)(view_of(None)).audit_event == AuditEvent.DOCUMENT_OPENED


@pytest.mark.parametrize("refusal", [Http404(), PermissionDenied()])
def test_a_refusal_is_an_event_and_stays_a_refusal(request_, refusal):
    view = opens_case(view_of(None, refusal))

    with pytest.raises(type(refusal)):
        view(request_)

    assert [entry.kind for entry in office_timeline()] == [AuditEvent.ACCESS_REFUSED]


def test_a_refusal_inside_a_transaction_is_not_rolled_back_with_it(request_):
    case = CaseStandIn(MatterStandIn())

    @opens_case
    def view(request):
        request.opened = case
        with transaction.atomic():
            raise PermissionDenied

    with pytest.raises(PermissionDenied):
        view(request_)

    assert [entry.kind for entry in timeline(case.matter)] == [AuditEvent.ACCESS_REFUSED]


@pytest.mark.parametrize(
    ("status", "events"),
    [
        (200, [AuditEvent.CASE_OPENED]),
        (206, [AuditEvent.CASE_OPENED]),
        (302, []),
        (403, [AuditEvent.ACCESS_REFUSED]),
        (404, [AuditEvent.ACCESS_REFUSED]),
    ],
)
def test_the_answer_tells_whether_something_was_seen(request_, status, events):
    case = CaseStandIn(MatterStandIn())

    opens_case(view_of(case, HttpResponse(status=status)))(request_)

    assert [entry.kind for entry in timeline(case.matter)] == events


def test_a_view_that_opens_a_matter_itself_writes_to_its_chain(request_):
    matter = MatterStandIn()
    matter._meta = CaseStandIn._meta

    opens_case(view_of(matter))(request_)

    assert AuditLink.objects.get().chain_id == matter.chain_id


def test_a_request_outside_the_urls_is_recorded_too(rf):
    request = rf.get("/")
    request.resolver_match = None

    opens(AuditEvent.EXPORT_OPENED)(view_of(None))(request)

    assert [entry.facts["view"] for entry in office_timeline()] == [""]
