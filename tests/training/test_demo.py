"""The demo office runs courses: everything that its training screens show was made by the same actions as ever."""

import pytest

from site_project.demo.people import seed_people
from site_project.demo.training import seed_training
from tests.factories import make_office, make_programme
from tests.factories.office import make_resolution_programme
from training.models import (
    CohortMessage,
    EvaluationTally,
    Goal,
    Material,
    Milestone,
    PastImport,
    TrainerAssignment,
)

pytestmark = pytest.mark.django_db


def test_the_demo_shows_every_screen_of_the_offices_side(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    make_office()
    make_programme()
    make_resolution_programme()
    seed_people()

    assert seed_training() == 6
    assert seed_training() == 0

    assert set(PastImport.objects.values_list("state", flat=True)) == {"CONFIRMED", "READ"}
    assert list(Material.objects.published().values_list("title", flat=True)) == ["How to listen when it is hard"]
    rows = (CohortMessage, EvaluationTally, Goal, Milestone, TrainerAssignment)
    assert [model.__name__ for model in rows if not model.objects.exists()] == []
