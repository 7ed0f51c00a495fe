from unittest.mock import Mock

import pytest
from django.db import models

from portal.mail.models import Mailing
from portal.vault.keystore.models import DataKey
from portal.vault.keystore.router import KeystoreRouter
from portal.vault.models import key_columns, sealed_models


def test_every_sealed_model_keeps_its_rules():
    assert Mailing in sealed_models()
    assert [problem for model in sealed_models() for problem in model.check()] == []


def test_one_label_for_two_fields_is_an_error(monkeypatch):
    monkeypatch.setattr(Mailing._meta.get_field("context"), "seal", "mail.address")

    assert {problem.id for problem in Mailing.check()} == {"vault.E002"}


def test_a_manager_that_does_not_refuse_is_an_error(monkeypatch):
    monkeypatch.setattr(Mailing._default_manager, "_queryset_class", models.QuerySet)

    assert [problem.id for problem in Mailing.check()] == ["vault.E001"]


def test_every_column_that_names_a_key_is_known():
    assert (Mailing, "vault_key") in key_columns()


@pytest.mark.parametrize(("model", "alias"), [(DataKey, "keys"), (Mailing, "default")])
def test_each_table_has_one_database(model, alias):
    router, label = KeystoreRouter(), model._meta.app_label
    other = {"keys": "default", "default": "keys"}[alias]

    assert (router.db_for_read(model), router.db_for_write(model)) == (alias, alias)
    assert router.allow_migrate(alias, label) is True
    assert router.allow_migrate(other, label) is False


def test_no_relation_crosses_the_databases():
    key, row = Mock(_meta=DataKey._meta), Mock(_meta=Mailing._meta)

    assert KeystoreRouter().allow_relation(key, row) is False
    assert KeystoreRouter().allow_relation(row, row) is True
