from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from portal.documents.versions import ChangedMeanwhile
from portal.handbook import actions
from portal.handbook.models import Procedure
from portal.handbook.statuses import Phase
from portal.handbook.steps import check_steps, steps_in, words_around
from tests.factories import make_programme, make_staff, sign_in
from tests.factories.texts import make_texts

pytestmark = pytest.mark.django_db
BODY = "Read this first.\n\n- [2] Phone them\n- [] Ask about access"


def url(name, *args):
    return reverse(f"portal:handbook:{name}", args=args)


def draft(programme, by, body=BODY, **facts):
    facts = {"phase": Phase.SESSION, "title": "On the day", **facts}
    return actions.draft_procedure(programme=programme, body=body, by=by, **facts)


def approve(made, by):
    return actions.approve_procedure(procedure_id=made.pk, fingerprint=made.fingerprint, by=by)


def test_steps_are_read_from_the_text():
    [first, second] = steps_in(BODY.replace("\n", "\r\n"))

    assert (first.number, first.words, first.days) == (1, "Phone them", 2)
    assert (second.number, second.words, second.days) == (2, "Ask about access", None)
    assert words_around(BODY) == "Read this first."


@pytest.mark.parametrize("line", ["- [soon] Phone", "-[2] Phone", "- [2]", "- [ ] Phone", "- [1000] Phone"])
def test_a_line_that_would_be_lost_is_refused_and_named(line):
    with pytest.raises(ValidationError, match="no step"):
        check_steps(f"{BODY}\n{line}")


def test_a_procedure_has_steps_and_short_ones():
    with pytest.raises(ValidationError, match="at least one"):
        check_steps("Only words.")
    with pytest.raises(ValidationError, match="200"):
        check_steps(f"- [] {'a' * 201}")


def test_every_phase_has_a_procedure_from_the_start():
    programme = make_texts()

    seeded = Procedure.objects.approved().filter(programme=programme, process="")
    assert {one.phase for one in seeded} == set(Phase.values)
    for one in Procedure.objects.all():
        check_steps(one.body)


def test_a_case_stays_with_the_version_it_began_with():
    programme, director = make_texts(), make_staff("DIRECTOR")
    began = timezone.now()
    with time_machine.travel(began + timedelta(days=3)):
        second = approve(draft(programme, director), director)

    chosen = Procedure.objects.filter(phase=Phase.SESSION)
    assert [one.version for one in chosen.in_use_on(began + timedelta(days=1))] == [1]
    assert list(chosen.in_use_on(began + timedelta(days=4))) == [second]
    # Older than the whole manual: its first version, never nothing.
    assert [one.version for one in chosen.in_use_on(began - timedelta(days=900))] == [1]


def test_only_who_may_drafts_and_approves():
    programme = make_texts()
    made = draft(programme, make_staff("COORDINATOR"))

    with pytest.raises(PermissionDenied):
        draft(programme, make_staff("NEUTRAL"))
    with pytest.raises(PermissionDenied):
        approve(made, make_staff("COORDINATOR"))
    with pytest.raises(ChangedMeanwhile):
        actions.approve_procedure(procedure_id=made.pk, fingerprint="other", by=make_staff("DIRECTOR"))


def test_written_read_and_approved_on_screen(client):
    programme = make_texts()
    sign_in(client, make_staff("DIRECTOR"))

    typed = {"programme": programme.pk, "phase": "SESSION", "process": "COACHING", "title": "Coaching"}
    lost = client.post(url("add_procedure"), typed | {"body": "- [x] Nothing"})
    assert Procedure.objects.drafts().count() == 0
    assert "This is no step" in lost.text
    assert "- [x] Nothing" in lost.text

    client.post(url("add_procedure"), typed | {"body": BODY})
    made = Procedure.objects.drafts().get()
    page = client.get(made.get_absolute_url()).text
    assert "within 2 days" in page
    client.post(url("approve_procedure", made.pk), {"fingerprint": made.fingerprint})

    made.refresh_from_db()
    assert not made.is_draft
    assert "Mediation: Conflict coaching" in client.get(url("procedures")).text


def test_another_programme_reads_nothing_of_it(client):
    make_texts()
    sign_in(client, make_staff("DIRECTOR", programme=make_programme("OTHER")))
    text = Procedure.objects.first()

    for name in ("procedure", "draft_procedure"):
        assert client.get(url(name, text.pk)).status_code == 404
    assert client.post(url("approve_procedure", text.pk)).status_code == 404


def test_who_only_conducts_reads_and_does_not_write(client):
    make_texts()
    sign_in(client, make_staff("NEUTRAL"))
    text = Procedure.objects.first()

    assert client.get(url("procedure", text.pk)).status_code == 200
    assert client.get(url("draft_procedure", text.pk)).status_code == 403
    assert client.get(url("add_procedure")).status_code == 403


@pytest.mark.parametrize("kept", [1, 3])
def test_the_manual_costs_the_same_however_long_it_is(client, django_assert_max_num_queries, kept):
    make_texts()
    extra = Procedure.objects.order_by("pk").values_list("pk", flat=True)[kept:]
    Procedure.objects.filter(pk__in=list(extra)).delete()
    sign_in(client, make_staff("DIRECTOR"))

    with django_assert_max_num_queries(9):
        client.get(url("procedures"))
