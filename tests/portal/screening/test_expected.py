"""What the first rubric makes of given answers, worked out by hand and kept as tables."""

import csv
from pathlib import Path

import pytest

from portal.programmes.models import Programme
from portal.programmes.processes import PROCESSES
from portal.screening.models import RubricVersion
from portal.screening.scoring import EVERYBODY, fit
from portal.screening.seeding import first_lines
from portal.screening.statuses import Safeguard
from portal.screening.stops import ways

HERE = Path(__file__).parent
STOPS, CRITERIA = first_lines()
SWITCHES = {"": {}, "keeps": {"destroys_at_close": False}, "one at a time": {"formal_in_parallel": False}}


def table(name):
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return [
            pytest.param(row, id=" ".join(value for value in row.values() if value)) for row in csv.DictReader(lines)
        ]


def in_short(way):
    """The gravest effect, and who may lift each stop that needs it."""
    return " ".join([way.effect, *sorted(one.cell.lifted_by for one in way.to_lift)])


@pytest.mark.parametrize("row", table("stops.csv"))
def test_each_stop_does_to_each_process_what_the_table_says(row):
    programme = Programme(**SWITCHES[row["switches"]])

    found = ways(STOPS, row["stop"].split(), programme)

    assert {code: in_short(way) for code, way in found.items()} == {code: row[code] for code in PROCESSES}


def scores_of(text, people):
    """ "all=3 W3=4/0 W5=-": everything 3, W3 for two people apart, W5 left open."""
    told = dict(part.split("=") for part in text.split())
    scores = {}
    for one in CRITERIA:
        keys = people if one.per_person else [EVERYBODY]
        given = told.get(one.code, "/".join([told.get("all", "-")] * len(keys))).split("/")
        scores[one.code] = {key: int(score) for key, score in zip(keys, given, strict=True) if score != "-"}
    return scores


@pytest.mark.parametrize("row", table("fits.csv"))
def test_each_set_of_scores_fits_as_the_table_says(row):
    people = [str(number + 1) for number in range(int(row["people"]))]

    found = fit(
        CRITERIA,
        scores_of(row["scores"], people),
        process=PROCESSES[row["process"]],
        people=people,
        limits=RubricVersion(),
    )

    shown = "" if found.shown is None else str(found.shown)
    assert (shown, str(found.shown_answered)) == (row["percent"], row["answered"])
    assert (found.band, found.joint_talk) == (row["band"], row["one_room"] == "yes")


def test_the_tables_name_every_stop_and_every_process():
    stops = {code for param in table("stops.csv") for code in param.values[0]["stop"].split()}

    assert stops == {stop.code for stop in STOPS} == {f"S{number}" for number in range(1, 16)}
    assert {one.code for one in CRITERIA} == {f"W{number}" for number in range(1, 19)}
    assert {param.values[0]["process"] for param in table("fits.csv")} == set(PROCESSES)


def test_what_drives_a_score_is_told_heaviest_first():
    scores = scores_of("all=3 W2=0/4 W4=1", ["1", "2"])

    found = fit(CRITERIA, scores, process=PROCESSES["MEDIATION"], people=["1", "2"], limits=RubricVersion())

    assert [(one.code, one.lost, one.lowest) for one in found.against[:2]] == [("W2", 40, "1"), ("W4", 27, EVERYBODY)]
    assert (found.in_favour[0].code, found.in_favour[0].points) == ("W1", 30)


def test_what_decides_by_itself_is_named():
    scores = scores_of("all=4 W1=4/1 W4=0 W9=0", ["1", "2"])

    found = fit(CRITERIA, scores, process=PROCESSES["MEDIATION"], people=["1", "2"], limits=RubricVersion())

    assert (found.alone, found.joint_talk) == (("W1",), False)


def test_safeguards_are_suggested_where_a_score_is_weak():
    scores = scores_of("all=4 W3=4/2", ["1", "2"])

    found = fit(CRITERIA, scores, process=PROCESSES["MEDIATION"], people=["1", "2"], limits=RubricVersion())

    assert found.safeguards == (Safeguard.SUPPORTER, Safeguard.INTERPRETER, Safeguard.SHORTER)


def test_every_line_of_the_file_is_sound():
    for line in [*STOPS, *CRITERIA]:
        line.clean_fields(exclude=["rubric", "id"])
        line.clean()
