import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction

from portal.audit.models import AuditLink
from portal.programmes import actions
from portal.programmes.forms import OfficeForm, ProgrammeForm
from portal.programmes.models import Office, Programme
from portal.programmes.processes import PROCESSES
from portal.programmes.queries import current_office, programme_of
from tests.factories.office import make_office, make_programme
from tests.factories.people import make_staff

pytestmark = pytest.mark.django_db


def test_the_facts_of_the_office_change_in_one_place():
    office, coordinator = make_office(), make_staff("COORDINATOR")

    actions.save_office(facts={"phone": "617-555-0199", "name": office.name}, by=coordinator)
    actions.save_office(facts={"phone": "617-555-0199"}, by=coordinator)

    assert current_office().phone == "617-555-0199"
    assert [link.payload["facts"] for link in AuditLink.objects.all()] == [{"fields": ["phone"]}]
    with pytest.raises(PermissionDenied):
        actions.save_office(facts={"phone": "1"}, by=make_staff("NEUTRAL"))
    with pytest.raises(ValidationError):
        actions.save_office(facts={"weekly_hours": []}, by=coordinator)


def test_there_is_one_office_only():
    make_office()

    with pytest.raises(IntegrityError), transaction.atomic():
        Office.objects.create(pk=2)


def test_switches_are_set_by_the_director_of_the_programme():
    programme = make_programme()

    actions.save_programme(programme_id=programme.pk, switches={"answer_days": 14}, by=make_staff("DIRECTOR"))

    assert programme_of("MEDIATION").answer_days == 14
    (link,) = AuditLink.objects.all()
    assert (link.kind, link.payload["facts"]) == ("PROGRAMME_CHANGED", {"switches": {"answer_days": 14}})
    for other in (make_staff("COORDINATOR"), make_staff("DIRECTOR", programme=make_programme("OTHER"))):
        with pytest.raises(PermissionDenied):
            actions.save_programme(programme_id=programme.pk, switches={"answer_days": 1}, by=other)
    actions.save_programme(programme_id=programme.pk, switches={"answer_days": 14}, by=make_staff("DIRECTOR"))
    assert AuditLink.objects.count() == 1
    with pytest.raises(ValidationError):
        actions.save_programme(programme_id=programme.pk, switches={"idle_days": 0}, by=make_staff("DIRECTOR"))


def test_what_is_destroyed_at_close_cannot_be_kept():
    programme = make_programme()

    programme.keeps_final_agreement = True

    with pytest.raises(IntegrityError), transaction.atomic():
        programme.save()


def form_values(form):
    return {name: form[name].value() for name in form.fields}


def test_the_form_reads_back_what_it_shows():
    office = make_office(closed_days=["2026-12-25"])

    shown = OfficeForm(office=office)
    form = OfficeForm(form_values(shown), office=office)

    assert form.is_valid(), form.errors
    assert {name: value for name, value in form.facts.items() if getattr(office, name) != value} == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("weekly_hours", "Monday nine to five"),
        ("weekly_hours", "Someday 09:00-17:00"),
        ("weekly_hours", "Monday 17:00-09:00"),
        ("closed_days", "Christmas"),
        ("emergency_numbers", "911"),
        ("emergency_numbers", "Police | call them"),
        ("units", "eng | Engineering"),
        ("exit_url", "javascript:alert(1)"),
        ("name", ""),
    ],
)
def test_the_form_says_which_line_is_wrong(field, value):
    office = make_office()

    form = OfficeForm(form_values(OfficeForm(office=office)) | {field: value}, office=office)

    assert not form.is_valid()
    assert set(form.errors) == {field}


def test_the_programme_form_keeps_to_sensible_numbers():
    programme = make_programme()
    values = form_values(ProgrammeForm(programme=programme))

    assert ProgrammeForm(values, programme=programme).is_valid()
    assert set(ProgrammeForm(values | {"booking_horizon_days": 3}, programme=programme).errors) == {
        "booking_horizon_days"
    }


def test_the_office_is_set_up_once_and_then_left_alone(capsys):
    call_command("seed_office")
    Office.objects.update(phone="617-555-0199")
    call_command("seed_office")

    assert current_office().phone == "617-555-0199"
    mediation, resolution = Programme.objects.all()
    assert [process.code for process in mediation.processes] == list(PROCESSES)
    assert (resolution.code, resolution.destroys_at_close, resolution.keeps_final_agreement) == ("ADR", False, True)
    assert "0 texts" in capsys.readouterr().out
