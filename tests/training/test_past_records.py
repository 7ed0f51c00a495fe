"""Taking over past records: every row has a fate, nothing is written before a yes, and all of it can be taken out."""

import tracemalloc
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from portal.vault.keystore.models import DataKey
from tests.factories import make_staff, sign_in
from tests.factories.files import uploaded
from tests.factories.training import make_certification, make_course, make_credit, make_enrolment, make_learner
from training import sheets
from training.actions import confirm_past, importing, read_past, undo_past, work_on, work_on_due
from training.addresses import address_hash
from training.models import Credit, Learner, PastImport
from training.statuses import Fate

from .past import HEAD, fates, read, taken, workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office")]
PAGE = "/portal/training/past/"


@pytest.fixture
def manager(client):
    user = make_staff("TRAINING_MANAGER")
    sign_in(client, user)
    return user


@pytest.fixture
def course():
    return make_course(code="listening", title="Listening well", hours=16)


@pytest.mark.parametrize(
    ("line", "fate"),
    [
        ("Ada,ada@example.org,listening,2024-05-03,16", Fate.NEW),
        ("Ada,ada@example.org,Listening WELL,2024-05-03,", Fate.NEW),
        (",,,,", Fate.EMPTY),
        (",ada@example.org,listening,2024-05-03,16", Fate.NO_NAME),
        (f"{'a' * 121},ada@example.org,listening,2024-05-03,16", Fate.NO_NAME),
        ("Ada,,listening,2024-05-03,16", Fate.NO_ADDRESS),
        ("Ada,ada at example,listening,2024-05-03,16", Fate.NO_ADDRESS),
        ("Ada,ada@example.org,cooking,2024-05-03,16", Fate.NO_COURSE),
        ("Ada,ada@example.org,listening,03/04/2024,16", Fate.NO_DAY),
        ("Ada,ada@example.org,listening,2024-02-31,16", Fate.NO_DAY),
        ("Ada,ada@example.org,listening,45415,16", Fate.NO_DAY),
        ("Ada,ada@example.org,listening,1899-12-31,16", Fate.NO_DAY),
        ("Ada,ada@example.org,listening,,16", Fate.NO_DAY),
        ("Ada,ada@example.org,listening,2999-01-01,16", Fate.FUTURE),
        ("Ada,ada@example.org,listening,2024-05-03,many", Fate.NO_HOURS),
        ("Ada,ada@example.org,listening,2024-05-03,1.1", Fate.NO_HOURS),
        ("Ada,ada@example.org,listening,2024-05-03,-4", Fate.NO_HOURS),
        ("Ada,ada@example.org,listening,2024-05-03,nan", Fate.NO_HOURS),
        ("Ada,ada@example.org,listening,2024-05-03,100000", Fate.NO_HOURS),
        ('"=HYPERLINK(""http://x.example"",""Ada"")",ada@example.org,listening,2024-05-03,16', Fate.FORMULA),
        ("+cmd|' /C calc'!A0,ada@example.org,listening,2024-05-03,16", Fate.FORMULA),
        ("@SUM(1),ada@example.org,listening,2024-05-03,16", Fate.FORMULA),
    ],
)
def test_each_row_has_its_fate(manager, course, line, fate):
    past = read(manager, f"{line}\n")

    assert fates(past) == {2: fate}
    assert (Learner.objects.count(), Credit.objects.count()) == (0, 0)


def test_one_person_under_two_spellings_is_one_and_a_record_twice_is_once(manager, course):
    known = make_learner("Ben", "ben@example.org")
    make_credit(known, course=course, earned_on=date(2024, 5, 3))
    past = read(
        manager,
        "Ada,ada@example.org,listening,2024-05-03,16\n"
        "Ada V.,ADA+old@Example.org,listening,2024-05-03,16\n"
        "Ada,Ada@example.org,listening,2023-05-03,2.5\n"
        "Ben,ben@example.org,listening,2024-05-03,16\n"
        "Ben,Ben+x@example.org,listening,2023-01-09,16\n",
    )
    assert fates(past) == {2: Fate.NEW, 3: Fate.TWICE, 4: Fate.NEW, 5: Fate.THERE, 6: Fate.KNOWN}

    assert taken(past, manager) == 3

    ada = Learner.objects.exclude(pk=known.pk).get()
    earned = set(ada.credits.values_list("kind", "amount", "earned_on"))
    day, before = date(2024, 5, 3), date(2023, 5, 3)
    assert earned == {("HOURS", 64, day), ("MODULE", 1, day), ("HOURS", 10, before)}
    assert known.credits.count() == 3


def test_confirming_twice_is_once_and_looks_again_at_what_happened_since(manager, course):
    past = read(manager, "Ada,ada@example.org,listening,2024-05-03,16\nBen,ben@example.org,listening,2024-05-03,16\n")
    ada = make_learner("Ada", "ada@example.org")
    make_credit(ada, course=course, earned_on=date(2024, 5, 3))

    assert [taken(past, manager) for _twice in range(2)] == [1, 1]

    assert fates(past) == {2: Fate.THERE, 3: Fate.NEW}
    assert ada.credits.count() == 1


def test_nobody_takes_over_their_own_past(manager, course):
    mine = f"Mara,{manager.email.upper()},listening,2024-05-03,4\n"
    past = read(manager, mine + "Noor,noor@example.edu,listening,2024-05-03,4\n")

    assert taken(past, manager) == 1
    assert fates(past)[2] == Fate.OWN
    assert not Learner.objects.filter(address_hash=address_hash(manager.email)).exists()
    other = make_staff("DIRECTOR")
    assert taken(read(other, mine), other) == 1


def broken_after(batches, name, monkeypatch):
    """The worker dies once it has kept so many batches."""
    real, kept = getattr(importing, name), []

    def dies(*arguments):
        if len(kept) == batches:
            raise RuntimeError
        kept.append(real(*arguments))
        return kept[-1]

    monkeypatch.setattr(importing, name, dies)


def test_a_worker_that_dies_loses_no_row_and_does_none_twice(manager, course, monkeypatch):
    monkeypatch.setattr(importing, "AT_ONCE", 2)
    lines = [f"Person {n},p{n}@example.org,listening,2024-05-03,16\n" for n in (1, 2, 3, 4, 1)]
    past = read_past(file=uploaded("past.csv", (HEAD + "".join(lines)).encode()), by=manager)

    for step in ("_keep", "_take_some"):
        with monkeypatch.context() as patch:
            broken_after(1, step, patch)
            with pytest.raises(RuntimeError):
                work_on(import_id=past.pk)
        past.refresh_from_db()
        assert (past.rows_done, work_on_due()) == (2, 0)
        PastImport.objects.update(worked_at=timezone.now() - timedelta(minutes=3))
        assert work_on_due() == 1
        confirm_past(import_id=past.pk, by=manager)

    past.refresh_from_db()
    assert past.state == "CONFIRMED"
    assert past.content is None
    assert fates(past) == {2: Fate.NEW, 3: Fate.NEW, 4: Fate.NEW, 5: Fate.NEW, 6: Fate.TWICE}
    assert (Learner.objects.count(), Credit.objects.filter(kind="HOURS").count()) == (4, 4)


def test_a_sheet_thrown_away_while_it_is_read_leaves_nothing(client, manager, course):
    made = read_past(file=uploaded("past.csv", (HEAD + "Ada,a@example.org,listening,,\n").encode()), by=manager)

    client.post(f"{PAGE}{made.pk}/drop/")
    work_on(import_id=made.pk)

    assert PastImport.objects.count() == 0


def test_undoing_takes_out_what_came_and_leaves_whoever_has_more_here(manager, course):
    past = read(
        manager,
        "Ada,ada@example.org,listening,2024-05-03,16\n"
        "Ben,ben@example.org,listening,2024-05-03,16\n"
        "Cleo,cleo@example.org,listening,2024-05-03,16\n",
    )
    taken(past, manager)
    _ada, ben, cleo = (
        next(one for one in Learner.objects.all() if one.name == name) for name in ("Ada", "Ben", "Cleo")
    )
    make_enrolment(learner=ben)
    make_certification(cleo, granted_at=timezone.now())
    keys = set(Learner.objects.values_list("vault_key", flat=True))

    assert [undo_past(import_id=past.pk, by=manager) for _twice in range(2)] == [2, 0]

    assert {one.name for one in Learner.objects.all()} == {"Ben", "Cleo"}
    assert (ben.credits.count(), cleo.credits.count()) == (0, 2)
    assert DataKey.objects.filter(pk__in=keys).count() == 2


def test_a_workbook_with_merged_cells_formulas_and_wrong_dates_loses_no_row(manager, course):
    content = workbook(
        ("Ada", "ada@example.org", "listening", date(2024, 5, 3), 16),
        ("Ben", "ben@example.org", "listening", datetime(2024, 5, 3, 9, 30), 2.5),
        ("Cleo", "cleo@example.org", "listening", "=TODAY()", 16),
        ("Dan", "dan@example.org", "listening", "May 3rd", 16),
        ("Eve", "eve@example.org", "listening", date(2024, 5, 3), "=SUM(1,2)"),
        ("Fay", "fay@example.org", "listening", date(2024, 5, 3), 16),
        ("Fay", None, None, None, None),
        (None, None, None, None, None),
        ("Gus", "gus@example.org", "listening", 45415, 16),
        merged=("A7:A8",),
    )

    past = read(manager, content, "past.xlsx")

    assert past.rows_in_file == 9
    assert fates(past) == {
        2: Fate.NEW,
        3: Fate.NEW,
        4: Fate.FORMULA,
        5: Fate.NO_DAY,
        6: Fate.FORMULA,
        7: Fate.MERGED,
        8: Fate.MERGED,
        9: Fate.EMPTY,
        10: Fate.NO_DAY,
    }


def test_ten_thousand_rows_are_read_and_taken_over_in_constant_memory(manager, course):
    lines = "".join(f"Person {n},p{n}@example.org,listening,2024-05-03,16\n" for n in range(10_000))
    content = (HEAD + lines).encode()
    assert sum(1 for _row in sheets.rows_of(content, "csv")) == 10_000
    tracemalloc.start()
    few, many = _peak(content[:30_000]), _peak(content)
    tracemalloc.stop()

    past = read(manager, content)

    # The text itself is in memory; of its rows, one at a time.
    assert many - few < 6 * len(content) + 1_000_000
    assert (past.rows_in_file, past.rows.filter(fate=Fate.NEW).count()) == (10_000, 10_000)
    assert taken(past, manager) == 10_000
    assert (Learner.objects.count(), Credit.objects.count()) == (10_000, 20_000)


def _peak(content):
    tracemalloc.reset_peak()
    before = tracemalloc.get_traced_memory()[0]
    for _row in sheets.rows_of(content, "csv"):
        pass
    return tracemalloc.get_traced_memory()[1] - before
