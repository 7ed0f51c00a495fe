"""An intern's day: the pledge, the training, a piece of work, and a case that is not there for them (C38)."""

from datetime import timedelta

from django.utils import timezone

from tests.factories import PASSWORD, make_case, make_device, make_staff

from .actors import open_office, sign_in_by_hand


def test_an_intern_promises_works_and_sees_no_case(person):
    office = open_office()
    case = make_case(coordinator=office.dana)
    intern = make_staff("INTERN", first_name="Ivo", last_name="Brandt", email="ivo@example.edu", password=PASSWORD)
    make_device(intern)

    ivo = person(phone=True)
    ivo.open("/portal/work/")
    sign_in_by_hand(ivo, intern)
    ivo.open("/portal/work/")
    ivo.reads("What I promise as an intern")
    ivo.is_refused("I promise this")
    ivo.page.get_by_label("Your name, typed as your signature").fill("Ivo Brandt")
    ivo.press("I promise this")
    ivo.reads("Your training comes first")

    dana = person()
    dana.open("/portal/interns/")
    sign_in_by_hand(dana, office.dana)
    dana.open("/portal/interns/")
    dana.page.get_by_label("Day on which Ivo Brandt was trained").fill(timezone.localdate().isoformat())
    dana.press("Trained")
    dana.reads("They can be given work.")
    dana.open("/portal/interns/give/")
    dana.page.get_by_label("Survey", exact=True).check()
    dana.page.get_by_label("What is it called?").fill("Answers from the fall fair")
    dana.page.get_by_label("What is to be done").fill("Sort the cards into themes. Ask alex@example.edu first.")
    dana.page.get_by_label("Who does it").select_option(index=1)
    dana.page.get_by_label("Until").fill((timezone.localdate() + timedelta(days=3)).isoformat())
    dana.page.get_by_label("I have read it again").check()
    dana.press("Give it")
    dana.reads("holds a mail address")
    dana.page.get_by_label("What is to be done").fill("Sort the cards into themes.")
    dana.press("Give it")
    dana.reads("It is on their page.")

    ivo.open("/portal/work/")
    ivo.press("Answers from the fall fair")
    ivo.page.get_by_label("Your work").fill("Four themes, twelve cards each.")
    ivo.press("Hand it in")
    ivo.reads("Nobody else sees it before it is approved.")
    assert ivo.open(case.get_absolute_url()).status == 404
    ivo.reads("There is no page here")
    assert case.reference not in ivo.page.locator("main").inner_text()

    dana.open("/portal/interns/")
    dana.press("Answers from the fall fair")
    dana.page.get_by_label("Approve", exact=True).check()
    dana.press("Tell them")
    dana.reads("They read it on their page.")
    ivo.open("/portal/work/")
    ivo.reads("Approved")
