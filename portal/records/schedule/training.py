"""Courses, who takes part in them, and who is certified for what."""

from .rules import SETTING, of

LINES = {
    **of("training.Course", SETTING, "id code title level category hours needs_level published"),
    **of("training.Course_needs_courses", SETTING, "id from_course to_course"),
}
