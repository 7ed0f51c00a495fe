import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.template import Context, Template
from django.test import RequestFactory

from portal.audit.models import AuditLink
from portal.documents.models import DocumentTemplate
from portal.documents.versions import ChangedMeanwhile
from portal.handbook import actions, queries
from portal.handbook.models import Notice
from portal.handbook.seeding import seed_texts
from portal.handbook.statuses import WITH_EXCEPTION, NoticeKind
from portal.handbook.words import EXCEPTION
from portal.programmes.processes import PROCESSES
from tests.factories.office import make_office, make_programme, make_resolution_programme
from tests.factories.people import make_staff
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db
SHORT = NoticeKind.CONFIDENTIALITY_SHORT


def draft(programme, body, by, kind=SHORT, process="MEDIATION"):
    return actions.draft_notice(
        programme=programme, kind=kind, process=process, title="Confidential*", body=body, by=by
    )


def test_every_kind_of_notice_is_in_use_from_the_start():
    programme = make_texts()

    assert {notice.kind for notice in Notice.objects.approved()} == set(NoticeKind.values)
    assert seed_texts(programme) == 0


def test_every_starred_text_tells_the_whole_exception():
    make_texts()

    for notice in Notice.objects.filter(kind__in=WITH_EXCEPTION):
        assert EXCEPTION in " ".join(notice.body.split()), notice.kind
    starred = [notice for notice in Notice.objects.all() if "confidential" in notice.body.lower()]
    assert starred
    assert all(EXCEPTION in " ".join(notice.body.split()) for notice in starred)


def test_a_text_on_confidentiality_without_its_exception_is_never_approved():
    programme, director = make_texts(), make_staff("DIRECTOR")

    bad = draft(programme, "We tell nobody anything, unless there is a risk of harm.", director)
    with pytest.raises(ValidationError):
        actions.approve_notice(notice_id=bad.pk, fingerprint=bad.fingerprint, by=director)

    good = draft(programme, f"We tell nobody, unless there is an {EXCEPTION}.", director)
    actions.approve_notice(notice_id=good.pk, fingerprint=good.fingerprint, by=director)

    assert queries.current(SHORT, programme, "MEDIATION") == good
    assert [link.kind for link in AuditLink.objects.order_by("seq")] == [
        "NOTICE_DRAFTED",
        "NOTICE_DRAFTED",
        "NOTICE_APPROVED",
    ]


def test_an_unknown_field_is_never_approved():
    programme, director = make_texts(), make_staff("DIRECTOR")

    notice = draft(programme, "Dear {verdict}", director, kind=NoticeKind.STOP_WORDS, process="")

    with pytest.raises(ValidationError, match="verdict"):
        actions.approve_notice(notice_id=notice.pk, fingerprint=notice.fingerprint, by=director)


def test_only_who_may_drafts_and_approves():
    programme = make_texts()
    made = draft(programme, f"An {EXCEPTION}.", make_staff("COORDINATOR"))

    with pytest.raises(PermissionDenied):
        draft(programme, "Words", make_staff("NEUTRAL"))
    with pytest.raises(PermissionDenied):
        actions.approve_notice(notice_id=made.pk, fingerprint=made.fingerprint, by=make_staff("COORDINATOR"))
    with pytest.raises(ChangedMeanwhile):
        actions.approve_notice(notice_id=made.pk, fingerprint="other", by=make_staff("DIRECTOR"))


def test_a_process_without_its_own_text_uses_that_of_the_programme():
    programme = make_texts()

    assert queries.current("KEPT", programme, "MEDIATION").process == "MEDIATION"
    assert queries.current("KEPT", programme, "COACHING").process == ""
    assert queries.current("RIGHTS", "MEDIATION", language="es").language == "en"
    with pytest.raises(Notice.DoesNotExist):
        queries.current("RIGHTS", make_programme("OTHER"))


def test_words_are_filled_for_the_reader():
    programme = make_texts()

    words = queries.told(queries.current("INVITATION_WORDS", programme), staff="Robin <Hale>")

    assert "Robin <Hale> at the Office for Conflict Resolution" in words.text
    assert "Robin &lt;Hale&gt;" in words.html
    assert "617-555-0142" in words.text
    assert queries.told(queries.current("STOP_WORDS", programme)).title == (
        "A message from the Office for Conflict Resolution"
    )
    assert "<h3>" in queries.told(queries.current("KEPT", programme)).small_html


PROMISE = re.compile(
    r"destroys? (it|everything)|everything [^.]*destroyed|nothing is kept|no record of the dispute", re.IGNORECASE
)


def test_a_programme_that_keeps_its_record_promises_nowhere_to_destroy_it():
    make_office()
    keeps = make_resolution_programme()
    seed_texts(keeps)
    make_texts()

    texts = [*Notice.objects.filter(programme=keeps), *DocumentTemplate.objects.filter(programme=keeps)]
    others = [*Notice.objects.exclude(programme=keeps), *DocumentTemplate.objects.exclude(programme=keeps)]

    assert any(PROMISE.search(text.body) for text in others)
    # The page on what is kept tells the two programmes apart, and so names the other one's promise.
    assert [text.title for text in texts if PROMISE.search(text.body) and getattr(text, "kind", "") != "KEPT"] == []


PAGE = """{% load handbook %}
{% confidentiality process="MEDIATION" as short %}{{ short }}
{% notice "CONFIDENTIALITY" process="MEDIATION" as long %}{{ long.html }}
{% notice "RIGHTS" as rights %}{{ rights.html }}"""


def test_a_public_page_asks_once_for_all_its_notices(django_assert_num_queries):
    make_texts()
    context = {"request": RequestFactory().get("/")}

    with django_assert_num_queries(2):
        page = Template(PAGE).render(Context(context))

    assert page.count(EXCEPTION) == 3
    assert "<h2>*The exception</h2>" in page


def test_a_page_without_approved_words_says_nothing_wrong():
    page = Template(PAGE).render(Context({}))

    assert EXCEPTION not in page


@pytest.mark.parametrize("process", sorted(PROCESSES))
def test_every_process_has_words_of_its_own_on_confidentiality(process):
    programme = make_texts()

    assert queries.current(SHORT, programme, process).process == process
    assert queries.current("CONFIDENTIALITY", programme, process).process == process
