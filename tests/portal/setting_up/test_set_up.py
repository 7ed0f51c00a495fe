"""The assistant: sensible answers, a preview that must be read, and nobody taken in before the texts are approved."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from portal.accounts.actions import NotPossible
from portal.accounts.models import User
from portal.documents.models import DocumentTemplate
from portal.documents.statuses import VersionStatus
from portal.handbook.models import Notice, Procedure
from portal.intake.queries import logs_contacts_for, taking_people_in
from portal.programmes.models import Programme
from portal.programmes.seeding import MEDIATION, RESOLUTION
from portal.records.preview import FINAL_AGREEMENT, UNDER_OWN_KEYS, UNDER_THE_KEY, preview
from portal.records.schedule import SCHEDULE
from portal.records.schedule.rules import How
from portal.screening.models import RubricVersion
from portal.setting_up import actions
from portal.setting_up.queries import steps
from portal.setting_up.starting import ALL_SWITCHES, Like, defaults_of
from tests.factories.people import make_staff
from tests.factories.signing_in import sign_in, verified

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

URL = "/portal/set-up/"


def answers(director, like=Like.KEEPS, **changes):
    """What a browser sends for the page as it is shown: a box that is off sends nothing."""
    switches = {name: value for name, value in defaults_of(like).items() if value is not False}
    told = {"name": "Housing", "code": "HOUSING", "director_id": str(director.pk), **switches, **changes}
    return {name: value for name, value in told.items() if value is not None}


def set_up(by, **changes):
    switches = {"name": "Housing", **defaults_of(Like.KEEPS)} | changes
    return actions.set_up(code="HOUSING", switches=switches, director_id=by.pk, by=verified(by))


def test_what_is_looked_at_is_set_up_with_director_and_drafts(client):
    director = make_staff("DIRECTOR")
    sign_in(client, director)

    looked = client.post(f"{URL}?like=KEEPS", answers(director))
    assert not Programme.objects.filter(code="HOUSING").exists()
    seen = looked.context["form"].data["seen"]
    done = client.post(f"{URL}?like=KEEPS", answers(director, seen=seen, is_read="on"))

    assert done.url == reverse("portal:setting_up:left_to_do", args=["HOUSING"])
    programme = Programme.objects.get(code="HOUSING")
    assert {name: getattr(programme, name) for name in ALL_SWITCHES} == {
        name: value for name, value in defaults_of(Like.KEEPS).items() if name != "conducts"
    }
    assert programme.grants.filter(role="DIRECTOR", user=director).count() == 1
    for model in (Notice, DocumentTemplate, Procedure):
        texts = model.objects.filter(programme=programme)
        assert texts.exists()
        assert set(texts.values_list("status", flat=True)) == {VersionStatus.DRAFT}
    assert RubricVersion.objects.get(programme=programme).is_draft


def test_an_answer_changed_after_the_preview_is_shown_again_and_sets_nothing_up(client):
    director = make_staff("DIRECTOR")
    sign_in(client, director)
    seen = client.post(f"{URL}?like=KEEPS", answers(director)).context["form"].data["seen"]

    page = client.post(f"{URL}?like=KEEPS", answers(director, seen=seen, is_read="on", retention_years=12))

    assert "Kept for 12 years" in page.content.decode()
    assert not Programme.objects.filter(code="HOUSING").exists()


def test_a_preview_that_was_not_read_sets_nothing_up(client):
    director = make_staff("DIRECTOR")
    sign_in(client, director)
    seen = client.post(f"{URL}?like=KEEPS", answers(director)).context["form"].data["seen"]

    client.post(f"{URL}?like=KEEPS", answers(director, seen=seen))

    assert not Programme.objects.filter(code="HOUSING").exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"destroys_at_close": "on"}, "cannot keep the final agreement"),
        ({"tracks_allegations": None}, "only where each allegation is decided on"),
        ({"code": "housing 2"}, "Capital letters and digits"),
        ({"code": "MEDIATION"}, "There is a programme with this short name already."),
        ({"conducts": None}, "Please answer this question."),
        ({"conducts": ["DUEL"]}, "Please choose one of the answers listed here."),
        ({"retention_years": "0"}, "greater than or equal to 1"),
        ({"retention_years": "ever"}, "whole number"),
        ({"director_id": "b7a1c1f2-0000-4000-8000-000000000000"}, "Please choose one of the answers listed here."),
        ({"name": "x" * 81}, "shorten this by 1 letter: at most 80 fit"),
    ],
)
def test_answers_that_cannot_be_are_said_beside_them_and_nothing_is_lost(client, changes, words):
    director = make_staff("DIRECTOR")
    sign_in(client, director)

    page = client.post(f"{URL}?like=KEEPS", answers(director, **changes))

    assert words in page.content.decode()
    assert "What this programme will keep and destroy" not in page.content.decode()
    assert "answer_days" in page.content.decode()
    assert Programme.objects.count() == 1


def test_an_unknown_starting_point_asks_the_first_question_again(client):
    sign_in(client, make_staff("DIRECTOR"))

    page = client.get(f"{URL}?like=SOMETHING").content.decode()

    assert page.count("?like=") == len(Like)


@pytest.mark.parametrize("role", ["COORDINATOR", "CASE_MANAGER", "TRAINING_MANAGER", "AUDITOR"])
def test_whoever_leads_no_programme_sets_none_up(client, role):
    person = make_staff(role)
    sign_in(client, person)

    assert client.get(f"{URL}?like=KEEPS").status_code == 403
    with pytest.raises(PermissionDenied):
        set_up(person)
    assert not Programme.objects.filter(code="HOUSING").exists()


def test_an_intern_cannot_lead_one_and_the_whole_is_taken_back():
    director = make_staff("DIRECTOR")
    intern = make_staff("INTERN")

    with pytest.raises(NotPossible):
        actions.set_up(
            code="HOUSING",
            switches={"name": "Housing", **defaults_of(Like.KEEPS)},
            director_id=intern.pk,
            by=verified(director),
        )

    assert not Programme.objects.filter(code="HOUSING").exists()


def test_switches_that_contradict_each_other_are_refused_by_the_action_too():
    with pytest.raises(ValidationError):
        set_up(make_staff("DIRECTOR"), destroys_at_close=True)


def test_nobody_is_taken_in_until_every_first_text_is_approved():
    director = make_staff("DIRECTOR")
    programme = set_up(director)
    leads = verified(User.objects.get(pk=director.pk))
    assert programme not in logs_contacts_for(leads)

    Notice.objects.filter(programme=programme).update(status=VersionStatus.APPROVED, approved_at="2026-11-02T12:00Z")
    assert programme not in taking_people_in()
    drafts = DocumentTemplate.objects.filter(programme=programme)
    drafts.update(status=VersionStatus.APPROVED, approved_at="2026-11-02T12:00Z")

    assert programme in logs_contacts_for(leads)


def test_the_list_of_what_is_left_says_what_is_missing_and_where(client):
    director = make_staff("DIRECTOR")
    programme = set_up(director)
    sign_in(client, director)

    page = client.get(f"{URL}HOUSING/")

    missing = {step.what: step.missing for step in steps(programme)}
    assert missing["A director"] == ""
    assert missing["A coordinator"] == "Nobody has this role yet."
    assert missing["Notices"].endswith("texts wait to be read and approved.")
    assert missing["The screening rubric"]
    assert missing["Who answers in an emergency"]
    assert "Mediation" in missing["People who conduct"]
    assert all(step.url in page.content.decode() for step in steps(programme))
    assert client.get(f"{URL}NOWHERE/").status_code == 404


def test_the_preview_speaks_of_every_kind_of_thing_that_is_sealed():
    told = " ".join([*UNDER_THE_KEY.values(), FINAL_AGREEMENT, *UNDER_OWN_KEYS.values()]).split()
    sealed = {
        key.split(".")[1] for key, rule in SCHEDULE.items() if key.startswith("portal.") and rule.how is How.WITH_KEY
    }

    # The trail has a line of its own.
    assert sorted(told) == sorted(sealed - {"AuditLink"})


@pytest.mark.parametrize(
    ("switches", "words"),
    [
        (MEDIATION, "Destroyed when the case closes; backups cannot bring it back."),
        (RESOLUTION, "Kept for 7 years; then destroyed once two people have signed."),
        (RESOLUTION | {"retention_years": 3}, "Kept for 3 years, under Title IX for 7; then destroyed"),
    ],
)
def test_the_preview_follows_the_switches(switches, words):
    fates = preview(Programme(code="NEW", **switches))

    of_the_people = next(fate for fate in fates if "Who people are" in str(fate.what))
    assert of_the_people.becomes.startswith(words)
    assert of_the_people.stays is not switches.get("destroys_at_close", True)


def test_a_final_agreement_is_never_stored_where_the_switch_is_off():
    fates = {str(fate.what): fate for fate in preview(Programme(code="NEW", **MEDIATION))}

    assert fates["What people agree on in the end"].becomes == "Never stored: printed for them, and gone."
