"""Promise 21: the schedule decides how long something is kept, and a hold comes before it."""

from .proofs import missing

PROOFS = {
    "tests.architecture.test_retention": [
        "test_every_field_has_a_line",
        "test_every_line_has_a_field",
        "test_exactly_the_sealed_fields_go_with_a_key",
    ],
    "tests.portal.records.test_expiry": ["test_what_the_schedule_gives_some_days_goes_when_they_are_over"],
    "tests.portal.records.test_idle": [
        "test_an_idle_matter_is_asked_about_once",
        "test_what_stays_idle_ends_and_is_marked_for_destruction",
        "test_a_step_in_between_takes_the_question_back",
        "test_a_hold_keeps_what_is_idle",
    ],
    "tests.portal.records.test_destruction": ["test_a_hold_placed_after_the_mark_stops_it_and_opens_the_matter_again"],
}


def test_the_proofs_beside_the_feature_stand():
    assert missing(PROOFS) == set()
