"""A change asked for is decided with a reason and answered with a statement; a directive learns nothing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.access import actions
from portal.access.models import AmendmentRequest, Directive
from portal.access.package import neutral_letter_pdf, record_words
from portal.access.statuses import Decision, OrderAnswer, OrderKind
from portal.cases.actions import TransitionRefused, make_findable
from portal.cases.models import Tie
from portal.cases.statuses import CaseStatus, Channel
from portal.disclosures.subjects import subjects_of
from portal.records.gates import is_held
from portal.vault.keystore.models import DataKey
from tests.factories import make_programme, make_staff, sign_in, use_pass
from tests.factories.cases import make_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    make_texts()
    case = make_case(CaseStatus.ARRANGING, names=("Alex Rivera", "Sam Lee"), coordinator=make_staff())
    for person in case.participants.all():
        make_findable(person)
    return case


@pytest.fixture
def page(case):
    client = Client()
    use_pass(client, subjects_of(case.matter)[0].row.entry)
    return client


def test_a_change_is_asked_for_decided_and_answered_with_a_statement(case, page):
    page.post(reverse("portal:access:change"), {"about": "The day", "wanted": "It was Tuesday"})
    asked = AmendmentRequest.objects.get()
    assert is_held(case.matter_id)
    staff = Client()
    sign_in(staff, case.coordinator)

    empty = staff.post(asked.get_absolute_url(), {"decision": "REFUSED", "reason": ""})
    assert page.get(reverse("portal:access:statement", args=[asked.pk])).status_code == 404
    staff.post(asked.get_absolute_url(), {"decision": "REFUSED", "reason": "The calendar says Monday"})
    assert "The calendar says Monday" in page.get(reverse("portal:access:own")).text
    page.post(reverse("portal:access:statement", args=[asked.pk]), {"statement": "I was there on Tuesday"})

    asked.refresh_from_db()
    assert empty.status_code == 422
    assert (asked.decision, asked.statement) == (Decision.REFUSED, "I was there on Tuesday")
    assert not is_held(case.matter_id)


def test_the_statement_goes_out_with_the_record(case, page):
    subject = subjects_of(case.matter)[0]
    asked = actions.ask_for_change(
        subject=subject, about="The day", wanted="Tuesday", channel=Channel.SELF, by=subject.row.entry
    )
    actions.decide_change(amendment_id=asked.pk, decision=Decision.REFUSED, reason="No", by=case.coordinator)
    actions.attach_statement(
        amendment_id=asked.pk, statement="It was Tuesday indeed", channel=Channel.SELF, by=subject.row.entry
    )
    access = actions.ask_for_access(subject=subject, wish="", channel=Channel.SELF, by=subject.row.entry)
    actions.draft(access_id=access.pk, by=case.coordinator)

    assert "It was Tuesday indeed" in record_words(access)


def test_a_change_is_decided_once_and_by_those_who_answer_for_records(case):
    subject = subjects_of(case.matter)[0]
    facts = {"subject": subject, "about": "x", "wanted": "y", "channel": Channel.SELF, "by": subject.row.entry}
    asked = actions.ask_for_change(**facts)

    with pytest.raises(PermissionDenied):
        actions.decide_change(
            amendment_id=asked.pk, decision=Decision.CHANGED, reason="z", by=make_staff("CASE_MANAGER")
        )
    with pytest.raises(TransitionRefused, match="not decided yet"):
        actions.attach_statement(amendment_id=asked.pk, statement="x", channel=Channel.SELF, by=subject.row.entry)
    actions.decide_change(amendment_id=asked.pk, decision=Decision.CHANGED, reason="z", by=case.coordinator)
    with pytest.raises(TransitionRefused, match="decided already"):
        actions.decide_change(amendment_id=asked.pk, decision=Decision.REFUSED, reason="z", by=case.coordinator)


def came_in(director, programme, names="Alex Rivera"):
    facts = {"kind": OrderKind.SUBPOENA, "sender": "Superior Court\n1 Court Square", "asks": "All notes"}
    answer_by = timezone.localdate() + timedelta(days=14)
    return actions.log_directive(programme=programme, names=names, answer_by=answer_by, by=director, **facts)


def test_the_letter_is_the_same_whether_there_is_a_case_or_not(case):
    director = make_staff("DIRECTOR")

    known = neutral_letter_pdf(came_in(director, case.programme))
    unknown = neutral_letter_pdf(came_in(director, case.programme, names="Nobody Atall"))

    assert known[:4] == b"%PDF"
    assert known == unknown


def test_what_it_may_mean_is_looked_up_for_the_director_alone_and_written_nowhere(case):
    director = make_staff("DIRECTOR")
    client = Client()
    sign_in(client, director)
    sent = {"kind": "SUBPOENA", "sender": "A court", "names": "Sam Lee\nJo Atall", "asks": "Notes"}
    sent |= {"answer_by": (timezone.localdate() + timedelta(days=3)).isoformat(), "programme": case.programme.pk}

    answer = client.post(reverse("portal:access:directives"), sent, follow=True)
    row = Directive.objects.get()

    assert case.reference not in answer.text
    assert case.reference in client.get(row.get_absolute_url()).text
    assert not [field.name for field in Directive._meta.fields if field.name in ("matter", "case")]


def test_a_tie_and_another_programme_hide_what_it_may_mean(case):
    director = make_staff("DIRECTOR")
    Tie.objects.create(matter=case.matter, person=director, answer="YES", source="NAMED")
    row = came_in(director, case.programme)
    client, stranger = Client(), Client()
    sign_in(client, director)
    sign_in(stranger, make_staff("DIRECTOR", programme=make_programme("ADR")))

    assert case.reference not in client.get(row.get_absolute_url()).text
    assert stranger.get(row.get_absolute_url()).status_code == 404


def test_a_directive_that_is_wrong_is_not_kept_and_nothing_typed_is_lost(case):
    client = Client()
    sign_in(client, make_staff("DIRECTOR"))
    sent = {"kind": "AUDIT", "sender": "Auditors Ltd", "names": "x", "asks": "y", "programme": case.programme.pk}

    late = client.post(reverse("portal:access:directives"), sent | {"answer_by": "2001-01-01"})

    assert (late.status_code, "Auditors Ltd" in late.text) == (422, True)
    assert not Directive.objects.exists()


def test_only_those_who_place_holds_take_directives(case):
    with pytest.raises(PermissionDenied):
        came_in(case.coordinator, case.programme)


def test_a_year_after_the_answer_it_is_gone_with_its_key(case):
    director = make_staff("DIRECTOR")
    row = came_in(director, case.programme)
    actions.answer_directive(directive_id=row.pk, answer=OrderAnswer.NEUTRAL, by=director)
    with pytest.raises(TransitionRefused, match="answered already"):
        actions.answer_directive(directive_id=row.pk, answer=OrderAnswer.COUNSEL, by=director)
    assert actions.forget_directives() == 0
    Directive.objects.update(delete_on=timezone.localdate())

    assert actions.forget_directives() == 1
    assert not DataKey.objects.filter(pk=row.vault_key).exists()
