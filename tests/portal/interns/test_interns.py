"""An intern works without names, after a pledge and a training, until the term ends (C38)."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from portal.accounts import actions as accounts
from portal.accounts.models import User
from portal.audit.events import AuditEvent
from portal.audit.models import AuditLink
from portal.cases.models import Case
from portal.handbook import queries as handbook
from portal.handbook.models import Notice
from portal.interns import actions
from portal.interns.models import Pledge, WorkPiece
from portal.interns.plain import check_plain
from portal.interns.statuses import PieceStatus as S
from portal.programmes.terms import end_of_term
from tests.counting import full_cost
from tests.factories import make_case, make_programme, make_staff, make_user, sign_in, verified
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return make_texts()


@pytest.fixture
def dana(programme):
    return make_staff()


@pytest.fixture
def ivo(programme):
    return make_staff("INTERN", first_name="Ivo", last_name="Brandt")


def url(name, *args):
    return reverse(f"portal:interns:{name}", args=args)


def sign(intern, programme):
    notice = handbook.current("INTERN_PLEDGE", programme)
    return actions.sign_pledge(programme=programme, notice=notice, signed_name="Ivo Brandt", by=intern)


def clear(intern, by, programme):
    return actions.record_training(pledge_id=sign(intern, programme).pk, trained_on=timezone.localdate(), by=by)


def give(intern, by, programme, **facts):
    usual = {"kind": "SURVEY", "title": "Fall survey", "words": "Sort the answers.", "due_on": timezone.localdate()}
    return actions.give_piece(programme=programme, intern=intern, by=by, **(usual | facts))


def grant(person, by, role="INTERN", **facts):
    usual = {"starts_on": timezone.localdate(), "ends_on": end_of_term(timezone.localdate()), "interest": "none"}
    return accounts.grant_role(user_id=person.pk, role=role, programme=make_programme(), by=by, **(usual | facts))


def test_from_the_pledge_to_approved_work(programme, dana, ivo):
    clear(ivo, dana, programme)
    piece = give(ivo, dana, programme)

    actions.hand_in(piece_id=piece.pk, words="Three groups.", by=ivo)
    actions.decide(piece_id=piece.pk, status=S.RETURNED, answer="Say how many in each.", by=dana)
    actions.hand_in(piece_id=piece.pk, words="Three groups: 4, 6, 9.", by=ivo)
    done = actions.decide(piece_id=piece.pk, status=S.APPROVED, answer="", by=dana)

    assert (done.status, done.decided_by) == (S.APPROVED, dana)
    kinds = [link.kind for link in AuditLink.objects.filter(kind__startswith="PIECE").order_by("seq")]
    assert kinds == ["PIECE_GIVEN", *["PIECE_HANDED_IN", "PIECE_DECIDED"] * 2]


def test_nothing_is_given_before_pledge_and_training(programme, dana, ivo):
    with pytest.raises(actions.NotNow, match="pledge"):
        give(ivo, dana, programme)
    sign(ivo, programme)
    with pytest.raises(actions.NotNow, match="trained"):
        give(ivo, dana, programme)
    assert not WorkPiece.objects.exists()


def test_nobody_vouches_for_themselves_or_for_tomorrow(programme, dana, ivo):
    pledge = sign(ivo, programme)

    with pytest.raises(PermissionDenied):
        actions.record_training(pledge_id=pledge.pk, trained_on=timezone.localdate(), by=ivo)
    with pytest.raises(actions.NotNow, match="not come"):
        actions.record_training(pledge_id=pledge.pk, trained_on=timezone.localdate() + timedelta(days=1), by=dana)


def test_a_pledge_is_signed_once_and_in_the_words_in_use(programme, dana, ivo):
    first = sign(ivo, programme)
    assert sign(ivo, programme) == first
    Pledge.objects.all().delete()
    old = handbook.current("INTERN_PLEDGE", programme)
    Notice.objects.filter(pk=old.pk).update(status="SUPERSEDED")

    with pytest.raises(actions.NotNow, match="changed just now"):
        actions.sign_pledge(programme=programme, notice=old, signed_name="Ivo", by=ivo)
    with pytest.raises(PermissionDenied):
        actions.sign_pledge(programme=programme, notice=old, signed_name="Dana", by=dana)


@pytest.mark.parametrize(
    "telling",
    ["Look at C-2X7PQ first", "see r-abcde", "write to alex@example.edu", "call 617-555-0142", "+1 (617) 555 0142"],
)
def test_whatever_leads_to_a_person_is_refused_without_being_repeated(programme, dana, ivo, telling):
    clear(ivo, dana, programme)

    with pytest.raises(ValidationError) as refused:
        give(ivo, dana, programme, words=telling)

    assert telling not in str(refused.value.messages)
    assert not WorkPiece.objects.exists()


@pytest.mark.parametrize("plain", ["250 posters by 2026-12-12 10:00", "Room 204, 14:30 to 16:00", "A-level B-side"])
def test_ordinary_numbers_are_no_phone_numbers(plain):
    check_plain(plain)


def test_only_the_intern_hands_in_and_only_a_supervisor_decides(programme, dana, ivo):
    clear(ivo, dana, programme)
    piece = give(ivo, dana, programme)
    other = make_staff("INTERN")

    with pytest.raises(PermissionDenied):
        actions.hand_in(piece_id=piece.pk, words="Mine", by=other)
    actions.hand_in(piece_id=piece.pk, words="Done", by=ivo)
    for wrong in (ivo, other, make_staff("NEUTRAL")):
        with pytest.raises(PermissionDenied):
            actions.decide(piece_id=piece.pk, status=S.APPROVED, answer="", by=wrong)
    with pytest.raises(PermissionDenied):
        actions.hand_in(piece_id=piece.pk, words="Again", by=ivo)


def test_what_was_decided_is_not_decided_again(programme, dana, ivo):
    clear(ivo, dana, programme)
    piece = give(ivo, dana, programme)

    with pytest.raises(actions.NotNow, match="moved on"):
        actions.decide(piece_id=piece.pk, status=S.APPROVED, answer="", by=dana)
    actions.decide(piece_id=piece.pk, status=S.TAKEN_BACK, answer="", by=dana)
    with pytest.raises(actions.NotNow, match="moved on"):
        actions.decide(piece_id=piece.pk, status=S.TAKEN_BACK, answer="", by=dana)
    assert not WorkPiece.objects.visible_to(verified(ivo)).exists()


def test_the_database_lets_nobody_approve_their_own(programme, dana, ivo):
    clear(ivo, dana, programme)
    piece = give(ivo, dana, programme)

    with pytest.raises(IntegrityError), transaction.atomic():
        WorkPiece.objects.filter(pk=piece.pk).update(decided_by=ivo)
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkPiece.objects.filter(pk=piece.pk).update(status=S.APPROVED)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 2, 3), date(2026, 5, 31)),
        (date(2026, 8, 31), date(2026, 8, 31)),
        (date(2026, 11, 27), date(2026, 12, 31)),
    ],
)
def test_a_term_ends(day, last):
    assert end_of_term(day) == last


def test_the_role_is_given_for_a_term_at_most_and_ends_with_it(programme):
    director, person = make_staff("DIRECTOR"), make_user()
    last = end_of_term(timezone.localdate())

    for wrong in (None, last + timedelta(days=1)):
        with pytest.raises(accounts.NotPossible, match="ends with the term"):
            grant(person, director, ends_on=wrong)
    grant(person, director)

    assert verified(User.objects.get(pk=person.pk)).role_words == "Intern"
    with time_machine.travel(timezone.now() + timedelta(days=140)):
        assert User.objects.get(pk=person.pk).role_words == ""


@pytest.mark.parametrize("role", ["CASE_MANAGER", "NEUTRAL", "COORDINATOR"])
def test_nobody_is_an_intern_and_opens_cases(programme, role):
    director, intern, other = make_staff("DIRECTOR"), make_user(), make_user()
    grant(intern, director)
    grant(other, director, role=role)

    with pytest.raises(accounts.NotPossible, match="nobody can be both"):
        grant(intern, director, role=role)
    with pytest.raises(accounts.NotPossible, match="nobody can be both"):
        grant(other, director)


def test_no_case_and_no_person_is_open_to_an_intern(client, programme, dana, ivo):
    case = make_case(coordinator=dana)
    sign_in(client, ivo)

    assert client.get(case.get_absolute_url()).status_code == 404
    assert client.get(reverse("portal:desk:requests")).status_code == 403
    assert case.reference not in client.get(reverse("portal:desk:cases")).text
    assert not Case.objects.visible_to(verified(ivo)).exists()
    assert AuditLink.objects.filter(kind=AuditEvent.ACCESS_REFUSED).exists()


def test_a_supervisor_of_another_programme_sees_nothing(client, programme, dana, ivo):
    clear(ivo, dana, programme)
    piece = give(ivo, dana, programme)
    sign_in(client, make_staff(programme=make_programme("OTHER", conducts=[])))

    assert client.get(piece.get_absolute_url()).status_code == 404
    assert client.post(url("decide", piece.pk), {"status": "TAKEN_BACK"}).status_code == 404
    assert client.post(url("trained", Pledge.objects.get().pk), {"trained_on": "2026-01-01"}).status_code == 404
    assert "Ivo" not in client.get(url("interns")).text


def test_an_error_loses_nothing_that_was_typed(client, programme, dana, ivo):
    clear(ivo, dana, programme)
    sign_in(client, dana)
    grant_pk = ivo.grants.get().pk
    typed = {"kind": "EVENT", "title": "Fair", "words": "Ask alex@example.edu", "intern": grant_pk}

    page = client.post(url("give"), typed | {"due_on": "2020-01-01", "names_nobody": "on"})

    assert page.status_code == 422
    assert "holds a mail address" in page.text
    assert "Ask alex@example.edu" in page.text
    past = client.post(url("give"), typed | {"words": "Set up", "due_on": "2020-01-01", "names_nobody": "on"})
    assert "That day has passed" in past.text
    assert not WorkPiece.objects.exists()


def test_the_lists_cost_the_same_with_one_and_with_three(client, programme, dana, ivo):
    clear(ivo, dana, programme)
    give(ivo, dana, programme)
    sign_in(client, dana)
    client.get(url("interns"))
    one = full_cost(client, url("interns"))

    for _more in range(2):
        other = make_staff("INTERN")
        clear(other, dana, programme)
        give(other, dana, programme)

    assert full_cost(client, url("interns")) == one <= 15
