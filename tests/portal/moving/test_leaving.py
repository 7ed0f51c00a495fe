"""What somebody leaves behind while others still have to be told: nothing that is theirs."""

import pytest

from portal.cases.models import Participant
from portal.mail.actions import enqueue
from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from portal.moving.actions.leaving import THEIRS, UNTIL_CLOSE
from portal.moving.queries import source_of, subject_behind
from portal.screening.models import Screening
from portal.vault import keyring
from portal.vault.fields import SealedField
from portal.vault.models import sealed_models
from tests.factories.moving import make_offer_in_case, say_yes
from tests.factories.screening import make_screening


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


@pytest.mark.django_db(transaction=True)
def test_no_row_that_hangs_on_the_matter_still_says_who_left():
    offer, by = make_offer_in_case()
    case, key_id = offer.participant.case, offer.matter_id
    sam = case.participants.get(number=2)
    names = [["1", offer.participant.name], ["2", sam.name]]
    make_screening(offer.matter, by=by, answers={"people": names, "stops": ["S1"]}, own_words="Dear Alex")
    address = source_of(subject_behind(offer)).contact["email"]
    for one in (address, "sam@example.net"):
        enqueue(kind=MailKind.NEWS, address=one, key_id=key_id)

    say_yes(offer, "name")

    with keyring.scope():
        row = Screening.objects.get()
        assert (row.people, row.stops, row.own_words) == ([["1", ""], ["2", sam.name]], ["S1"], "")
        assert "sam@example.net" in {mail.address for mail in Mailing.objects.filter(vault_key=key_id)}
        assert address not in {mail.address for mail in Mailing.objects.filter(vault_key=key_id)}
