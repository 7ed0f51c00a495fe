"""A measure through its life; the roles that see to it see it, and nothing of the talk."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case, Tie
from portal.cases.statuses import CaseStatus, Channel
from portal.mail.models import Mailing
from portal.measures import actions
from portal.measures.models import Measure
from portal.measures.queries import kept_for_measures_until
from portal.measures.statuses import Basis, MeasureKind, MeasureStatus, OwnerRole
from portal.records.actions.keeping import _check_disposable
from portal.records.models import KeptRecord
from portal.screening.models import ScreenAgain
from portal.screening.statuses import Trigger
from tests.counting import cost
from tests.factories import make_neutral, make_programme, make_request, make_staff, sign_in, use_pass, verified
from tests.factories.cases import make_case
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def programme():
    make_texts()
    return make_programme("ADR", destroys_at_close=False)


@pytest.fixture
def case(programme):
    coordinator = make_staff(programme=programme, email="c@example.edu")
    return make_case(CaseStatus.ARRANGING, programme=programme, coordinator=coordinator, accepted=[make_neutral()])


@pytest.fixture
def investigations(programme):
    return make_staff("INVESTIGATIONS_MANAGER", programme=programme, email="inv@example.edu")


def today():
    return timezone.localdate()


def asked(case, basis=Basis.TITLE_IX):
    facts = {"kind": MeasureKind.NO_CONTACT, "wish": "No messages in the lab", "basis": basis}
    whose = case.participants.first()
    return actions.ask_for_measure(whose=whose, channel=Channel.PHONE, by=case.coordinator, **facts)


def given(case, owner=OwnerRole.INVESTIGATIONS_MANAGER):
    measure = asked(case)
    facts = {"owner_role": owner, "arrangement": "Both stay out of each other's bay", "reason": ""}
    return actions.give_measure(measure_id=measure.pk, review_on=today() + 14 * DAY, by=case.coordinator, **facts)


def client_of(person):
    client = Client()
    sign_in(client, person)
    return client


def test_a_measure_goes_its_way_over_the_screens(case, investigations):
    office, owner = client_of(case.coordinator), client_of(investigations)
    sent = {"whose": "1", "kind": "NO_CONTACT", "wish": "No messages", "basis": "TITLE_IX", "channel": "PHONE"}
    office.post(reverse("portal:measures:ask", args=[case.reference]), sent)
    measure = Measure.objects.get()

    def step(client, name, **values):
        return client.post(reverse("portal:measures:step", args=[measure.pk, name]), values)

    day = today().isoformat()
    later = (today() + 10 * DAY).isoformat()
    step(office, "decide", given="YES", owner_role="INVESTIGATIONS_MANAGER", arrangement="Apart", review_on=later)
    step(owner, "place", on=day)
    step(owner, "review", held_on=day, words="It holds", review_on=later)
    shown = owner.get(measure.get_absolute_url()).text
    step(owner, "end", on=day, reason="One of them moved")

    measure.refresh_from_db()
    assert "It holds" in shown
    assert measure.status == MeasureStatus.ENDED
    assert measure.keep_until.year == today().year + 7
    assert kept_for_measures_until(case.matter_id) == measure.keep_until


def test_those_who_see_to_it_see_the_measure_and_nothing_of_the_talk(case, investigations):
    measure = given(case)
    client = client_of(investigations)

    assert measure.get_absolute_url() in client.get(reverse("portal:measures:measures")).text
    assert "stay out of each other" in client.get(measure.get_absolute_url()).text
    for name in ("portal:desk:case", "portal:disclosures:sharing", "portal:screening:of_matter", "portal:measures:ask"):
        assert client.get(reverse(name, args=[case.reference])).status_code == 404, name
    assert not Case.objects.visible_to(verified(investigations)).exists()
    assert case.reference not in client.get(measure.get_absolute_url()).text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"given": "NO"}, "Please answer"),
        ({"given": "YES", "owner_role": ""}, "Please answer"),
        ({"given": "YES", "review_on": "2999-01-01"}, "within the next half year"),
        ({"given": "YES", "review_on": "2001-01-01"}, "within the next half year"),
        ({"given": ""}, "Please answer"),
    ],
)
def test_a_decision_that_is_wrong_changes_nothing_and_loses_nothing_typed(case, change, words):
    measure = asked(case)
    sent = {"given": "YES", "owner_role": "CASE_MANAGER", "arrangement": "Other bay", "reason": ""}
    sent |= {"review_on": (today() + DAY).isoformat()} | change

    page = client_of(case.coordinator).post(reverse("portal:measures:step", args=[measure.pk, "decide"]), sent)

    measure.refresh_from_db()
    assert (page.status_code, words in page.text, "Other bay" in page.text) == (422, True, True)
    assert measure.status == MeasureStatus.REQUESTED


def test_when_none_is_given_the_reason_is_kept_for_seven_years(case):
    measure = asked(case)
    with pytest.raises(TransitionRefused, match="Say why"):
        actions.give_none(measure_id=measure.pk, reason=" ", by=case.coordinator)

    actions.give_none(measure_id=measure.pk, reason="The lab has one door", by=case.coordinator)

    measure.refresh_from_db()
    assert (measure.status, measure.reason) == (MeasureStatus.NOT_GIVEN, "The lab has one door")
    assert measure.keep_until.year == today().year + 7
    with pytest.raises(TransitionRefused, match="decided already"):
        actions.give_none(measure_id=measure.pk, reason="x", by=case.coordinator)


def test_a_new_measure_has_the_case_screened_again(case):
    assert not ScreenAgain.objects.exists()
    given(case)

    assert ScreenAgain.objects.open().get(matter=case.matter).trigger == Trigger.MEASURE


def test_only_those_who_decide_decide_and_only_the_owner_sees_to_it(case, investigations):
    other = make_staff("CASE_MANAGER", programme=case.programme)
    measure = asked(case)
    facts = {"owner_role": OwnerRole.INVESTIGATIONS_MANAGER, "arrangement": "x", "reason": ""}
    with pytest.raises(PermissionDenied):
        actions.give_measure(measure_id=measure.pk, review_on=today() + DAY, by=investigations, **facts)
    actions.give_measure(measure_id=measure.pk, review_on=today() + DAY, by=case.coordinator, **facts)

    with pytest.raises(PermissionDenied):
        actions.put_in_place(measure_id=measure.pk, on=today(), by=other)
    with pytest.raises(TransitionRefused):
        actions.end_measure(measure_id=measure.pk, on=today(), reason="x", by=investigations)
    actions.put_in_place(measure_id=measure.pk, on=today(), by=investigations)
    with pytest.raises(TransitionRefused, match="has not come yet"):
        actions.end_measure(measure_id=measure.pk, on=today() + DAY, reason="x", by=investigations)


def test_a_step_that_is_not_open_says_so(case, investigations):
    measure = given(case)

    page = client_of(investigations).get(reverse("portal:measures:step", args=[measure.pk, "end"]), follow=True)
    odd = client_of(investigations).get(reverse("portal:measures:step", args=[measure.pk, "sing"]))

    assert "not open now" in page.text
    assert odd.status_code == 404


def test_a_tie_another_programme_a_mediator_and_an_auditor_see_no_measure(case, investigations):
    measure = given(case)
    Tie.objects.create(matter=case.matter, person=investigations, answer="YES", source="NAMED")
    stranger = make_staff("DIRECTOR", programme=make_programme("OTHER"))
    auditor = make_staff("AUDITOR", programme=case.programme)

    for person in (investigations, stranger, auditor, case.assignments.get().neutral):
        assert not Measure.objects.visible_to(verified(person)).exists()
        assert client_of(person).get(measure.get_absolute_url()).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.put_in_place(measure_id=measure.pk, on=today(), by=investigations)


def test_the_person_asks_on_their_own_page_and_sees_only_their_own(case):
    alex, sam = case.participants.all()
    mine, theirs = Client(), Client()
    use_pass(mine, alex.entry)
    use_pass(theirs, sam.entry)
    address = reverse("portal:measures:own")

    empty = mine.post(address, {"kind": "SCHEDULE", "wish": ""})
    mine.post(address, {"kind": "SCHEDULE", "wish": "Another section"})

    assert empty.status_code == 422
    assert "Another section" in mine.get(address).text
    assert "Another section" not in theirs.get(address).text
    with pytest.raises(PermissionDenied):
        actions.ask_for_measure(whose=sam, kind=MeasureKind.OTHER, wish="x", channel=Channel.SELF, by=alex.entry)


def test_a_visitor_without_a_case_can_ask_too():
    request = make_request()
    client = Client()
    use_pass(client, request.entry)

    client.post(reverse("portal:measures:own"), {"kind": "HOUSING", "wish": "Another room"})

    assert Measure.objects.get().request_id == request.pk


def test_what_the_law_keeps_for_years_is_refused_where_nothing_is_kept():
    make_texts()
    case = make_case(CaseStatus.ARRANGING, coordinator=make_staff())

    with pytest.raises(TransitionRefused, match="keeps nothing"):
        asked(case)
    assert asked(case, basis=Basis.DISABILITY).keep_until is None


def test_on_the_day_of_review_the_owners_hear_once_a_week(case, investigations):
    measure = given(case)
    Measure.objects.update(review_on=today())
    before = Mailing.objects.filter(vault_key=measure.vault_key).count()

    assert actions.remind_of_reviews() == 1
    assert actions.remind_of_reviews() == 0

    assert [one.address for one in Mailing.objects.order_by("created_at")][before:] == ["inv@example.edu"]
    assert "Look at it now" in client_of(investigations).get(reverse("portal:measures:measures")).text


def test_the_list_asks_the_same_number_of_questions_however_many_rows(case, investigations):
    client = client_of(investigations)
    asked(case)
    client.get(reverse("portal:measures:measures"))
    one = cost(client, reverse("portal:measures:measures"))
    asked(case)
    asked(case)

    assert cost(client, reverse("portal:measures:measures")) == one <= 15


def test_a_kept_record_is_not_disposed_of_before_its_measures_may_go(case):
    measure = asked(case)
    actions.give_none(measure_id=measure.pk, reason="The lab has one door", by=case.coordinator)
    kept = KeptRecord(matter=case.matter, keep_until=today() - DAY)

    with pytest.raises(TransitionRefused, match="measure of it is kept until"):
        _check_disposable(kept)
