"""Before the drill closes its case, the word is in every sealed field that a case can have."""

import pytest

from portal.records.gates import is_held, missing_to_close
from portal.vault import keyring
from portal.vault.fields import SealedField
from site_project.drill import canary, planting
from tests.factories.closing import make_ended_case

pytestmark = pytest.mark.django_db


def test_every_sealed_field_of_a_case_holds_the_word():
    case = make_ended_case()
    models = planting.models_of_a_case()
    fields = {(model, one.name) for model in models for one in model._meta.fields if isinstance(one, SealedField)}

    planted = planting.plant(case.reference)

    assert planted == {f"{model.__name__}.{name}" for model, name in fields}
    with keyring.scope():
        assert {(model, name) for model, name in fields if _holds_the_word(model, name, case)} == fields


def test_a_second_planting_finds_the_word_everywhere_and_makes_no_row():
    case = make_ended_case()
    planting.plant(case.reference)
    before = {model: model.objects.count() for model in planting.models_of_a_case()}

    planting.plant(case.reference)

    assert {model: model.objects.count() for model in before} == before


def test_nothing_that_was_planted_keeps_the_case_from_being_closed():
    """Each of the things that may hold a destruction back is there, and over."""
    case = make_ended_case()

    planting.plant(case.reference)

    assert not is_held(case.matter_id)
    waits = {line.words for line in missing_to_close(case.matter)}
    assert not [words for words in waits if "suspended" in words]


def test_a_model_for_which_no_row_can_be_made_is_named(monkeypatch):
    case = make_ended_case()
    monkeypatch.setattr(planting.Planter, "_one", lambda self, model: None)

    with pytest.raises(planting.CannotPlant, match=r"^[A-Z][a-zA-Z]+: "):
        planting.plant(case.reference)


def _holds_the_word(model, name, case):
    rows = model.objects.filter(vault_key=case.vault_key)
    return any(canary.WORD in str(getattr(row, name)).lower() for row in rows)
