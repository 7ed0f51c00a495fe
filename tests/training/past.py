"""Sheets of past records: made, read and taken over."""

import io

import openpyxl

from tests.factories.files import uploaded
from training.actions import confirm_past, read_past, work_on

HEAD = "Name,E-mail,Course,Date,Hours\n"


def read(manager, text, name="past.csv"):
    content = text if isinstance(text, bytes) else (HEAD + text).encode()
    made = read_past(file=uploaded(name, content), by=manager)
    work_on(import_id=made.pk)
    made.refresh_from_db()
    return made


def taken(past, manager):
    """Say yes, let the worker work, and count what came."""
    confirm_past(import_id=past.pk, by=manager)
    work_on(import_id=past.pk)
    return past.rows.exclude(learner=None).count()


def fates(past):
    return {row.number: row.fate for row in past.rows.all()}


def workbook(*rows, merged=(), head=("Name", "E-mail", "Course", "Date", "Hours")):
    book = openpyxl.Workbook()
    for row in (head, *rows):
        book.active.append(row)
    for area in merged:
        book.active.merge_cells(area)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()
