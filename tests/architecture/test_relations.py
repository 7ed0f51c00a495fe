"""All features are one Django app, so a relation by name is invisible to the import checker; it is walked here."""

import re

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey

from .sources import matches, stack

ORDER = stack()
# What the portal's models may point at outside it: Django's own sign-in and its names for models.
FOUNDATION = {"auth", "contenttypes"}


def feature(model) -> str:
    return model.__module__.split(".")[1]


def relations(app_label):
    """Every (model, field, target) that models of this app declare, the rows between many and many included."""
    for model in apps.get_app_config(app_label).get_models(include_auto_created=True):
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if field.is_relation and field.related_model._meta.label != settings.AUTH_USER_MODEL:
                yield model, field.name, field.related_model


def points_up(model, target) -> bool:
    return ORDER.index(feature(target)) < ORDER.index(feature(model))


def test_every_relation_between_features_points_down_the_stack():
    upward = [
        f"{model.__name__}.{name} in {feature(model)} points up to {target.__name__} in {feature(target)}"
        for model, name, target in relations("portal")
        if target._meta.app_label == "portal" and points_up(model, target)
    ]

    assert upward == []


def test_the_walk_sees_relations_and_knows_up_from_down():
    class Above:
        __module__ = "portal.desk.models"

    class Below:
        __module__ = "portal.vault.models"

    assert points_up(Below, Above)
    assert not points_up(Above, Below)
    assert not points_up(Below, Below)
    assert sum(1 for _ in relations("portal")) > 5


def test_the_portal_points_at_nothing_above_it_and_nothing_of_the_cms():
    outside = {target._meta.app_label for _, _, target in relations("portal")} - {"portal"}

    assert outside <= FOUNDATION


def test_training_points_at_itself_and_the_portal_only():
    assert {target._meta.app_label for _, _, target in relations("training")} <= {"training", "portal"} | FOUNDATION


def test_public_pages_point_at_nothing_in_the_portal():
    assert "portal" not in {target._meta.app_label for _, _, target in relations("pages")}


def test_the_keys_point_at_nothing_outside_their_database():
    assert {target._meta.app_label for _, _, target in relations("keystore")} <= {"keystore"}


def test_no_row_points_at_just_anything():
    loose = [
        f"{model.__name__}.{field.name}"
        for app in ("portal", "training", "keystore")
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.private_fields
        if isinstance(field, GenericForeignKey)
    ]

    assert loose == []


def test_no_feature_fetches_a_model_by_its_name():
    by_name = re.compile(r"apps\.get_model\(")

    assert (
        matches(
            by_name,
            ".py",
            but=("pages/migrations", "portal/migrations", "portal/vault/keystore/migrations", "tests/", "site_project"),
        )
        == []
    )
