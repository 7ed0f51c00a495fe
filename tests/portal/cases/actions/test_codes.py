import pytest
from django.core.exceptions import PermissionDenied

from portal.audit.events import AuditEvent
from portal.cases import actions
from tests.factories import make_staff, verified
from tests.portal.cases.people import events, fresh, inviting_case, opened_case, others_of, requester_of

pytestmark = pytest.mark.django_db


def test_a_new_code_ends_the_old_one():
    case = opened_case()
    requester = requester_of(case)
    before = requester.entry.code_hash

    issued = actions.issue_code(participant_id=requester.pk, by=case.coordinator)

    assert fresh(requester).entry.code_hash != before
    assert len(issued.code.replace("-", "")) >= 24


def test_somebody_who_was_spoken_with_gets_a_code():
    case = inviting_case()
    person = others_of(case)[0]
    actions.log_attempt(participant_id=person.pk, result="SPOKE", by=case.coordinator)

    issued = actions.issue_code(participant_id=person.pk, by=case.coordinator)

    assert fresh(person).entry == issued.entry
    assert events(case)[-1] == AuditEvent.PASS_ISSUED


def test_somebody_who_was_never_asked_gets_no_code():
    case = inviting_case()

    with pytest.raises(actions.TransitionRefused):
        actions.issue_code(participant_id=others_of(case)[0].pk, by=case.coordinator)


def test_nobody_gets_a_first_code_after_the_end():
    case = inviting_case()
    person = others_of(case)[0]
    actions.log_attempt(participant_id=person.pk, result="SPOKE", by=case.coordinator)
    actions.end_case(actions.lock_case(case.pk), ending="STOPPED", actor=case.coordinator)

    with pytest.raises(actions.TransitionRefused):
        actions.issue_code(participant_id=person.pk, by=case.coordinator)


def test_only_who_coordinates_makes_codes_and_checks_phrases():
    case = opened_case()
    requester, outsider = requester_of(case), verified(make_staff("TRAINING_MANAGER"))

    with pytest.raises(PermissionDenied):
        actions.issue_code(participant_id=requester.pk, by=outsider)
    with pytest.raises(PermissionDenied):
        actions.check_phrase(participant_id=requester.pk, said="quiet harbour", by=outsider)


@pytest.mark.parametrize(("is_them", "event"), [(True, AuditEvent.PHRASE_MATCHED), (False, AuditEvent.PHRASE_REFUSED)])
def test_the_phone_phrase_is_checked_and_the_check_recorded(is_them, event):
    case = opened_case()
    requester = requester_of(case)
    said = requester.entry.phrase.upper() if is_them else "something else"

    assert actions.check_phrase(participant_id=requester.pk, said=said, by=case.coordinator) is is_them

    assert events(case)[-1] == event


def test_somebody_without_a_page_has_no_phrase():
    case = inviting_case()

    with pytest.raises(actions.TransitionRefused):
        actions.check_phrase(participant_id=others_of(case)[0].pk, said="quiet harbour", by=case.coordinator)
