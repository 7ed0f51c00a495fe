"""What somebody leaves behind while others still have to be told: nothing that is theirs."""

from portal.cases.models import Participant
from portal.moving.actions.leaving import THEIRS, UNTIL_CLOSE
from portal.vault.fields import SealedField
from portal.vault.models import sealed_models


def hangs_on_a_participant(model):
    fields = model._meta.concrete_fields
    return any(one.is_relation and one.related_model is Participant for one in fields) and any(
        isinstance(one, SealedField) for one in fields
    )


def test_whatever_hangs_on_a_participant_goes_with_them_or_has_a_reason_to_wait():
    # A participant comes with another one, and is emptied where they stand.
    words = {model for model in sealed_models() if hangs_on_a_participant(model)} - {Participant}

    assert THEIRS.keys() | UNTIL_CLOSE.keys() == words
    assert not THEIRS.keys() & UNTIL_CLOSE.keys()
    assert all(model._meta.get_field(whose).related_model is Participant for model, whose in THEIRS.items())
