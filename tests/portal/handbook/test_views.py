import pytest
from django.urls import reverse

from portal.handbook.models import Notice
from portal.handbook.words import EXCEPTION
from tests.factories import make_programme, make_staff
from tests.factories.signing_in import sign_in
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"portal:handbook:{name}", args=args)


@pytest.fixture
def notice():
    return Notice.objects.get(programme=make_texts(), kind="CONFIDENTIALITY_SHORT", process="MEDIATION")


def test_staff_read_every_notice_as_people_read_it(client, notice):
    sign_in(client, make_staff("NEUTRAL"))
    rights = Notice.objects.get(kind="RIGHTS")

    assert "What confidential* means" in client.get(url("notices")).content.decode()
    page = client.get(url("notice", rights.pk)).content.decode()
    assert "617-555-0142" in page
    assert "{phone}" not in page


def test_every_notice_prints_as_a_letter(client, notice):
    sign_in(client, make_staff("NEUTRAL"))

    answer = client.get(url("letter", notice.pk))

    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


def test_a_notice_without_the_exception_is_told_and_stays_a_draft(client, notice):
    sign_in(client, make_staff("DIRECTOR"))

    client.post(url("draft", notice.pk), {"title": "Confidential*", "body": "We tell nobody."})
    draft = Notice.objects.drafts().get()
    refused = client.post(url("approve", draft.pk), {"fingerprint": draft.fingerprint}, follow=True)
    client.post(url("draft", draft.pk), {"title": "Confidential*", "body": f"We tell nobody, save an {EXCEPTION}."})
    outdated = client.post(url("approve", draft.pk), {"fingerprint": draft.fingerprint}, follow=True)
    draft.refresh_from_db()
    client.post(url("approve", draft.pk), {"fingerprint": draft.fingerprint})

    assert "must name the exception" in refused.content.decode()
    assert "Please read it again" in outdated.content.decode()
    assert Notice.objects.approved().get(kind=notice.kind, process="MEDIATION") == draft


def test_who_may_not_write_does_not(client, notice):
    sign_in(client, make_staff("NEUTRAL"))

    assert client.get(url("draft", notice.pk)).status_code == 403
    assert client.post(url("approve", notice.pk)).status_code == 403


def test_notices_of_another_programme_do_not_exist(client, notice):
    sign_in(client, make_staff("DIRECTOR", programme=make_programme("OTHER")))

    for name in ("notice", "letter", "draft"):
        assert client.get(url(name, notice.pk)).status_code == 404


def test_a_form_with_an_error_says_so(client, notice):
    sign_in(client, make_staff("COORDINATOR"))

    page = client.post(url("draft", notice.pk), {"title": "", "body": "Words"}).content.decode()

    assert "<title>Error:" in page
    assert "There is a problem" in page


@pytest.mark.parametrize("kept", [1, 3])
def test_the_handbook_costs_the_same_however_long_it_is(client, notice, django_assert_max_num_queries, kept):
    extra = Notice.objects.order_by("pk").values_list("pk", flat=True)[kept:]
    Notice.objects.filter(pk__in=list(extra)).delete()
    sign_in(client, make_staff("DIRECTOR"))

    with django_assert_max_num_queries(15) as asked:
        client.get(url("notices"))

    assert len(asked) <= 8
