"""Forms that editors build: kind to people, closed to programs, and forgetful."""

import io
import re
import secrets
from datetime import timedelta

import openpyxl
import pytest
import time_machine
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, rich_text

from pages.cms.answers import harmless
from pages.models import FormAnswer, FormPage
from pages.public_forms import limits
from pages.retention import delete_old_answers
from tests.counting import cost
from tests.factories import make_event, make_form, make_home, make_office, make_user, sign_in

from .editing import editor, make_in_cms, preview
from .reading import words_of

pytestmark = pytest.mark.django_db
GIVEN = {"your_name": "Alex", "what_would_you_like_to_tell_us": "Thank you.", "which_evening_suits_you": "Monday"}
LATER = timedelta(seconds=10)


def ticket_in(html):
    return re.search(r'name="ticket" value="([^"]+)"', html)[1]


def send(client, form, *, after=LATER, ticket="", **changes):
    """Open the form, fill it in and send it some seconds later."""
    ticket = ticket or ticket_in(client.get(form.url).content.decode())
    with time_machine.travel(timezone.now() + after, tick=False):
        return client.post(form.url, GIVEN | {"ticket": ticket} | changes)


def test_a_form_is_sent_kept_and_thanked_for(client):
    form = make_form(thanks_heading="You are in")

    response = send(client, form)

    thanks = client.get(response.url)
    (answer,) = FormAnswer.objects.all()
    assert (response.status_code, response.url) == (302, f"{form.url}?sent=yes")
    assert "You are in" in words_of(thanks.content.decode())
    assert "after 30 days" in words_of(thanks.content.decode())
    assert answer.form_data == GIVEN
    assert {field.name for field in FormAnswer._meta.fields} == {"id", "form_data", "page", "submit_time"}


def test_the_page_and_its_thanks_are_kept_by_no_cache(client):
    form = make_form()

    assert client.get(form.url)["Cache-Control"] == "no-store"
    assert client.get(f"{form.url}?sent=yes")["Cache-Control"] == "no-store"


def test_beside_every_box_for_free_words_stands_where_a_conflict_belongs(client):
    form = make_form(questions=[("singleline", "One", ""), ("multiline", "Two", ""), ("radio", "Three", "a\nb")])

    html = client.get(form.url).content.decode()

    assert html.count('Please do not describe a conflict here; for that there is <a href="/request/">') == 2


def test_what_is_wrong_is_said_kindly_and_nothing_typed_is_lost(client):
    form = make_form()

    response = send(client, form, your_name="", which_evening_suits_you="Sunday")

    html = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error:" in html
    assert 'href="#id_your_name"' in html
    assert "Thank you." in html
    assert not FormAnswer.objects.exists()


def test_too_many_words_are_said_not_cut_off(client):
    form = make_form()

    response = send(client, form, what_would_you_like_to_tell_us="x" * 4001)

    assert "Please shorten this by 1 letter: at most 4,000 fit." in response.content.decode()
    assert "maxlength" not in response.content.decode()


def test_a_program_that_fills_in_everything_is_stopped(client):
    form = make_form()

    response = send(client, form, website_2="https://spam.example.com")

    assert response.status_code == 422
    assert "catch programs, not people" in response.content.decode()
    assert not FormAnswer.objects.exists()


@pytest.mark.parametrize(
    ("after", "words"), [(timedelta(seconds=1), "That was very quick"), (timedelta(days=3), "open for a long time")]
)
def test_too_quick_and_too_old_is_sent_by_pressing_once_more(client, after, words):
    form = make_form()

    refused = send(client, form, after=after)
    again = send(client, form, after=after + LATER, ticket=ticket_in(refused.content.decode()))

    assert refused.status_code == 422
    assert words in words_of(refused.content.decode())
    assert refused.content.decode().count(words) == 1
    assert again.status_code == 302


@pytest.mark.parametrize("ticket", ["", "made:up:ticket", "x" * 500])
def test_a_made_up_ticket_sends_nothing(client, ticket):
    form = make_form()

    response = client.post(form.url, GIVEN | {"ticket": ticket})

    assert response.status_code == 422
    assert not FormAnswer.objects.exists()


def test_sent_twice_is_one_answer(client):
    form = make_form()
    ticket = ticket_in(client.get(form.url).content.decode())

    for _time in range(2):
        assert send(client, form, ticket=ticket).status_code == 302

    assert FormAnswer.objects.count() == 1


def test_a_network_that_sends_too_much_waits_and_keeps_its_words(client, monkeypatch):
    form = make_form()
    monkeypatch.setattr(limits.SENDING, "per_network", 2)
    client.defaults["REMOTE_ADDR"] = f"198.51.{secrets.randbelow(256)}.7"
    statuses = [send(client, form).status_code for _time in range(3)]

    response = send(client, form)

    assert statuses == [302, 302, 429]
    assert "What you wrote is still here" in words_of(response.content.decode())
    assert "Thank you." in response.content.decode()
    assert FormAnswer.objects.count() == 2


def test_when_there_is_no_room_nothing_is_half_kept(client, monkeypatch):
    form = make_form()
    monkeypatch.setattr(limits, "disk_is_full", lambda: True)

    assert send(client, form).status_code == 503
    assert not FormAnswer.objects.exists()


def test_of_an_anonymous_answer_only_the_day_is_kept(client):
    form = make_form(is_anonymous=True)

    assert "It is anonymous" in words_of(client.get(form.url).content.decode())
    send(client, form)

    moment = timezone.localtime(FormAnswer.objects.get().submit_time)
    assert (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)


def test_each_form_forgets_after_its_own_days(client):
    month, week = make_form(), make_form(keep_days=7)
    now = timezone.now()
    for form, age in ((month, 29), (month, 31), (week, 6), (week, 8)):
        FormAnswer.objects.create(page=form, form_data={"age": age}, submit_time=now - timedelta(days=age))

    assert delete_old_answers() == 2
    assert sorted(answer.form_data["age"] for answer in FormAnswer.objects.all()) == [6, 29]


def test_the_timer_runs_the_forgetting(settings):
    assert "pages.retention.delete_old_answers" in settings.ACCORD_DUE_JOBS


def test_no_kind_of_question_takes_a_file_or_hides_itself():
    offered = {kind for kind, _words in FormPage.form_fields.rel.related_model._meta.get_field("field_type").choices}

    assert offered & {"file", "hidden", "image", "document", "url"} == set()


@pytest.mark.parametrize("mode", ["form", "landing"])
def test_a_form_can_be_previewed(mode):
    assert "Form" in preview(make_form(), mode)


def test_a_form_with_nothing_in_it_still_renders(client):
    assert client.get(make_form(questions=[]).url).status_code == 200


def test_an_event_leads_to_its_form(client):
    form = make_form()
    event = make_event(sign_up_page=form)

    assert f'href="{form.url}">Sign up' in client.get(event.url).content.decode()


def in_cms(client, **changes):
    question = {"label": "Your address", "field_type": "email", "choices": "", "help_text": "", "default_value": ""}
    words = {"title": "Tell us", "slug": "tell-us", "purpose": "FEEDBACK", "intro": "", "button": "", "keep_days": "30"}
    words |= {"thanks_heading": "", "thanks": rich_text(""), "form_fields": inline_formset([question])}
    return make_in_cms(client, FormPage, make_home(), **(words | changes))


def test_an_editor_builds_a_form(client):
    editor(client)

    page = in_cms(client)

    assert [field.clean_name for field in page.form_fields.all()] == ["your_address"]
    assert page.live


def test_an_anonymous_form_asks_for_no_address(client):
    editor(client)

    refused = in_cms(client, is_anonymous="on")

    assert "cannot ask for an e-mail address" in refused.content.decode()
    assert not FormPage.objects.exists()


def answered(**data):
    form = make_form()
    FormAnswer.objects.create(page=form, form_data=GIVEN | data, submit_time=timezone.now())
    return form


def test_answers_are_read_in_the_cms_and_taken_away_as_a_file(client):
    make_office()
    editor(client)
    form = answered(your_name="=HYPERLINK(1)")

    listed = client.get(f"/cms/forms/submissions/{form.pk}/").content.decode()
    csv = b"".join(client.get(f"/answers/{form.pk}/csv/").streaming_content).decode()
    book = openpyxl.load_workbook(io.BytesIO(b"".join(client.get(f"/answers/{form.pk}/xlsx/").streaming_content)))

    assert f"/answers/{form.pk}/csv/" in listed
    assert "'=HYPERLINK(1)" in csv
    assert [cell.value for cell in book.active[2]][1] == "'=HYPERLINK(1)"
    assert client.get(f"/answers/{form.pk}/pdf/").status_code == 404


def test_the_list_itself_makes_no_file(client):
    make_office()
    editor(client)

    response = client.get(f"/cms/forms/submissions/{answered().pk}/?export=csv")

    assert response["Content-Type"].startswith("text/html")


def test_a_file_asks_again_who_it_is(client):
    make_office()
    sign_in(client, make_user(is_superuser=True), stepped_up_at=timezone.now() - timedelta(hours=1))

    assert client.get(f"/answers/{answered().pk}/csv/").status_code == 403


def test_those_who_write_pages_do_not_read_answers(client):
    from tests.pages.test_campaigns import member

    make_office()
    form = answered()
    sign_in(client, member("Moderators"))

    assert client.get(f"/answers/{form.pk}/csv/").status_code == 403


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_cell_cannot_become_a_formula(words):
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("words", ["plain", "", "a=b", 5, None])
def test_plain_cells_stay_as_they_are(words):
    assert harmless(words) == words


def test_a_form_takes_as_many_queries_for_many_questions_as_for_one(client):
    short = make_form(questions=[("singleline", "One", "")])
    long = make_form(questions=[("singleline", f"Question {number}", "") for number in range(50)])
    client.get(short.url)

    assert cost(client, long.url) == cost(client, short.url) <= 20
