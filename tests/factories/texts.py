"""The office's own texts, in use."""

from portal.documents import queries
from portal.handbook.seeding import seed_texts

from .office import make_office, make_programme


def make_texts():
    """Office, Mediation programme and every notice and template of ours; the programme."""
    make_office()
    programme = make_programme()
    seed_texts(programme)
    return programme


def make_template(kind="AGREEMENT_TO_PARTICIPATE"):
    return queries.current(kind, make_texts())
