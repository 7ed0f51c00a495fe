"""The office's own texts, in use."""

from portal.documents import queries
from portal.handbook.seeding import seed_texts
from portal.screening.seeding import seed_rubric

from .office import make_office, make_programme, make_resolution_programme


def make_texts():
    """Office, Mediation programme, every notice and template of ours and the rubric; the programme."""
    make_office()
    programme = make_programme()
    seed_texts(programme)
    seed_rubric(programme)
    return programme


def make_resolution_texts(**switches):
    """The same for the Coordinator's programme, in its own words."""
    make_office()
    programme = make_resolution_programme(**switches)
    seed_texts(programme)
    seed_rubric(programme)
    return programme


def make_template(kind="AGREEMENT_TO_PARTICIPATE"):
    return queries.current(kind, make_texts())
