from uuid import uuid4

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection
from django.db.models import Case, F, Value, When
from django.forms import modelform_factory

from portal.mail.models import Mailing
from portal.vault import keyring
from portal.vault.actions import create_key, destroy_key
from portal.vault.crypto import SealBroken
from portal.vault.fields import Sealed, SealedBinaryField, SealedJSONField, SealedTextField

from .rows import fetch, make_row, stored

pytestmark = pytest.mark.django_db


def test_a_value_reads_as_it_was_written():
    row = make_row("sam@example.edu", context={"words": ["é", 1, None]})

    assert row.address == "sam@example.edu"
    assert fetch(row).address == "sam@example.edu"
    assert fetch(row).context == {"words": ["é", 1, None]}


def test_the_database_holds_ciphertext():
    make_row("canary@example.edu")

    with connection.cursor() as cursor:
        cursor.execute("SELECT address FROM portal_mailing")
        assert b"canary" not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize("show", [repr, str])
def test_values_show_ciphertext_only(show):
    row = make_row("canary@example.edu")

    assert isinstance(stored(row), Sealed)
    assert "canary" not in show(stored(row))
    assert show(stored(row)).startswith("sealed:")
    assert "canary" not in show(row)


@pytest.mark.parametrize("kind", ["json", "xml"])
def test_a_serialiser_writes_ciphertext_and_reads_it_back(kind):
    row = make_row("canary@example.edu")

    written = serializers.serialize(kind, [row])
    Mailing.objects.all().delete()
    for read in serializers.deserialize(kind, written):
        read.save()

    assert "canary" not in written
    assert fetch(row).address == "canary@example.edu"


def test_a_serialiser_never_writes_a_value_that_is_not_sealed_yet():
    assert "canary" not in serializers.serialize("json", [Mailing(address="canary@example.edu", vault_key=uuid4())])


def test_what_copies_rows_gets_ciphertext():
    row = fetch(make_row())

    assert isinstance(Mailing._meta.get_field("address").value_from_object(row), Sealed)


@pytest.mark.parametrize("lookup", ["address", "address__contains", "address__in", "context__a", "address__lower"])
def test_lookups_are_refused(lookup):
    with pytest.raises(FieldError):
        Mailing.objects.filter(**{lookup: ["x"]})


def test_whether_there_is_a_value_may_be_asked():
    row = make_row()

    assert list(Mailing.objects.filter(address__isnull=False)) == [row]


@pytest.mark.parametrize(
    "changes",
    [
        {"address": "x"},
        {"address": F("error_code")},
        {"error_code": F("address")},
        {"error_code": Case(When(attempts=0, then=F("address")), default=Value(""))},
    ],
)
def test_update_is_refused(changes):
    with pytest.raises(FieldError):
        Mailing.objects.update(**changes)


def test_update_of_what_is_not_sealed_is_fine():
    row = make_row()

    Mailing.objects.update(attempts=F("attempts") + 1)

    assert fetch(row).attempts == 1


def test_bulk_update_is_refused():
    row = make_row()

    with pytest.raises(FieldError):
        Mailing.objects.bulk_update([row], ["address"])
    row.attempts = 3
    assert Mailing.objects.bulk_update([row], ["attempts"]) == 1


@pytest.mark.parametrize("name", ["address", "-address", F("address"), F("address").desc()])
def test_order_by_is_refused(name):
    with pytest.raises(FieldError):
        Mailing.objects.order_by(name)


def test_order_by_what_is_not_sealed_is_fine():
    first, second = make_row(attempts=1), make_row(attempts=2)

    assert list(Mailing.objects.order_by("-attempts")) == [second, first]
    assert list(Mailing.objects.order_by(F("attempts").asc())) == [first, second]


def test_the_field_itself_refuses_where_a_manager_would_not():
    row = make_row()

    with pytest.raises(FieldError):
        Mailing._base_manager.filter(pk=row.pk).update(address="x")
    row.address = F("error_code")
    with pytest.raises(FieldError):
        row.save()


def test_model_forms_refuse():
    with pytest.raises(FieldError):
        modelform_factory(Mailing, fields=["address"])
    with pytest.raises(FieldError):
        Mailing._meta.get_field("address").formfield()


def test_rows_can_be_made_in_bulk():
    key_id = create_key()
    rows = [Mailing(kind="NEWS", address=f"{n}@example.edu", vault_key=key_id) for n in range(3)]

    Mailing.objects.bulk_create(rows)

    assert {row.address for row in Mailing.objects.all()} == {"0@example.edu", "1@example.edu", "2@example.edu"}


def test_a_bulk_insert_cannot_move_a_value_to_the_row_in_its_way():
    row = make_row()

    with pytest.raises(FieldError):
        Mailing.objects.bulk_create([row], update_conflicts=True, unique_fields=["id"], update_fields=["address"])


def test_refreshing_reads_the_new_value():
    row = make_row("old@example.edu")
    other = fetch(row)
    other.address = "new@example.edu"
    other.save()

    row.refresh_from_db()

    assert row.address == "new@example.edu"
    assert isinstance(row.__dict__["address"], Sealed)


def test_refreshing_needs_no_key():
    row = make_row()
    destroy_key(key_id=row.vault_key)

    row.refresh_from_db()

    with pytest.raises(keyring.KeyDestroyed):
        _ = row.address


def test_a_deferred_value_is_read_when_asked_for():
    row = make_row("sam@example.edu")

    late = Mailing.objects.only("attempts").get(pk=row.pk)

    assert late.address == "sam@example.edu"


def test_saving_leaves_untouched_values_as_they_are():
    row = make_row()
    before = stored(row).ciphertext

    again = fetch(row)
    _ = again.address, again.context
    again.attempts = 5
    again.save()

    assert stored(row).ciphertext == before


def test_json_may_be_changed_in_place():
    row = fetch(make_row(context={"a": [1]}))

    row.context["a"].append(2)
    row.save()

    assert fetch(row).context == {"a": [1, 2]}


def test_a_value_may_be_missing_where_the_field_allows_it():
    field = SealedTextField(seal="x.y", null=True)
    field.set_attributes_from_name("y")

    assert field.get_default() is None
    assert field.get_prep_value(None) is None
    assert field.pre_save(Mailing(), add=True) is None
    assert field.from_db_value(None, None, None) is None


def test_defaults_are_empty_or_what_the_field_says():
    assert SealedTextField(seal="x.y").get_default() == ""
    assert SealedBinaryField(seal="x.y").get_default() == b""
    assert SealedJSONField(seal="x.y").get_default() == {}
    assert SealedJSONField(seal="x.y", default=list).get_default() == []


def test_binary_values_are_bytes():
    field = SealedBinaryField(seal="x.y")

    assert field.from_bytes(field.to_bytes(memoryview(b"\x00pdf"))) == b"\x00pdf"


def test_a_row_without_its_key_cannot_be_saved():
    with pytest.raises(FieldError):
        Mailing(kind="NEWS", address="x").save()


def test_ciphertext_copied_to_another_row_field_or_key_does_not_open():
    key_id = create_key()
    row, other_row = make_row(key_id=key_id), make_row(key_id=key_id)
    other_key = make_row()

    for target, column in ((other_row, "address"), (row, "context"), (other_key, "address")):
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE portal_mailing SET {column} = %s WHERE id = %s",
                [stored(row).ciphertext, Mailing._meta.pk.get_db_prep_value(target.pk, connection)],
            )
        with pytest.raises(SealBroken):
            getattr(fetch(target), column)


@pytest.mark.parametrize("column", ["id", "vault_key"])
def test_a_row_cannot_be_saved_under_another_id_or_key(column):
    row = fetch(make_row())
    setattr(row, column, create_key())

    with pytest.raises(FieldError):
        row.save()


def test_a_row_takes_another_key_when_its_values_are_set_anew():
    row = fetch(make_row("sam@example.edu"))
    address, context = row.address, row.context

    row.vault_key = create_key()
    row.address, row.context = address, context
    row.save()

    assert fetch(row).address == "sam@example.edu"


def test_cleaning_a_row_does_not_mistake_words_for_ciphertext():
    row = Mailing(kind="NEWS", address="sealed:AAAA", vault_key=create_key())

    row.full_clean()
    row.save()

    assert fetch(row).address == "sealed:AAAA"


def test_the_class_gives_the_field_itself():
    assert Mailing.address.field is Mailing._meta.get_field("address")
