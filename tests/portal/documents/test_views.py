import pytest
from django.urls import reverse

from portal.documents import queries
from portal.documents.models import DocumentTemplate
from tests.factories import make_programme, make_staff
from tests.factories.signing_in import sign_in
from tests.factories.texts import make_template

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"portal:documents:{name}", args=args)


@pytest.fixture
def agreement():
    return make_template()


def test_everybody_reads_and_prints_the_blank_agreement(client, agreement, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        page = client.get(url("public_html", "agreement-to-participate"))
    pdf = client.get(url("public_pdf", "agreement-to-participate"))

    assert page.status_code == 200
    assert "imminent risk of serious harm to you or to someone else" in page.content.decode()
    assert "[names of the people taking part]" in page.content.decode()
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert 'filename="agreement-to-participate-1.pdf"' in pdf["Content-Disposition"]
    for answer in (page, pdf):
        assert answer["Cache-Control"] == "public, max-age=300"
        assert not answer.cookies


@pytest.mark.parametrize("kind", ["letter", "sign-in-sheet", "LETTER", "nothing"])
def test_nothing_else_is_public(client, agreement, kind):
    assert client.get(url("public_html", kind)).status_code == 404
    assert client.get(url("public_pdf", kind)).status_code == 404


def test_the_public_copy_is_the_version_in_use(client, agreement):
    sign_in(client, make_staff("DIRECTOR"))
    body = agreement.body + "\n\nA line that is new."

    client.post(url("draft", agreement.pk), {"title": "Agreement", "body": body})
    draft = DocumentTemplate.objects.drafts().get()
    before = client.get(url("public_html", "agreement-to-participate")).content.decode()
    read = client.get(url("template", draft.pk)).content.decode()
    client.post(url("approve", draft.pk), {"fingerprint": draft.fingerprint})
    after = client.get(url("public_html", "agreement-to-participate")).content.decode()

    assert "A line that is new" not in before
    assert "<ins>" in read
    assert "Approve exactly these words" in read
    assert "A line that is new" in after
    assert b"%PDF-" in client.get(url("template_pdf", draft.pk)).content


def test_a_draft_that_changed_since_it_was_read_is_not_approved(client, agreement):
    sign_in(client, make_staff("DIRECTOR"))
    client.post(url("draft", agreement.pk), {"title": "Agreement", "body": agreement.body + "\n\nMore."})
    draft = DocumentTemplate.objects.drafts().get()

    answer = client.post(url("approve", draft.pk), {"fingerprint": "of something else"}, follow=True)

    assert "Please read it again" in answer.content.decode()
    assert queries.current(agreement.kind, agreement.programme) == agreement


def test_a_draft_with_a_wrong_field_keeps_what_was_typed(client, agreement):
    sign_in(client, make_staff("COORDINATOR"))

    page = client.post(url("draft", agreement.pk), {"title": "Agreement", "body": "My own words {verdict}"})

    assert "<title>Error:" in page.content.decode()
    assert "Unknown field: verdict" in page.content.decode()
    assert "My own words {verdict}" in page.content.decode()
    assert not DocumentTemplate.objects.drafts().exists()


def test_neutrals_read_and_do_not_write(client, agreement):
    sign_in(client, make_staff("NEUTRAL"))

    assert client.get(url("template", agreement.pk)).status_code == 200
    assert client.get(url("draft", agreement.pk)).status_code == 403
    assert client.post(url("approve", agreement.pk)).status_code == 403


def test_texts_of_another_programme_do_not_exist(client, agreement):
    sign_in(client, make_staff("DIRECTOR", programme=make_programme("OTHER")))

    assert client.get(url("templates")).status_code == 200
    for name in ("template", "draft", "template_pdf"):
        assert client.get(url(name, agreement.pk)).status_code == 404


@pytest.mark.parametrize("kept", [1, 4])
def test_the_list_costs_the_same_however_long_it_is(client, agreement, django_assert_max_num_queries, kept):
    extra = DocumentTemplate.objects.order_by("pk").values_list("pk", flat=True)[kept:]
    DocumentTemplate.objects.filter(pk__in=list(extra)).delete()
    sign_in(client, make_staff("DIRECTOR"))

    with django_assert_max_num_queries(15) as asked:
        client.get(url("templates"))

    assert len(asked) <= 8
