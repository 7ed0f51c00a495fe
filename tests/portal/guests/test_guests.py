"""Somebody from outside sees one session or one document, signed for, for some days, and everything else is 404."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from portal.audit.models import AuditLink
from portal.cases.actions import MatterGone, TransitionRefused
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus
from portal.disclosures.models import Disclosure
from portal.guests.actions import admit_guest, end_guest, open_for_guest, renew_guest_code, sign_terms
from portal.guests.models import Guest
from portal.guests.statuses import Shown
from portal.guests.terms import digest_of_terms
from portal.passes.actions import begin_visit
from portal.passes.models import Pass
from portal.plans.models import Resolution, SealedCopy
from portal.scheduling.models import Booking
from tests.factories import make_booking, make_case, make_staff, sign_in, verified
from tests.factories.resolutions import make_kept_case, make_resolution

pytestmark = pytest.mark.django_db
FACTS = {
    "name": "Pat Lind",
    "interest": "Adviser of the school",
    "purpose": "To support a student on the day",
    "days": 3,
}
SIGNED = {"typed_name": "Pat Lind", "agreed": "on"}


@pytest.fixture
def case():
    case = make_kept_case(CaseStatus.BOOKED)
    make_booking(case, place="Library, room 4")
    return case


def admit(case, shown=Shown.SESSION, **facts):
    given = FACTS | {"is_official": False, "by": case.coordinator} | facts
    return admit_guest(case_id=case.pk, shown=shown, **given)


def document(case):
    """A sealed copy, as if everybody had signed."""
    row = make_resolution(case=case)
    return SealedCopy.objects.create(vault_key=case.matter_id, resolution=row, pdf=b"%PDF-kept", sha256="0" * 64)


def comes_in(client, settings, made):
    client.cookies[settings.ACCORD_PASS_COOKIE] = begin_visit(entry=made.guest.entry)


def test_a_guest_signs_first_and_then_sees_one_session_and_nothing_else(client, settings, case):
    made = admit(case)
    client.post("/my/enter/", {"code": made.code})
    assert client.get("/my/").url == "/my/guest/"
    assert client.get("/my/guest/").url == "/my/guest/sign/"
    page = client.get("/my/guest/sign/").content.decode()
    assert "Library" not in page
    assert client.post("/my/guest/sign/", {"typed_name": "Pat Lind"}).status_code == 422
    client.post("/my/guest/sign/", SIGNED)

    page = client.get("/my/guest/").content.decode()

    assert "Library, room 4" in page
    assert "Alex" not in page
    guest = Guest.objects.get()
    assert (guest.typed_name, guest.terms_sha256, guest.opened_times) == ("Pat Lind", digest_of_terms(), 1)
    assert not Disclosure.objects.exists()
    for other in ("/my/sharing/", "/my/record/", "/my/messages/", "/my/rights/"):
        assert client.get(other).status_code in (302, 404)
    assert client.post("/my/guest/open/").status_code == 404
    kinds = list(AuditLink.objects.values_list("kind", flat=True))
    assert (kinds.count("GUEST_CHANGED"), kinds.count("CASE_OPENED") > 0) == (2, True)


def test_each_opening_of_a_document_stands_in_the_register_before_a_byte_leaves(client, settings, case):
    document(case)
    made = admit(case, Shown.AGREEMENT, is_official=True)
    comes_in(client, settings, made)
    assert client.post("/my/guest/open/").status_code == 404
    assert not Disclosure.objects.exists()
    client.post("/my/guest/sign/", SIGNED)

    answers = [client.post("/my/guest/open/") for _twice in range(2)]

    assert [one.content for one in answers] == [b"%PDF-kept"] * 2
    assert client.get("/my/guest/open/").status_code == 405
    lines = list(Disclosure.objects.all())
    assert [(one.recipient, one.basis, one.made_by) for one in lines] == [
        ("Pat Lind", "OFFICIAL", case.coordinator)
    ] * 2
    assert "Adviser of the school" in lines[0].interest
    assert AuditLink.objects.filter(kind="DOCUMENT_OPENED").count() == 2


def test_a_document_is_for_officials_and_nobody_stays_longer_than_the_office_allows(case, settings):
    document(case)
    with pytest.raises(TransitionRefused, match="officials of the institution"):
        admit(case, Shown.AGREEMENT)
    for days in (0, settings.ACCORD_GUEST_DAYS + 1):
        with pytest.raises(TransitionRefused, match="Choose from one day"):
            admit(case, days=days)
    assert (Guest.objects.count(), Pass.objects.filter(vault_key=case.matter_id).count()) == (
        0,
        case.participants.exclude(entry=None).count(),
    )


@pytest.mark.parametrize("how", ["time", "revoked", "session", "case", "kept"])
def test_when_it_is_over_the_page_does_not_exist(client, settings, case, how):
    made = admit(case)
    comes_in(client, settings, made)
    client.post("/my/guest/sign/", SIGNED)
    assert client.get("/my/guest/").status_code == 200

    moment = timezone.now()
    if how == "time":
        moment += timedelta(days=3, minutes=1)
    elif how == "revoked":
        end_guest(guest_id=made.guest.pk, by=case.coordinator)
        end_guest(guest_id=made.guest.pk, by=case.coordinator)
    elif how == "session":
        Booking.objects.update(status="CANCELLED")
    elif how == "case":
        Case.objects.filter(pk=case.pk).update(status=CaseStatus.ENDED, ending="DONE", ended_at=moment)
    else:
        type(case.matter).objects.filter(pk=case.matter_id).update(status="KEPT")

    with time_machine.travel(moment):
        comes_in(client, settings, made)
        assert client.get("/my/guest/").status_code in (302, 404)
        assert "Library" not in client.get("/my/guest/", follow=True).content.decode()
        with pytest.raises(MatterGone):
            open_for_guest(guest_id=made.guest.pk, by=made.guest.entry)
    assert Guest.objects.get().opened_times == 1


def test_nobody_signs_or_opens_for_another_guest(case):
    one, other = admit(case), admit(case, name="Kim")

    for step in (open_for_guest, lambda **facts: sign_terms(typed_name="Kim", **facts)):
        with pytest.raises(MatterGone):
            step(guest_id=one.guest.pk, by=other.guest.entry)
    with pytest.raises(PermissionDenied):
        open_for_guest(guest_id=one.guest.pk, by=one.guest.entry)


def test_where_nothing_is_kept_there_are_no_guests(client):
    case = make_case(CaseStatus.BOOKED, coordinator=make_staff())
    make_booking(case)
    sign_in(client, case.coordinator)

    assert client.get(f"/portal/guests/{case.reference}/").status_code == 404
    assert client.post(f"/portal/guests/{case.reference}/admit/", FACTS | {"shown": "SESSION"}).status_code == 404
    with pytest.raises(PermissionDenied):
        admit(case, by=verified(case.coordinator))
    assert "portal/guests" not in client.get(case.get_absolute_url()).content.decode()


def test_the_coordinator_lets_somebody_in_and_ends_it_on_screen(client, case):
    sign_in(client, case.coordinator)
    page = f"/portal/guests/{case.reference}/"
    assert page in client.get(case.get_absolute_url()).content.decode()

    wrong = client.post(f"{page}admit/", FACTS | {"shown": "AGREEMENT"})
    assert wrong.status_code == 422
    assert "Pat Lind" in wrong.content.decode()
    made = client.post(f"{page}admit/", FACTS | {"shown": "SESSION"})
    assert made.context["made"].code in made.content.decode()
    guest = Guest.objects.get()
    assert made.context["made"].code not in client.get(page).content.decode()
    assert "Terms not signed yet" in client.get(page).content.decode()

    client.post(f"{page}{guest.pk}/end/")

    guest.refresh_from_db()
    assert guest.revoked_by == case.coordinator
    assert not guest.entry.__class__.objects.usable().filter(pk=guest.entry_id).exists()


def test_a_lost_code_is_made_anew_for_the_same_thing_until_the_same_moment(client, settings, case):
    made = admit(case)
    comes_in(client, settings, made)
    client.post("/my/guest/sign/", SIGNED)
    before = Guest.objects.get()
    office = Client()
    sign_in(office, case.coordinator)
    address = f"/portal/guests/{case.reference}/{made.guest.pk}/code/"
    assert address in office.get(f"/portal/guests/{case.reference}/").content.decode()

    asked = office.get(address)
    assert "A new code for Pat Lind?" in asked.content.decode()
    assert client.get("/my/guest/").status_code == 200
    renewed = office.post(address)

    new = renewed.context["made"].code
    assert new in renewed.content.decode()
    assert client.get("/my/guest/").status_code == 302
    client.post("/my/enter/", {"code": made.code})
    assert client.get("/my/guest/").status_code == 302
    client.post("/my/enter/", {"code": new})
    assert "Library, room 4" in client.get("/my/guest/").content.decode()
    guest = Guest.objects.select_related("entry").get()
    assert (guest.ends_at, guest.signed_at, guest.purpose) == (before.ends_at, before.signed_at, before.purpose)
    assert guest.entry.expires_at == guest.ends_at
    assert AuditLink.objects.filter(kind="PASS_ISSUED").count() == 1


@pytest.mark.parametrize("how", ["time", "ended", "session"])
def test_once_it_is_over_a_lost_code_stays_lost(client, case, how):
    made, moment = admit(case), timezone.now()
    if how == "time":
        moment += timedelta(days=3, minutes=1)
    elif how == "ended":
        end_guest(guest_id=made.guest.pk, by=case.coordinator)
    else:
        Booking.objects.update(status="CANCELLED")
    hashed = Pass.objects.get(pk=made.guest.entry_id).code_hash

    with time_machine.travel(moment):
        sign_in(client, case.coordinator)
        page = client.post(f"/portal/guests/{case.reference}/{made.guest.pk}/code/", follow=True)

    assert "time is over. Let them in anew" in page.content.decode()
    assert "They lost their code" not in page.content.decode()
    assert Pass.objects.get(pk=made.guest.entry_id).code_hash == hashed
    assert not AuditLink.objects.filter(kind="PASS_ISSUED").exists()


def test_nobody_but_those_who_coordinate_the_open_case_makes_a_guest_a_new_code(client, case):
    made = admit(case)
    stranger, other = make_staff(first_name="Elsewhere"), make_kept_case(CaseStatus.BOOKED, programme=case.programme)
    address = f"/portal/guests/{case.reference}/{made.guest.pk}/code/"
    sign_in(client, other.coordinator)
    assert client.post(f"/portal/guests/{other.reference}/{made.guest.pk}/code/").status_code == 404
    sign_in(client, stranger)
    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]
    with pytest.raises(PermissionDenied):
        renew_guest_code(guest_id=made.guest.pk, by=verified(stranger))
    long_ago = Client()
    sign_in(long_ago, case.coordinator, stepped_up_at=timezone.now() - timedelta(minutes=11))
    assert "confirm who you are" in long_ago.post(address).content.decode()
    Case.objects.filter(pk=case.pk).update(status=CaseStatus.ENDED, ending="DONE", ended_at=timezone.now())
    sign_in(client, case.coordinator)

    assert client.post(address).status_code == 403
    assert Pass.objects.get(pk=made.guest.entry_id).code_hash == made.guest.entry.code_hash


def test_ids_of_another_case_and_people_of_another_programme_end_nothing(client, case):
    made = admit(case)
    other = make_kept_case(CaseStatus.BOOKED, programme=case.programme)
    sign_in(client, other.coordinator)
    assert client.post(f"/portal/guests/{other.reference}/{made.guest.pk}/end/").status_code == 404
    stranger = make_staff(first_name="Elsewhere")
    sign_in(client, stranger)
    assert client.get(f"/portal/guests/{case.reference}/").status_code == 404
    assert client.post(f"/portal/guests/{case.reference}/{made.guest.pk}/end/").status_code == 404
    with pytest.raises(PermissionDenied):
        end_guest(guest_id=made.guest.pk, by=verified(stranger))
    assert Guest.objects.get().revoked_at is None


def test_what_a_guest_sees_of_a_draft_is_nothing(case):
    make_resolution(case=case)
    assert Resolution.objects.exists()

    with pytest.raises(TransitionRefused, match="nothing of this kind"):
        admit(case, Shown.AGREEMENT, is_official=True)


def test_while_there_is_nothing_to_show_the_page_says_what_it_could_be(client, case):
    case.bookings.all().delete()
    sign_in(client, case.coordinator)

    answer = client.get(f"/portal/guests/{case.reference}/admit/", follow=True)

    assert "There is nothing yet that a guest could see" in answer.text
    assert "Let somebody in" not in answer.text
