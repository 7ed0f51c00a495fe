"""Courses, who takes part in them, and who is certified for what."""

from .rules import SETTING, How, Rule, after_days, of

LEARNT = Rule(How.WITH_KEY, "who a learner is: unreadable when the key of their record is destroyed, by the timer")
WISHES = Rule(
    How.WITH_KEY, "needs, food and why somebody wants to come: emptied thirty days after the course; gone with the key"
)
LEARNER = Rule(
    How.WITH_MATTER,
    "what somebody learned: deleted a year after they were last here, and never while a certification holds",
)
ASKED = Rule(How.WITH_KEY, "a group that asks for a training: emptied a year after it was held or came to nothing")
GROUP = Rule(How.WITH_MATTER, "a group that asks for a training: deleted a year after it was held or came to nothing")
PROOF = after_days(0, "expires_at", "an address that is being proven; nobody can use it afterwards")
PROVEN = Rule(How.WITH_KEY, "an address that is being proven: its row is deleted within the hour")
DESK = after_days(1, "closes_at", "a device at the door of one meeting: nothing can be done with it afterwards")
LETTER = Rule(How.WITH_KEY, "what the office wrote to everybody of a course: unreadable after a year, with its key")
WRITTEN = Rule(How.WITH_MATTER, "when the office wrote to everybody of a course: deleted by the timer after a year")
WITH_MESSAGE = Rule(How.WITH_PARENT, "to whom a message about a course was written")
COUNTED = Rule(How.KEPT, "how often an answer was given about a course: it belongs to nobody")
TAUGHT = after_days(
    7 * 366, "removed_at", "training materials: the law asks for seven years, counted from when they went out of use"
)
SHEET = Rule(How.WITH_KEY, "a sheet of past records as it was typed: unreadable after a month, when its key goes")
SHEET_ROW = Rule(How.WITH_MATTER, "what became of each row of such a sheet: deleted by the timer after a month")
UNDO = after_days(30, "made_at", "what stood before a step for many: for taking it back, which is possible for a day")
DESCRIBED = Rule(How.KEPT, "how many people of a term gave an answer about themselves: no row is about anybody")
OFFERED = "id course status places admission opens_at closes_at offer_hours is_public place created_by created_at"
REQUIRED = "id level kind category course minimum cap window_months group"

LINES = {
    **of("training.Course", SETTING, "id code title level category hours needs_level published"),
    **of("training.Course_needs_courses", SETTING, "id from_course to_course"),
    **of("training.Offering", SETTING, OFFERED),
    **of("training.Meeting", SETTING, "id offering starts_at ends_at room sequence"),
    **of("training.Requirement", SETTING, REQUIRED),
    **of("training.Learner", LEARNT, "name address"),
    **of("training.Learner", LEARNER, "id vault_key address_hash entry user unit created_at last_active_at"),
    **of("training.AddressProof", PROVEN, "address"),
    **of("training.AddressProof", PROOF, "id vault_key secret_hash code_hash tries created_at proven_at expires_at"),
    **of("training.Enrolment", WISHES, "access_needs food why reason"),
    **of("training.Enrolment", LEARNER, "id vault_key offering learner status line offer_expires_at enrolled_at"),
    **of("training.Enrolment", LEARNER, "changed_at reminded_at moved_from wishes_gone has_evaluated"),
    **of("training.Attendance", LEARNER, "id enrolment meeting quarters noted_by noted_at"),
    **of("training.Credit", LEARNT, "note"),
    **of("training.Credit", LEARNER, "id vault_key learner kind category course enrolment amount earned_on past_row"),
    **of("training.Credit", LEARNER, "recorded_by recorded_at"),
    **of("training.Certification", LEARNER, "id learner level code granted_on expires_on granted_by granted_at"),
    **of("training.Certification", LEARNER, "trained_by renews credential revoked_at revoked_by revoked_reason"),
    **of("training.SignOff", LEARNER, "id learner level signed_by signed_at certification"),
    **of("training.TrainerAssignment", SETTING, "id offering trainer leads assigned_by assigned_at"),
    **of("training.BulkStep", UNDO, "id offering kind meeting before after made_by made_at undone_at"),
    **of("training.CheckInDesk", DESK, "id meeting code_hash device_hash opened_by opened_at pair_until closes_at"),
    **of("training.CheckInDesk", DESK, "closed_at"),
    **of("training.CohortMessage", LETTER, "text"),
    **of("training.CohortMessage", WRITTEN, "id vault_key offering audience told written_by written_at"),
    **of("training.CohortMessage", WRITTEN, "taken_back_at"),
    **of("training.CohortMessage_readers", WITH_MESSAGE, "id cohortmessage enrolment"),
    **of("training.EvaluationTally", COUNTED, "id offering question score answers"),
    **of("training.PastImport", SHEET, "file_name content"),
    **of("training.PastImport", SHEET_ROW, "id vault_key state extension rows_in_file rows_done worked_at"),
    **of("training.PastImport", SHEET_ROW, "made_by made_at confirmed_by confirmed_at undone_at"),
    **of("training.PastRow", SHEET, "cells"),
    **of("training.PastRow", SHEET_ROW, "id vault_key past_import number fate learner made_learner"),
    **of("training.Goal", SETTING, "id year title counts target"),
    **of("training.Milestone", SETTING, "id year goal title due_on owner done_on"),
    **of("training.Material", TAUGHT, "id course title name extension stored size sha256 added_by added_at"),
    **of("training.Material", TAUGHT, "published_at removed_at"),
    **of("training.LogEntry", LEARNT, "what reason"),
    **of("training.LogEntry", LEARNER, "id vault_key learner category quarters done_on state decided_by decided_at"),
    **of("training.LogEntry", LEARNER, "credit added_at"),
    **of("training.Observation", LEARNT, "marks strengths next_steps verdict"),
    **of("training.Observation", LEARNER, "id vault_key learner level kind observer asked_by asked_at held_on"),
    **of("training.Observation", LEARNER, "shared_at read_at credit"),
    **of("training.RenewalReminder", LEARNER, "id certification days sent_at"),
    **of("training.SelfDescription", DESCRIBED, "id term question answer count"),
    **of("training.GroupRequest", ASKED, "name address group hopes when"),
    **of("training.GroupRequest", GROUP, "id vault_key audience people hours status offering answers score"),
    **of("training.GroupRequest", GROUP, "asked_at ended_at"),
}
