"""My learning behind both doors, certificates, and the page on which anybody asks whether one holds."""

import io
from datetime import timedelta

import pdfplumber
import pytest
from django.core.cache import cache
from django.utils import timezone

from portal.passes.actions import begin_visit
from tests.counting import full_cost
from tests.factories import make_staff, sign_in
from tests.factories.learning import make_entry, make_shared
from tests.factories.training import make_certification, make_credit, make_learner, make_requirement
from training import certificates
from training.models import LogEntry, Observation, SelfDescription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
PAGE, OWN = "/my/training/learning/", "/portal/learning/"
CODE = "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ"


@pytest.fixture
def learner(client, settings):
    """Somebody who came in with their personal code."""
    learner = make_learner("Robin Vale")
    client.cookies[settings.ACCORD_PASS_COOKIE] = begin_visit(entry=learner.entry)
    return learner


def words(response):
    return " ".join(response.content.decode().split())


def test_the_page_says_what_is_done_and_what_is_missing_in_words(client, learner):
    make_requirement("BASIC", minimum=16)
    make_requirement("LEAD", "CO_LED", 4)
    make_credit(learner, amount=48)

    page = words(client.get(PAGE))

    assert "Hours that count so far: 12" in page
    assert "4 more hours of training" in page
    assert "2 different people who know your work have to vouch for you" in page


def test_hours_that_are_dated_ahead_do_not_count_yet(client, learner):
    make_credit(learner, amount=8)
    make_credit(learner, amount=40, earned_on=timezone.localdate() + timedelta(days=1))

    page = words(client.get(PAGE))

    assert "Hours that count so far: 2" in page
    assert "10 hours" not in page


def test_somebody_who_signs_in_sees_their_own_page_and_somebody_without_courses_an_invitation(client):
    user = make_staff("NEUTRAL")
    sign_in(client, user)
    assert "Nothing here yet" in words(client.get(OWN))

    other, mine = make_learner("Somebody Else"), make_learner("Robin Vale")
    mine.user = user
    mine.save()
    make_credit(other, amount=400)
    make_credit(mine, amount=4)

    assert "Hours that count so far: 1" in words(client.get(OWN))


def test_a_training_manager_sees_on_this_page_nobody_but_themselves(client):
    sign_in(client, make_staff("TRAINING_MANAGER"))
    make_credit(make_learner("Robin Vale"), amount=4)

    assert "Nothing here yet" in words(client.get(OWN))


def test_an_entry_is_added_and_taken_back(client, learner):
    facts = {"what": "A day on listening", "category": "MEDIATION", "hours": "1.5", "done_on": "2026-01-10"}

    client.post(f"{PAGE}log/", facts)
    entry = LogEntry.objects.get()
    assert (entry.quarters, entry.what) == (6, "A day on listening")
    client.post(f"{PAGE}log/{entry.pk}/remove/")

    assert LogEntry.objects.count() == 0


@pytest.mark.parametrize("wrong", [{"hours": "1.3"}, {"hours": "0"}, {"done_on": "2099-01-01"}, {"category": "X"}])
def test_a_wrong_entry_loses_nothing_and_changes_nothing(client, learner, wrong):
    facts = {"what": "A day on listening", "category": "MEDIATION", "hours": "1.5", "done_on": "2026-01-10"}

    response = client.post(f"{PAGE}log/", facts | wrong)

    assert "A day on listening" in words(response)
    assert "Error:" in words(response)
    assert LogEntry.objects.count() == 0


def test_an_entry_of_somebody_else_does_not_exist(client, learner):
    entry = make_entry(make_learner())

    assert client.post(f"{PAGE}log/{entry.pk}/remove/").status_code == 404
    assert LogEntry.objects.count() == 1


def test_shared_feedback_is_new_once_and_then_read(client, learner):
    make_shared(learner)

    first, second = words(client.get(PAGE)), words(client.get(PAGE))

    assert "Shorter sentences." in first
    assert ("> new <" in first.replace("new</span>", "> new <"), Observation.objects.get().read_at is None) == (
        True,
        False,
    )
    assert "new</span>" not in second


def test_a_certificate_is_a_tagged_pdf_for_its_owner_alone_until_it_is_taken_back(client, learner):
    mine = make_certification(learner, code=CODE)
    other = make_certification(make_learner(), code="OTHER")

    response = client.get(f"{PAGE}certificates/{mine.pk}/")
    with pdfplumber.open(io.BytesIO(response.content)) as opened:
        catalogue, text = opened.doc.catalog, opened.pages[0].extract_text()
        assert (len(opened.pages), catalogue["MarkInfo"]["Marked"]) == (1, True)
    assert "Robin Vale" in text
    assert CODE in text
    assert client.get(f"{PAGE}certificates/{other.pk}/").status_code == 404
    mine.revoked_at, mine.revoked_by, mine.revoked_reason = timezone.now(), make_staff(), "Asked to"
    mine.save()

    assert client.get(f"{PAGE}certificates/{mine.pk}/").status_code == 404
    assert "Asked to" in words(client.get(PAGE))


def test_the_certificate_names_person_level_days_and_code(office):
    certification = make_certification(make_learner("Robin <b>Vale"), level="LEAD", code=CODE)

    sheet = certificates.sheet(certification, office)

    assert "Robin &lt;b&gt;Vale" in sheet
    assert "Lead mediator" in sheet
    assert CODE in sheet
    assert "/certificates/" in sheet


def ask(client, code=CODE, level="LEAD"):
    return client.post("/certificates/", {"code": code, "level": level})


def answer(response):
    """The page without the token of its form and what was typed."""
    page = words(response)
    return page[page.index('role="status"') : page.index("</form>")].split('role="status"')[1].split("</div>")[0]


def test_anybody_learns_whether_a_certificate_holds_and_nothing_else(client):
    make_certification(make_learner("Robin Vale"), level="LEAD", code=CODE)

    pages = [words(ask(client, code)) for code in (CODE, CODE.lower().replace("-", " "), f" {CODE.replace('-', '')} ")]

    assert all("Yes, it holds today" in page for page in pages)
    assert not any("Robin" in page or "Vale" in page for page in pages)


def test_unknown_ended_taken_back_and_of_another_level_get_the_same_answer(client):
    learner, today = make_learner(), timezone.localdate()
    make_certification(learner, level="LEAD", code="AAAA-AAAA", expires_on=today - timedelta(days=1))
    make_certification(
        learner, level="LEAD", code="BBBB-BBBB", revoked_at=timezone.now(), revoked_by=make_staff(), revoked_reason="X"
    )
    make_certification(learner, level="BASIC", code="CCCC-CCCC")

    answers = {answer(ask(client, code)) for code in ("AAAA-AAAA", "BBBB-BBBB", "CCCC-CCCC", "DDDD-DDDD", "%00'--")}

    assert len(answers) == 1
    assert "No such certificate holds today" in answers.pop()


def test_a_code_in_the_address_fills_the_form_and_answers_nothing(client):
    make_certification(make_learner(), level="LEAD", code=CODE)

    page = words(client.get(f"/certificates/?code={CODE}"))

    assert f'value="{CODE}"' in page
    assert "holds today" not in page


def test_guessing_from_one_network_is_stopped_and_the_answer_withheld(client):
    cache.clear()
    make_certification(make_learner(), level="LEAD", code=CODE)
    for _ in range(20):
        ask(client, "DDDD-DDDD")

    stopped = ask(client)

    assert stopped.status_code == 429
    assert "holds today" not in words(stopped)


def test_describing_oneself_adds_to_numbers_and_names_nobody(client, learner):
    answers = {"GENDER": "WOMAN", "ROLE": "STAFF", "RACE": ""}

    client.post(f"{PAGE}about/", answers)
    again = client.post(f"{PAGE}about/", answers)

    assert "counted" in words(again)
    assert set(SelfDescription.objects.values_list("question", "answer", "count")) == {
        ("GENDER", "WOMAN", 1),
        ("ROLE", "STAFF", 1),
    }
    assert {field.name for field in SelfDescription._meta.get_fields()} == {"id", "term", "question", "answer", "count"}


def test_an_unknown_answer_is_refused(client, learner):
    response = client.post(f"{PAGE}about/", {"GENDER": "PURPLE"})

    assert "Please choose one of the answers" in words(response)
    assert SelfDescription.objects.count() == 0


def test_the_page_costs_the_same_however_much_somebody_has_learned(client, learner):
    make_requirement("BASIC", minimum=16)

    def more():
        make_credit(learner)
        make_entry(learner)
        make_shared(learner)
        make_certification(learner, granted_on=timezone.localdate() - timedelta(days=LogEntry.objects.count()))
        client.get(PAGE)

    more()
    one = full_cost(client, PAGE)
    more()
    more()

    assert full_cost(client, PAGE) == one
    assert one <= 15
