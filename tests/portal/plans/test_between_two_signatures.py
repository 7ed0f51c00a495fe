"""Whatever the order of signatures, and wherever somebody withdraws in between."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from portal.cases.actions import TransitionRefused
from portal.cases.statuses import Channel
from portal.plans import actions
from portal.plans.statuses import Capacity, ResolutionStatus
from tests.factories.resolutions import (
    director_of,
    fetch,
    make_open_resolution,
    sign_as,
    sign_for,
)

pytestmark = pytest.mark.django_db


SIGNERS = ("party 1", "party 2", "coordinator", "director")


class BetweenTwoSignatures(TestCase):
    """Whatever the order, and wherever somebody withdraws in between: it holds exactly when all four have signed."""

    databases = "__all__"

    @settings(max_examples=12)
    @given(order=st.permutations(SIGNERS), place=st.integers(0, 4), who=st.sampled_from([1, 2]))
    def test_a_withdrawal_between_two_signatures_leaves_nothing_agreed(self, order, place, who):
        row = make_open_resolution()
        director = director_of(row.case)
        for number, signer in enumerate(order):
            if number == place:
                self.take_out(row, who)
            self.sign(row, signer, director)
        if place == len(order):
            self.take_out(row, who)

        row = fetch(row)
        everyone_signed_first = place == len(order)
        assert row.is_agreed == everyone_signed_first
        assert hasattr(row, "copy") == everyone_signed_first
        assert row.signatures.count() == place
        assert (row.status == ResolutionStatus.WITHDRAWN) == (not everyone_signed_first)

    def sign(self, row, signer, director):
        try:
            if signer.startswith("party"):
                sign_as(row, int(signer[-1]))
            else:
                by = director if signer == "director" else row.case.coordinator
                sign_for(row, Capacity(signer.upper()), by)
        except TransitionRefused:
            assert fetch(row).status == ResolutionStatus.WITHDRAWN

    def take_out(self, row, number):
        person = row.case.participants.select_related("entry").get(number=number)
        try:
            actions.withdraw_from_resolution(participant_id=person.pk, channel=Channel.SELF, by=person.entry)
        except TransitionRefused:
            assert fetch(row).is_agreed
