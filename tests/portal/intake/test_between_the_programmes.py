"""Two programmes side by side: one person in both, staff who are a party, and references of the one in the other."""

from types import SimpleNamespace

import pytest
from django.test import Client

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case, Tie
from portal.intake.actions import end_request
from portal.intake.models import Request
from portal.joining.actions import join
from portal.records import destruction
from portal.records.actions import close
from portal.vault.keystore.models import Token
from tests.factories import make_case, make_neutral, make_request, make_staff, sign_in, use_pass, verified
from tests.factories.closing import confirm_all_outside
from tests.factories.joining import allow
from tests.factories.texts import make_resolution_texts, make_texts
from tests.security.world import NO_ID, STAFF_URLS, World, tried

pytestmark = pytest.mark.django_db
SEEN_BY_NOBODY_ELSE = {403, 404}


@pytest.fixture
def both():
    """Alex has written to each of them, under the same name and address."""
    mediation, keeping = make_texts(), make_resolution_texts()
    here = make_request(programme=mediation, story="We share a room and cannot sleep.")
    there = make_request(programme=keeping, story="He mocks the way I speak.")
    return here, there


def test_staff_of_the_one_see_nothing_of_the_other(both):
    here, there = both
    for mine, other in ((here, there), (there, here)):
        staff = verified(make_staff("DIRECTOR", mine.programme))
        client = Client()
        sign_in(client, staff)
        page = client.get(mine.get_absolute_url()).content.decode()
        assert other.reference not in page
        assert client.get(other.get_absolute_url()).status_code == 404
        assert list(Request.objects.visible_to(staff)) == [mine]
        assert other.reference not in client.get("/portal/cases/?q=Alex+Rivera").content.decode()


def test_each_code_opens_its_own_page_only(both):
    here, there = both
    for mine, other in ((here, there), (there, here)):
        client = Client()
        use_pass(client, mine.entry)
        held = client.get("/my/held/").content.decode()
        assert mine.story in held
        assert other.story not in held
        assert other.reference not in client.get("/my/").content.decode()


def test_whoever_works_in_both_cannot_make_one_of_the_two(both):
    here, there = both
    by = make_staff("COORDINATOR", here.programme)
    by.grants.create(role="COORDINATOR", programme=there.programme, interest="Both")
    allow(here, there, by=by)

    with pytest.raises(TransitionRefused, match="cannot be joined"):
        join(request_id=here.pk, other_id=there.pk, by=by)


def test_destroying_the_one_leaves_the_other_whole(both):
    here, there = both
    by = make_staff("DIRECTOR", here.programme)
    end_request(request_id=here.pk, ending="NOT_PURSUED", by=here.entry)
    confirm_all_outside(here.matter, by)
    before = Token.objects.filter(key_id=there.vault_key).count()

    destruction.finish(close(matter_id=here.matter_id, by=by).pk)

    assert not Token.objects.filter(key_id=here.vault_key).exists()
    assert Token.objects.filter(key_id=there.vault_key).count() == before > 0
    assert Request.objects.get().story == "He mocks the way I speak."


def test_staff_who_are_a_party_do_not_find_their_own_matter_at_work():
    programme = make_resolution_texts()
    director = make_staff("DIRECTOR", programme, email="dora@example.edu")
    make_staff(programme=programme)
    request = make_request(programme=programme, contact={"email": "Dora@example.edu", "when": ""})

    client = Client()
    sign_in(client, director)

    assert Tie.objects.filter(matter=request.matter, person=director, answer="YES").exists()
    for address in (request.get_absolute_url(), f"/portal/allegations/{request.reference}/"):
        assert client.get(address).status_code == 404
    assert request.reference not in client.get("/portal/requests/").content.decode()
    use_pass(client, request.entry)
    assert request.story in client.get("/my/held/").content.decode()


@pytest.mark.parametrize("own", ["MEDIATION", "ADR"])
def test_no_address_opens_anything_with_a_reference_of_the_other_programme(own):
    programmes = {"MEDIATION": make_texts(), "ADR": make_resolution_texts()}
    other = programmes["ADR" if own == "MEDIATION" else "MEDIATION"]
    coordinator = verified(make_staff(programme=other))
    case = make_case(programme=other, coordinator=coordinator, accepted=[make_neutral()])
    world = World(case, case, SimpleNamespace(pk=NO_ID), make_request(programme=other))
    client = Client()
    sign_in(client, make_staff("DIRECTOR", programmes[own]))

    opened = {}
    for name, asked in STAFF_URLS.items():
        if "reference" in asked:
            status = tried(client, world.address(name, asked)).status_code
            if status not in SEEN_BY_NOBODY_ELSE:
                opened[name] = status

    assert opened == {}
    assert Case.objects.count() == 1
