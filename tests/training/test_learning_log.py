"""What learners write down themselves, and what the office makes of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.mail.models import Mailing
from tests.factories import make_staff, verified
from tests.factories.learning import make_entry
from tests.factories.training import make_learner
from training import actions
from training.models import Credit, LogEntry
from training.statuses import LogState

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return verified(make_staff("TRAINING_MANAGER"))


def test_an_entry_counts_once_the_office_has_confirmed_it_and_only_once(manager):
    entry = make_entry(quarters=6)
    assert Credit.objects.count() == 0

    actions.confirm_log_entry(entry_id=entry.pk, by=manager)
    with pytest.raises(actions.Refused, match="already"):
        actions.confirm_log_entry(entry_id=entry.pk, by=manager)
    with pytest.raises(actions.Refused, match="already"):
        actions.decline_log_entry(entry_id=entry.pk, reason="No", by=manager)

    credit = Credit.objects.get()
    assert (credit.amount, credit.category, credit.earned_on) == (6, "MEDIATION", entry.done_on)
    assert LogEntry.objects.get().state == LogState.CONFIRMED
    assert list(Mailing.objects.values_list("kind", flat=True)) == ["LEARNING_NEWS"]


def test_a_declined_entry_counts_for_nothing_and_says_why(manager):
    entry = make_entry()
    with pytest.raises(ValidationError, match="say why"):
        actions.decline_log_entry(entry_id=entry.pk, reason="  ", by=manager)

    declined = actions.decline_log_entry(entry_id=entry.pk, reason="That was a meeting of staff.", by=manager)

    assert (declined.state, declined.reason) == (LogState.DECLINED, "That was a meeting of staff.")
    assert Credit.objects.count() == 0


def test_nobody_confirms_their_own_entry_even_by_way_of_the_same_address(manager):
    learner = make_learner(address=manager.email)
    entry = make_entry(learner)

    with pytest.raises(PermissionDenied):
        actions.confirm_log_entry(entry_id=entry.pk, by=manager)

    assert Credit.objects.count() == 0


def test_an_entry_is_written_by_its_learner_alone_for_a_day_that_has_come():
    learner, other = make_learner(), make_learner()
    facts = {"category": "ETHICS", "quarters": 4, "what": "A talk", "learner_id": learner.pk}

    with pytest.raises(PermissionDenied):
        actions.add_log_entry(done_on=timezone.localdate(), by=other.entry, **facts)
    with pytest.raises(ValidationError, match="not come yet"):
        actions.add_log_entry(done_on=timezone.localdate() + timedelta(days=1), by=learner.entry, **facts)

    assert LogEntry.objects.count() == 0


def test_thirty_entries_may_wait_and_not_more():
    learner = make_learner()
    for _ in range(30):
        make_entry(learner)

    with pytest.raises(ValidationError, match="Thirty"):
        make_entry(learner)


def test_an_entry_is_taken_back_until_it_is_decided(manager):
    entry, decided = make_entry(), make_entry()
    actions.confirm_log_entry(entry_id=decided.pk, by=manager)
    with pytest.raises(PermissionDenied):
        actions.remove_log_entry(entry_id=entry.pk, by=decided.learner.entry)

    for _ in range(2):
        actions.remove_log_entry(entry_id=entry.pk, by=entry.learner.entry)
    with pytest.raises(actions.Refused, match="decided"):
        actions.remove_log_entry(entry_id=decided.pk, by=decided.learner.entry)

    assert list(LogEntry.objects.all()) == [decided]
