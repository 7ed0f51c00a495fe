"""The policy library: versions like every text, shown beside allegations and documents, looked at again on a day."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from portal.documents.models import DocumentTemplate
from portal.documents.versions import ChangedMeanwhile
from portal.handbook import actions
from portal.handbook.models import Policy
from portal.handbook.queries import policies_of
from portal.programmes.statuses import Law
from tests.counting import full_cost
from tests.factories import make_programme, make_staff, sign_in
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"portal:handbook:{name}", args=args)


def soon(days=30):
    return timezone.localdate() + timedelta(days=days)


def entry(programme, **facts):
    usual = {
        "slug": "equal-treatment",
        "title": "Equal treatment",
        "body": "Nobody is treated worse.",
        "owner": "Provost",
    }
    return Policy(programme=programme, **{**usual, "review_on": soon(), "laws": ["TITLE_IX"], **facts})


def in_use(programme, by, **facts):
    draft = actions.draft_policy(policy=entry(programme, **facts), by=by)
    return actions.approve_policy(policy_id=draft.pk, fingerprint=draft.fingerprint, by=by)


@pytest.fixture
def programme():
    return make_texts()


@pytest.fixture
def director(programme):
    return make_staff("DIRECTOR")


def test_a_next_version_carries_its_facts_and_replaces_the_one_before(programme, director):
    first = in_use(programme, director)
    second = in_use(programme, director, laws=["TITLE_VII"], owner="Human resources")

    first.refresh_from_db()
    assert (first.status, second.version) == ("SUPERSEDED", 2)
    assert policies_of(programme) == [second]
    assert (second.owner, second.laws) == ("Human resources", ["TITLE_VII"])


def test_whoever_approves_has_read_the_facts_too(programme, director):
    draft = actions.draft_policy(policy=entry(programme), by=director)
    read = draft.fingerprint
    actions.draft_policy(policy=entry(programme, laws=["OTHER"]), by=director)

    with pytest.raises(ChangedMeanwhile):
        actions.approve_policy(policy_id=draft.pk, fingerprint=read, by=director)


def test_only_who_may_drafts_approves_and_confirms(programme, director):
    made = in_use(programme, director)
    draft = actions.draft_policy(policy=entry(programme, title="New"), by=make_staff("COORDINATOR"))

    with pytest.raises(PermissionDenied):
        actions.draft_policy(policy=entry(programme), by=make_staff("NEUTRAL"))
    with pytest.raises(PermissionDenied):
        actions.approve_policy(policy_id=draft.pk, fingerprint=draft.fingerprint, by=make_staff("COORDINATOR"))
    with pytest.raises(PermissionDenied):
        actions.confirm_policy(policy_id=made.pk, again_on=soon(), by=make_staff("COORDINATOR"))


def test_on_its_day_it_stands_on_top_until_somebody_says_that_it_holds(client, programme, director):
    made = in_use(programme, director, review_on=soon(1))
    sign_in(client, director)
    assert "Do these still hold?" not in client.get(url("policies")).text

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        sign_in(client, director)
        assert list(Policy.objects.to_review()) == [made]
        assert "Do these still hold?" in client.get(url("policies")).text
        wrong = client.post(url("confirm_policy", made.pk), {"again_on": timezone.localdate().isoformat()})
        client.post(url("confirm_policy", made.pk), {"again_on": soon(90).isoformat()})
        assert wrong.status_code == 422
        assert "still to come" in wrong.text
        assert not Policy.objects.to_review().exists()


def test_an_unknown_address_or_law_is_refused(programme, director):
    with pytest.raises(ValidationError):
        actions.draft_policy(policy=entry(programme, address="javascript:alert(1)"), by=director)


def test_written_on_screen_without_losing_what_was_typed(client, programme, director):
    sign_in(client, director)
    typed = {"programme": programme.pk, "slug": "no-retaliation", "title": "No retaliation", "owner": "Counsel"}
    typed |= {"body": "Nobody pays for speaking up.", "laws": ["TITLE_IX", "OTHER"], "kinds": ["LETTER"]}

    wrong = client.post(url("add_policy"), typed | {"review_on": "2020-01-01", "laws": ["MARS"]})
    client.post(url("add_policy"), typed | {"review_on": soon().isoformat()})
    again = client.post(url("add_policy"), typed | {"review_on": soon().isoformat()})

    assert wrong.status_code == 422
    assert "Nobody pays for speaking up." in wrong.text
    assert "There is an entry of this name" in again.text
    made = Policy.objects.get()
    client.post(url("approve_policy", made.pk), {"fingerprint": made.fingerprint})
    page = client.get(made.get_absolute_url()).text
    assert str(Law.TITLE_IX.label) in page
    letter = DocumentTemplate.objects.get(kind="LETTER", programme=programme)
    assert "No retaliation" in client.get(letter.get_absolute_url()).text


def test_the_library_shows_what_is_under_one_law(client, programme, director):
    in_use(programme, director)
    in_use(programme, director, slug="records", title="Student records", laws=[])
    sign_in(client, director)

    page = client.get(url("policies"), {"law": "TITLE_IX"}).text
    forged = client.get(url("policies"), {"law": "<b>"}).text

    assert "Equal treatment" in page
    assert "Student records" not in page
    assert "Student records" in forged


def test_another_programme_reads_nothing_of_it(client, programme, director):
    made = in_use(programme, director)
    sign_in(client, make_staff("DIRECTOR", programme=make_programme("OTHER")))

    for name in ("policy", "draft_policy"):
        assert client.get(url(name, made.pk)).status_code == 404
    for name in ("approve_policy", "confirm_policy"):
        assert client.post(url(name, made.pk)).status_code == 404


def test_the_library_costs_the_same_with_one_and_with_three(client, programme, director):
    in_use(programme, director)
    sign_in(client, director)
    client.get(url("policies"))
    one = full_cost(client, url("policies"))

    for slug in ("second", "third"):
        in_use(programme, director, slug=slug)

    assert full_cost(client, url("policies")) == one <= 15
