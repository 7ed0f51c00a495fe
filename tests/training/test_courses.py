"""The levels, and what may be told to the public."""

import pytest
from django.db import IntegrityError, transaction

from portal.roster.statuses import Skill, Tier
from training.levels import LEVELS, Level
from training.models import Course


@pytest.mark.django_db
def test_only_published_courses_are_shown():
    shown = Course.objects.create(code="basic", title="Basic", category="MEDIATION", hours=16, published=True)
    Course.objects.create(code="later", title="Later", category="MEDIATION", hours=16)

    assert set(Course.objects.published()) == {shown}


@pytest.mark.django_db
def test_a_course_without_hours_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        Course.objects.create(code="nothing", title="Nothing", category="MEDIATION", hours=0)


def test_every_level_is_described_in_the_words_of_the_roster():
    assert set(LEVELS) == set(Level)
    assert {one.skill for one in LEVELS.values()} - {""} <= set(Skill)
    assert {one.tier for one in LEVELS.values()} - {""} <= set(Tier)
