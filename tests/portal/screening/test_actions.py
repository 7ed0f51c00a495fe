import pytest
from django.core.exceptions import PermissionDenied

from portal.audit.events import AuditEvent
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.models import Case, Participant
from portal.cases.statuses import CaseStatus, Ending, Willing
from portal.intake.models import Message, Request
from portal.intake.statuses import Direction, RequestStatus
from portal.mail.models import Mailing
from portal.screening import actions
from portal.screening.models import Screening
from portal.screening.statuses import Decision
from portal.vault import tokens
from portal.vault.keystore.models import TokenKind
from tests.factories import make_staff, make_user, verified
from tests.factories.requests import make_request
from tests.portal.cases.people import events, inviting_case, requester_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return verified(make_staff("COORDINATOR"))


def finding(decision=Decision.SUITABLE, **facts):
    usual = {"reason": "Two people who want to talk"}
    if decision == Decision.SUITABLE:
        usual |= {"process": "MEDIATION", "gone_through": True}
    return actions.Finding(decision=decision, **(usual | facts))


def told(request):
    return Message.objects.filter(entry=request.entry, direction=Direction.FROM_OFFICE).last()


def test_only_suitable_opens_a_case_with_the_writer_as_first_participant(coordinator):
    request = make_request(unit="ENG")

    screening = actions.decide(request_id=request.pk, finding=finding(), by=coordinator)

    request.refresh_from_db()
    case = request.case
    person = Participant.objects.get(case=case)
    assert (request.status, case.status, case.process) == (RequestStatus.CASE_OPENED, CaseStatus.OPENED, "MEDIATION")
    assert (case.vault_key, case.unit, case.coordinator) == (request.vault_key, "ENG", coordinator)
    assert (person.number, person.is_requester, person.name) == (1, True, "Alex Rivera")
    assert (person.entry, person.willing) == (request.entry, Willing.ASKED)
    assert person.safe_email == "alex@example.org"
    assert person.pk in tokens.find(TokenKind.NAME, "alex rivera")
    assert screening.reason == "Two people who want to talk"
    assert {AuditEvent.CASE_OPENED_FOR_WORK, AuditEvent.SCREENING_DECIDED} <= set(events(case))


def test_the_requester_reads_the_decision_in_kind_words_and_not_the_reason(coordinator):
    request = make_request()

    actions.decide(
        request_id=request.pk, finding=finding(reason="A canary", own_words="It was good to meet you."), by=coordinator
    )

    body = told(request).body
    assert "Thank you for talking with us" in body
    assert "It was good to meet you." in body
    assert "A canary" not in body
    assert [row.kind for row in Mailing.objects.all() if row.address == "alex@example.org"] == ["NEWS"]


def test_another_way_is_told_with_a_line_about_each_and_opens_no_case(coordinator):
    request = make_request()
    other = finding(Decision.ALTERNATIVES, alternatives=["COACHING", "OMBUDS"])

    actions.decide(request_id=request.pk, finding=other, by=coordinator)

    request.refresh_from_db()
    assert (request.status, request.case, Case.objects.count()) == (RequestStatus.SCREENED, None, 0)
    assert "Conflict coaching:" in told(request).body
    assert "The ombuds office:" in told(request).body


def test_a_referral_names_the_other_office_and_says_that_it_was_told_nothing(coordinator):
    request = make_request()

    screening = actions.decide(
        request_id=request.pk, finding=finding(Decision.REFER, refer_to="the Title IX office"), by=coordinator
    )

    assert "the Title IX office" in told(request).body
    assert "We have told them nothing." in told(request).body
    assert actions.ending_of(screening) == Ending.REFERRED


def test_a_decision_against_may_become_one_for_it_until_a_case_is_open(coordinator):
    request = make_request()
    against = actions.decide(
        request_id=request.pk, finding=finding(Decision.ALTERNATIVES, alternatives=["NONE"]), by=coordinator
    )
    assert actions.ending_of(against) == Ending.UNSUITABLE

    actions.decide(request_id=request.pk, finding=finding(), by=coordinator)
    with pytest.raises(TransitionRefused):
        actions.decide(request_id=request.pk, finding=finding(), by=coordinator)

    assert [one.decision for one in Screening.objects.all()] == [Decision.SUITABLE, Decision.ALTERNATIVES]
    assert Case.objects.count() == 1


def test_nothing_is_decided_about_somebody_under_18_before_the_rule_is_written_down(coordinator):
    request = make_request(is_minor=True)

    with pytest.raises(TransitionRefused, match="under 18"):
        actions.decide(request_id=request.pk, finding=finding(), by=coordinator)

    assert Screening.objects.count() == 0


def test_a_process_that_the_programme_does_not_conduct_is_refused(coordinator):
    request = make_request()

    with pytest.raises(TransitionRefused):
        actions.decide(request_id=request.pk, finding=finding(process="RESTORATIVE_JUSTICE"), by=coordinator)


def test_only_who_may_screen_decides():
    request = make_request()
    outsider = verified(make_staff("TRAINING_MANAGER"))

    with pytest.raises(PermissionDenied):
        actions.decide(request_id=request.pk, finding=finding(), by=outsider)


def test_somebody_with_a_tie_decides_nothing(coordinator):
    make_staff("DIRECTOR")
    request = make_request(tied=[coordinator])

    with pytest.raises(PermissionDenied):
        actions.decide(request_id=request.pk, finding=finding(), by=coordinator)


def test_a_request_that_is_being_destroyed_is_not_decided(coordinator):
    request = make_request()
    request.matter.status = "DESTROYING"
    request.matter.save()

    with pytest.raises(MatterGone):
        actions.decide(request_id=request.pk, finding=finding(), by=coordinator)


def test_a_writer_without_a_page_is_told_by_phone(coordinator):
    request = make_request()
    Request.objects.filter(pk=request.pk).update(entry=None)

    actions.decide(request_id=request.pk, finding=finding(), by=coordinator)

    assert Message.objects.filter(direction=Direction.FROM_OFFICE).count() == 0


def test_the_writers_address_walls_off_a_colleague_when_the_case_opens(coordinator):
    request = make_request()
    colleague = make_user(email="alex@example.org")

    actions.decide(request_id=request.pk, finding=finding(), by=coordinator)

    assert [tie.person for tie in request.matter.ties.all()] == [colleague]


def against(case, by):
    return actions.decide_against(case_id=case.pk, alternatives=["COACHING"], reason="A canary", by=by)


def test_before_anybody_is_invited_the_requester_hears_the_other_ways_at_once(coordinator):
    request = make_request()
    actions.decide(request_id=request.pk, finding=finding(), by=coordinator)
    request.refresh_from_db()

    assert against(request.case, coordinator) is True

    assert Case.objects.get().ending == Ending.UNSUITABLE
    assert "Conflict coaching:" in told(request).body
    assert Screening.objects.first().decision == Decision.ALTERNATIVES


def test_afterwards_the_requester_hears_nothing_until_the_day():
    case = inviting_case()
    before = Message.objects.count()

    assert against(case, case.coordinator) is False

    assert Message.objects.count() == before
    assert Mailing.objects.count() == 0
    assert Case.objects.get().pending_ending == Ending.UNSUITABLE
    assert requester_of(case).case.status == CaseStatus.INVITING


def test_the_use_of_the_emergency_page_is_recorded_without_words(coordinator):
    case = inviting_case()

    actions.use_emergency_page(matter=case.matter, by=coordinator)

    assert events(case)[-1] == AuditEvent.EMERGENCY_PAGE_USED
