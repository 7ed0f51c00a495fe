"""The office's side of training in the demo: trainers, rooms, materials, a message, past records, a year's goals."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from portal.scheduling.models import Room
from training import actions
from training.models import Course, Enrolment, EvaluationTally, Goal, Learner, Milestone, Offering
from training.statuses import Question
from training.years import first_day, year_of

from .people import person

LISTENING = """How to listen when it is hard

1. Ask one question, then wait. Count to five before you speak again.
2. Say back what you heard, in your own words, and ask whether you heard it well.
3. Name what is important to the other person before you say what is important to you.
"""
PAST = """Name,E-mail,Course,Date,Hours
Uma Lindgren,uma.lindgren@example.org,listening,2026-03-14,16
Uma Lindgren,Uma.Lindgren+old@example.org,listening,2026-03-14,16
Victor Abara,victor.abara@example.org,listening,2026-03-14,14.5
Wanda Keane,wanda.keane@example.org,cooking,2026-03-14,3
Xenia Roth,xenia.roth@example.org,listening,03/04/2026,16
=SUM(1;2),somebody@example.org,listening,2026-03-14,16
"""
# Goal, how it is counted, how many.
GOALS = (("Twelve people certified", "CERTIFIED", 12), ("Six hundred hours of training", "HOURS", 600))
# What is to be done, so many days after the year began, and by whom.
MILESTONES = (
    ("Open enrolment for autumn", 20, "Greta"),
    ("Order the booklets", 75, "Greta"),
    ("Renew certifications that end by spring", 130, "Dana"),
    ("Open enrolment for spring", 150, "Greta"),
    ("Publish what we train people with", 200, None),
)


def seed_office_side(listening: Course) -> None:
    by = person("Greta")
    units = ("LIB", "SCI", "")
    for number, learner in enumerate(Learner.objects.order_by("created_at")[:6]):
        actions.change_learner(learner_id=learner.pk, name=learner.name, unit=units[number % 3], by=by)
    _who_teaches(listening)
    _materials(listening)
    _past_records()
    _opinions(listening)
    _the_year()


def _who_teaches(course: Course) -> None:
    offering = Offering.objects.filter(course=course, status="OPEN").order_by("closes_at").first()
    if offering is None:
        return
    by = person("Greta")
    actions.assign_trainer(offering_id=offering.pk, trainer=person("Priya"), leads=False, by=by)
    room = Room.objects.filter(is_active=True, seats__gte=offering.places).first()
    meeting = offering.meetings.first()
    if room is not None and meeting is not None:
        actions.set_room(meeting_id=meeting.pk, room=room, by=by)
    text = "Please bring something to write with. We meet at the side door: the front door closes at five."
    actions.write_to_cohort(message_id=uuid4(), offering_id=offering.pk, audience="PLACE", text=text, by=by)


def _materials(course: Course) -> None:
    by = person("Greta")
    for title, name, words in (
        ("How to listen when it is hard", "Listening.txt", LISTENING),
        ("For trainers: the four evenings", "Evenings.txt", "First evening: asking. Second: hearing."),
    ):
        file = SimpleUploadedFile(name, words.encode())
        made = actions.add_material(course_id=course.pk, title=title, file=file, by=by)
        if words is LISTENING:
            actions.publish_material(material_id=made.pk, published=True, by=by)


def _past_records() -> None:
    """One sheet that was taken over, and the same once more, waiting for a yes."""
    by = person("Greta")
    for name in ("Courses before we had this.csv", "The same list again.csv"):
        read = actions.read_past(file=SimpleUploadedFile(name, PAST.encode()), by=by)
        actions.work_on(import_id=read.pk)
        if not name.startswith("The same"):
            actions.confirm_past(import_id=read.pk, by=by)
            actions.work_on(import_id=read.pk)


def _opinions(course: Course) -> None:
    """What people said after the course that is over, as if enough of them had been there."""
    over = Offering.objects.filter(course=course, status="FINISHED").first()
    if over is None:
        return
    for question in Question:
        for score, answers in ((3, 1), (4, 2), (5, 4)):
            EvaluationTally.objects.create(offering=over, question=question, score=score, answers=answers)
    Enrolment.objects.filter(offering=over).update(has_evaluated=True)


def _the_year() -> None:
    by, year = person("Greta"), year_of(timezone.localdate())
    goals = [
        actions.save_goal(goal=Goal(year=year, title=title, counts=counts, target=target), by=by)
        for title, counts, target in GOALS
    ]
    for title, days, who in MILESTONES:
        due: date = first_day(year) + timedelta(days=days)
        owner = person(who) if who else None
        made = Milestone(title=title, due_on=due, owner=owner, goal=goals[0] if "certif" in title else None)
        made = actions.save_milestone(milestone=made, by=by)
        if due < timezone.localdate() - timedelta(days=30):
            actions.tick_milestone(milestone_id=made.pk, done=True, by=by)
