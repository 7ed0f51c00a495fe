"""What a start in development does first, and how a start that was interrupted is repaired."""

import os

import pytest
from django.core.management import call_command

from portal.accounts.models import User
from portal.intake.models import Request
from site_project.demo import cases, preparing
from site_project.demo.people import EVERYBODY
from site_project.management.commands import demo as command


@pytest.fixture
def development(settings, tmp_path, monkeypatch):
    settings.VAR_DIR, settings.ACCORD_DEVELOPMENT = tmp_path, True
    monkeypatch.setattr(cases, "WAYS", cases.WAYS[:2])
    # Two requests are enough to see whether a start is whole.
    monkeypatch.setattr(cases, "CIRCLES", ())
    monkeypatch.setattr(command, "seed_agreeing", lambda *programmes: None)
    monkeypatch.setattr(command, "seed_keeping", lambda *programmes: None)


@pytest.fixture
def steps(monkeypatch):
    """The commands that a start calls, in place of doing them."""
    called = []
    monkeypatch.setattr(preparing, "call_command", lambda name, *args, **options: called.append(name))
    return called


@pytest.mark.django_db
def test_half_a_demo_office_is_never_left_behind(development, monkeypatch):
    def interrupted(walk):
        walk.ask()
        raise KeyboardInterrupt

    def only_the_demo(name, *args, **options):
        if name == "demo":
            call_command(name, *args, **options)

    whole = cases.WAYS
    # The databases of the tests are migrated already.
    monkeypatch.setattr(preparing, "call_command", only_the_demo)
    monkeypatch.setattr(cases, "WAYS", (whole[0], (*whole[1][:2], interrupted)))
    with pytest.raises(KeyboardInterrupt):
        preparing.prepare()
    assert not preparing.is_prepared()
    assert not Request.objects.exists()
    assert not User.objects.exists()

    monkeypatch.setattr(cases, "WAYS", whole)
    assert preparing.prepare()

    assert Request.objects.count() == len(whole)
    assert {person.email for person in User.objects.all()} == {one.email for one in EVERYBODY}


@pytest.mark.django_db
def test_a_start_after_a_whole_one_prepares_nothing(development, steps):
    assert preparing.prepare()
    steps.clear()

    assert not preparing.prepare()

    assert steps == []


@pytest.mark.django_db
@pytest.mark.parametrize("failing", ["migrate", "demo"])
def test_a_start_that_failed_is_done_again_from_its_first_step(development, steps, monkeypatch, failing):
    def fail(name, *args, **options):
        steps.append(name)
        if name == failing:
            raise KeyboardInterrupt

    works = preparing.call_command
    monkeypatch.setattr(preparing, "call_command", fail)
    with pytest.raises(KeyboardInterrupt):
        preparing.prepare()
    steps.clear()
    monkeypatch.setattr(preparing, "call_command", works)

    preparing.prepare()

    assert steps == ["migrate", "migrate", "demo"]


@pytest.mark.django_db
def test_changed_sources_are_prepared_again(development, steps, settings, tmp_path):
    source = tmp_path / "portal" / "words.txt"
    for folder in preparing.SOURCES:
        (tmp_path / folder).mkdir()
    (tmp_path / "requirements.lock").touch()
    source.touch()
    settings.BASE_DIR = tmp_path
    preparing.prepare()
    assert preparing.is_prepared()

    os.utime(source, (1, 1))

    assert not preparing.is_prepared()


@pytest.mark.django_db
def test_another_database_in_the_place_of_this_one_is_prepared(development, steps):
    from django.db.migrations.recorder import MigrationRecorder

    preparing.prepare()
    assert preparing.is_prepared()

    MigrationRecorder.Migration.objects.filter(app="portal").delete()

    assert not preparing.is_prepared()


@pytest.mark.django_db
def test_the_demo_is_refused_outside_development(settings):
    settings.ACCORD_DEVELOPMENT = False

    with pytest.raises(Exception, match="for development only"):
        call_command("demo")
