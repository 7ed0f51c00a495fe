"""Which sheets of past records are read, what their pages show, and how long they stay."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_staff, sign_in
from tests.factories.files import package, uploaded
from tests.factories.training import make_course
from training.actions import forget_past, work_on
from training.models import Credit, Learner, PastImport
from training.statuses import Fate

from .past import HEAD, fates, read, taken

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


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_sheet_saved_by_any_program_is_read(manager, course, between):
    line = between.join(("Zoë", "zoe@example.org", "listening", "2024-05-03", "16"))
    head = HEAD.replace(",", between)

    past = read(manager, ("\ufeff\n" + head + line + "\r\n").encode())

    assert fates(past) == {3: Fate.NEW}
    assert past.rows.get().cells["name"] == "Zoë"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("past.csv", b"", "empty"),
        ("past.csv", b"\n\n", "is empty"),
        ("past.csv", b"Name,Course\nAda,listening\n", "Missing: address, day"),
        ("past.csv", b"Name,Name,E-mail,Course,Date\n", "same heading"),
        ("past.csv", b"\xff\xfe\x00N\x00", "not plain text"),
        ("past.csv", HEAD.encode() + b"a,b,c,d,e\n" * 20_001, "more than 20000 rows"),
        ("past.xlsx", b"Name,E-mail", "not what its name says"),
        ("past.xlsx", package("xlsx"), "cannot be opened"),
        ("past.xls", b"\xd0\xcf\x11\xe0", "not taken"),
        ("past.docx", package("docx"), "not taken"),
    ],
)
def test_a_sheet_that_cannot_be_read_says_why_and_leaves_nothing(client, manager, name, content, words):
    response = client.post(PAGE, {"file": uploaded(name, content)})

    assert response.status_code == 422
    assert words in response.content.decode()
    assert PastImport.objects.count() == 0


def test_from_the_sheet_to_the_yes_and_back_on_screen(client, manager, course):
    lines = "Ada,ada@example.org,listening,2024-05-03,16\n=1+1,b@example.org,listening,2024-05-03,16\n"
    page = client.post(PAGE, {"file": uploaded("Old list.csv", (HEAD + lines).encode())}).url
    past = PastImport.objects.get()
    assert "0 of 2 rows" in client.get(page).content.decode()
    work_on(import_id=past.pk)
    shown = client.get(page).content.decode()
    assert "Take over 1 row" in shown
    assert "a formula: please put the value" in shown
    assert [row.fate for row, _fate in client.get(f"{page}?fate=FORMULA").context["page"].rows] == [Fate.FORMULA]

    client.post(f"{page}take-over/")
    assert "0 of 1 rows" in client.get(page).content.decode()
    refused = client.post(f"{page}take-out/", follow=True)
    assert "still being taken over" in refused.content.decode()
    work_on(import_id=past.pk)
    assert Learner.objects.get().name == "Ada"
    client.post(f"{page}take-out/")

    assert Learner.objects.count() == 0
    assert "Old list.csv" in client.get(PAGE).content.decode()


def test_the_rows_that_are_left_come_back_harmless(client, manager, course):
    past = read(manager, "=1+1,b@example.org,listening,2024-05-03,16\nAda,ada@example.org,listening,2024-05-03,16\n")

    content = client.get(f"{PAGE}{past.pk}/left.csv").content.decode()

    assert "'=1+1,b@example.org,listening,2024-05-03,16,2,a formula: please put the value" in content
    assert "Ada" not in content


def test_a_sheet_is_thrown_away_before_a_yes_and_after_a_month(client, manager, course):
    one, other = (read(manager, "Ada,ada@example.org,listening,2024-05-03,16\n") for _number in range(2))
    keys = {one.vault_key, other.vault_key}
    taken(other, manager)

    client.post(f"{PAGE}{one.pk}/drop/")
    refused = client.post(f"{PAGE}{other.pk}/drop/", follow=True)
    assert "taken over already" in refused.content.decode()
    assert list(PastImport.objects.all()) == [other]
    PastImport.objects.update(made_at=timezone.now() - timedelta(days=31))

    assert (forget_past(), PastImport.objects.count()) == (1, 0)
    assert Credit.objects.filter(past_row=None).count() == 2
    assert keys


def test_for_whoever_runs_no_courses_there_are_no_past_records(client, manager, course):
    past = read(manager, "Ada,ada@example.org,listening,2024-05-03,16\n")
    sign_in(client, make_staff("CASE_MANAGER"))

    assert [client.get(one).status_code for one in (PAGE, f"{PAGE}{past.pk}/")] == [404, 404]
    assert client.post(f"{PAGE}{past.pk}/take-over/").status_code == 404
    assert Learner.objects.count() == 0
