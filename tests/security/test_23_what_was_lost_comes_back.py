"""Promise 23: the data archive and today's keys are enough to go on where the backup was made."""

import hashlib

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from portal.audit.verification import verify
from portal.vault import keyring
from tests.factories import PASSWORD, make_device, make_staff
from tests.factories.closing import make_ended_case

from .proofs import missing
from .restoring import lost_and_restored, own_places

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]
PROOFS = {
    "tests.portal.vault.test_backups": [
        "test_the_keys_come_back_from_their_own_archive",
        "test_the_data_comes_back_with_its_files_and_without_a_single_key",
    ],
}


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    own_places(settings, tmp_path)


def test_the_proofs_beside_the_feature_stand():
    assert missing(PROOFS) == set()


def counts():
    models = [model for model in apps.get_models() if model._meta.app_label == "portal"]
    return {model.__name__: model._base_manager.count() for model in models}


def fingerprint(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_after_a_loss_everything_is_as_it_was(settings, tmp_path):
    case = make_ended_case()
    dana = make_staff(programme=case.programme, password=PASSWORD)
    make_device(dana)
    (settings.PRIVATE_ROOT / "sealed").write_bytes(b"a sealed file")
    before, files = counts(), fingerprint(settings.PRIVATE_ROOT)
    names = {person.name for person in case.participants.all()}

    with lost_and_restored(tmp_path / "restored"):
        make_staff()
        case.participants.update(left_at=case.ended_at)

    assert counts() == before
    assert fingerprint(tmp_path / "restored" / "private") == files
    with keyring.scope():
        case.refresh_from_db()
        assert {person.name for person in case.participants.filter(left_at=None)} == names
        problems, links = verify()
    assert (problems, links > 0) == ([], True)
    assert_it_works(dana)


def assert_it_works(person):
    client = Client()
    signed_in = client.post(reverse("portal:accounts:sign_in"), {"email": person.email, "password": PASSWORD})
    assert signed_in.url.startswith(reverse("portal:accounts:second_step"))
    paper = client.get(reverse("portal:documents:public_pdf", args=["agreement-to-participate"]))
    assert paper.content.startswith(b"%PDF")
