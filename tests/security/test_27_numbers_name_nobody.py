"""Promise 27: no small number is shown, none can be computed from others, and no two views can be subtracted."""

import pytest
from django.db import models

from portal.reports.models import Statistic, WaitingStatistic

from .proofs import missing

PROOFS = {
    "tests.portal.reports.test_suppression": [
        "test_no_hidden_number_can_be_computed_from_the_shown_ones_and_the_total",
        "test_a_reader_who_takes_every_hidden_cell_for_a_small_one_learns_nothing_either",
        "test_no_small_number_is_ever_shown_and_what_is_shown_is_true",
        "test_a_single_small_number_takes_the_next_smallest_with_it",
    ],
    "tests.portal.reports.test_views": [
        "test_the_export_has_the_same_hidden_numbers",
        "test_nothing_can_be_found_by_taking_one_term_from_all_of_them",
    ],
    "tests.portal.reports.test_actions": [
        "test_the_fifth_settles_all_of_them_under_new_ids",
        "test_settled_lines_cannot_be_joined_to_receipts_by_id_order_or_row",
    ],
}
FREE = (models.TextField, models.JSONField, models.DateTimeField, models.DateField, models.ForeignKey)


def test_the_proofs_beside_the_feature_stand():
    assert missing(PROOFS) == set()


@pytest.mark.parametrize("model", [Statistic, WaitingStatistic])
def test_a_line_has_no_place_for_words_days_or_people(model):
    fields = model._meta.local_concrete_fields
    assert len(fields) > 8

    long = [field.name for field in fields if isinstance(field, models.CharField) and field.max_length > 40]

    assert long == []
    assert {field.name for field in fields if isinstance(field, FREE)} <= {"programme"}
