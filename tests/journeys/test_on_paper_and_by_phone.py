"""Nobody but staff touches a device: everything comes by phone, in person or on paper."""

import pytest

from portal.agreements.models import Signature
from portal.agreements.statuses import SigningMethod
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Ending

from . import from_request_to_everyone as first
from . import from_the_pair_to_the_session as middle
from . import from_the_session_to_nothing as last
from . import written_down as office
from .actors import open_office, sign_in_by_hand

ALEX, SAM = "Alex Rivera", "Sam Lee"
PAIR = ["Noor Haddad", "Milo Santos"]


@pytest.fixture
def team(live_server):
    return open_office()


@pytest.fixture
def coordinator(person, team):
    coordinator = person()
    sign_in_by_hand(coordinator, team.dana)
    return coordinator


def test_a_mediation_goes_by_phone_and_on_paper_and_only_staff_open_a_page(coordinator):
    case = everyone_takes_part_by_phone(coordinator)

    middle.choose_the_pair(coordinator, case, PAIR)
    for name in PAIR:
        office.the_mediator_answered_by_phone(coordinator, case, name)
    for name in (ALEX, SAM, *PAIR):
        office.times_were_told(coordinator, case, name)
    middle.book(coordinator, case)
    session = last.open_the_session(coordinator, case)
    last.look_once_more(coordinator, session)
    last.say_who_is_here(coordinator, session, [ALEX, SAM, *PAIR])
    office.everyone_signed_on_paper(coordinator, session, [ALEX, SAM, *PAIR])
    last.start(coordinator, session)
    last.end(coordinator, session)

    assert set(Signature.objects.values_list("method", flat=True)) == {SigningMethod.PAPER}
    assert Signature.objects.count() == 4
    assert Case.objects.get().status == CaseStatus.HELD

    office.a_further_session_is_wanted(coordinator, case, [ALEX, SAM])
    assert Case.objects.get().status == CaseStatus.ARRANGING


def test_somebody_withdraws_by_phone_and_it_takes_effect_at_once(coordinator):
    case = everyone_takes_part_by_phone(coordinator)

    office.somebody_withdraws_by_phone(coordinator, case, SAM)

    ended = Case.objects.get()
    assert (ended.status, ended.ending) == (CaseStatus.ENDED, Ending.WITHDRAWN)
    last.say_that_all_outside_is_gone(coordinator, case)
    last.destroy(coordinator)
    assert not Case.objects.exists()


def everyone_takes_part_by_phone(coordinator):
    """A call is logged and screened, the other party is phoned; returns the address of the case."""
    reference = office.a_call_is_logged(coordinator, ALEX, SAM)
    coordinator.open(f"/portal/requests/{reference}/")
    case = first.find_it_suitable(coordinator)
    office.write_down(coordinator, case, ALEX, "We may go on", "By phone")
    office.somebody_may_be_phoned(coordinator, case, SAM)
    first.start_inviting(coordinator, case)
    office.phone_them(coordinator, case, SAM)
    for name, how in ((ALEX, "In person"), (SAM, "On paper")):
        office.write_down(coordinator, case, name, "Rights and notice", how)
        office.write_down(coordinator, case, name, "Takes part", "By phone")
    assert Case.objects.get().status == CaseStatus.ARRANGING
    return case
