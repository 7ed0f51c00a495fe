"""Where somebody is with a level: case by case, and the function and its twin in SQL agree on made-up rows."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from portal.vault import keyring
from tests.factories import make_staff
from tests.factories.training import make_certification, make_course, make_credit, make_learner, make_requirement
from training.levels import Level
from training.models import Certification, Credit, Learner, Requirement
from training.months import months_after
from training.standing import is_ready, missing, progress_of, quarters_of, standing_of, with_quarters, with_standing
from training.statuses import Category, CreditKind, Standing

TODAY = date(2026, 11, 22)


def standing(learner, on=TODAY, level="LEAD"):
    """By the function and by its twin, which must agree."""
    asked = list(Requirement.objects.filter(level=level))
    fresh = Learner.objects.prefetch_related("certifications", "credits").get(pk=learner.pk)
    by_function = standing_of(fresh, level, on, asked)
    by_query = with_standing(Learner.objects.filter(pk=learner.pk), level, on, asked).get().standing
    assert by_function == by_query
    assert quarters_of(fresh.credits.all(), on) == with_quarters(Learner.objects.all(), on).get(pk=learner.pk).quarters
    return by_function


@pytest.mark.django_db
class TestInWords:
    def test_from_nothing_to_ready_and_certified_and_over(self):
        learner, _asked = make_learner(), make_requirement("LEAD", minimum=2)
        seen = [standing(learner)]
        make_credit(learner, amount=4, earned_on=TODAY)
        seen.append(standing(learner))
        make_credit(learner, amount=4, earned_on=TODAY)
        seen.append(standing(learner))
        make_certification(learner, "LEAD", granted_on=TODAY, expires_on=TODAY + timedelta(days=10))
        seen += [standing(learner), standing(learner, TODAY + timedelta(days=10))]
        seen.append(standing(learner, TODAY + timedelta(days=11)))

        words = ["NONE", "UNDER_WAY", "READY", "CURRENT", "CURRENT", "EXPIRED"]
        assert seen == [Standing(word) for word in words]

    def test_what_was_taken_back_does_not_hold_but_an_older_one_may(self):
        learner, director = make_learner(), make_staff()
        make_certification(learner, "LEAD", granted_on=TODAY - timedelta(days=50), expires_on=TODAY + timedelta(days=5))
        taken_back = {"revoked_at": "2026-11-21T12:00Z", "revoked_by": director, "revoked_reason": "A complaint"}
        make_certification(
            learner, "LEAD", granted_on=TODAY - timedelta(days=9), expires_on=TODAY + timedelta(days=90), **taken_back
        )

        assert standing(learner) == Standing.CURRENT
        assert standing(learner, TODAY + timedelta(days=6)) == Standing.REVOKED

    def test_one_of_an_or_group_is_enough_and_the_others_are_named_when_none_is_there(self):
        learner = make_learner()
        make_requirement("LEAD", kind="OBSERVED", minimum=2, group="practice")
        make_requirement("LEAD", kind="CO_LED", minimum=1, group="practice")
        asked = list(Requirement.objects.all())

        assert missing(progress_of([], asked, TODAY)) == [
            "Sessions observed: 2 more or Sessions led together with somebody experienced: 1 more"
        ]
        make_credit(learner, kind="CO_LED", amount=1, earned_on=TODAY)
        assert standing(learner) == Standing.READY

    def test_a_cap_limits_what_one_long_course_brings_and_a_window_what_lies_long_ago(self):
        learner = make_learner()
        make_requirement("LEAD", minimum=10, cap=6, window_months=12)
        make_credit(learner, amount=80, earned_on=TODAY)
        make_credit(learner, amount=80, earned_on=months_after(TODAY, -12) - timedelta(days=1))
        assert standing(learner) == Standing.UNDER_WAY

        make_credit(learner, amount=16, earned_on=months_after(TODAY, -12))

        assert standing(learner) == Standing.READY

    def test_a_level_that_asks_for_nothing_is_not_open_yet(self):
        assert not is_ready([])
        assert standing(make_learner()) == Standing.NONE


days = st.integers(-800, 800).map(lambda number: TODAY + timedelta(days=number))
credit_rows = st.tuples(
    st.sampled_from(CreditKind.values), st.sampled_from(Category.values), st.integers(1, 60), st.booleans(), days
)
requirement_rows = st.tuples(
    st.sampled_from(CreditKind.values),
    st.sampled_from(["", *Category.values[:3]]),
    st.integers(1, 12),
    st.none() | st.integers(1, 8),
    st.none() | st.integers(1, 30),
    st.sampled_from(["", "", "a", "b"]),
)
certification_rows = st.tuples(days, st.integers(1, 900), st.booleans())


class TestTheTwinAgrees(TestCase):
    databases = "__all__"

    def setUp(self):
        scope = keyring.scope()
        scope.__enter__()
        self.addCleanup(scope.__exit__, None, None, None)

    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(credit_rows, max_size=5),
        st.lists(requirement_rows, max_size=4),
        st.lists(certification_rows, max_size=3, unique_by=lambda row: row[0]),
        days,
    )
    def test_on_whatever_rows_there_are(self, earned, asked, granted, on):
        by, course, learner = make_staff(), make_course(), make_learner()
        for kind, category, amount, of_course, day in earned:
            Credit.objects.create(
                vault_key=learner.vault_key,
                learner=learner,
                kind=kind,
                category=category if kind == CreditKind.HOURS else "",
                amount=amount,
                course=course if of_course else None,
                earned_on=day,
                recorded_by=by,
            )
        for kind, category, minimum, cap, window, group in asked:
            make_requirement(
                Level.LEAD,
                kind,
                minimum,
                category=category if kind == CreditKind.HOURS else "",
                cap=cap,
                window_months=window,
                group=group,
                course=course if kind == CreditKind.MODULE else None,
            )
        for number, (day, length, is_revoked) in enumerate(granted):
            taken_back = {"revoked_at": "2026-01-01T00:00Z", "revoked_by": by, "revoked_reason": "So"}
            Certification.objects.create(
                learner=learner,
                level=Level.LEAD,
                code=f"{learner.pk.hex[:20]}{number}",
                granted_on=day,
                expires_on=day + timedelta(days=length),
                granted_by=by,
                **(taken_back if is_revoked else {}),
            )

        standing(learner, on)
