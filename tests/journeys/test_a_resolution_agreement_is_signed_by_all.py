"""A resolution agreement: written, signed by two parties, the coordinator and the director, sealed, compared."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from portal.plans.models import Resolution
from tests.factories.resolutions import director_of, make_kept_case

from .actors import is_signed_in
from .test_a_plan_is_made_and_followed import holds_page

pytestmark = pytest.mark.django_db(transaction=True)


def in_days(number):
    return (timezone.localdate() + timedelta(days=number)).isoformat()


def test_a_resolution_agreement_is_signed_by_all(person, tmp_path):
    cache.clear()
    case = make_kept_case()
    cora, dora = person(), person(phone=True)
    is_signed_in(cora, case.coordinator)
    is_signed_in(dora, director_of(case))
    page = f"{case.get_absolute_url()}resolution/"

    cora.open(case.get_absolute_url())
    cora.press("The resolution agreement")
    cora.press("Begin the agreement")
    cora.press("Change the words")
    cora.page.get_by_label("What does it settle?").fill("Remarks in the lab in October")
    cora.choose("Nobody is found")
    cora.page.get_by_label("On which day do you look").fill(in_days(30))
    cora.page.get_by_label("If something is not kept").fill("The director hears it")
    cora.press("Keep")
    cora.press("Add a term")
    cora.is_refused("Keep")
    cora.choose("Alex")
    cora.page.get_by_label("What?").fill("Stay away from bench four")
    cora.page.get_by_label("Of what kind is it?").select_option("SPACE")
    cora.page.get_by_label("Until which day?").fill(in_days(60))
    cora.press("Keep")
    for number in (1, 2):
        cora.page.locator(f"a[href$='leaving/{number}/']").click()
        cora.choose("Graduation")
        cora.press("Keep")
    cora.press("Open it for signing")
    cora.reads("Waiting for Alex to sign")

    for one in case.participants.select_related("entry"):
        party = person(phone=True)
        holds_page(party, one)
        party.open("/my/")
        party.press("Read and sign the agreement")
        party.is_refused("Sign")
        party.page.get_by_label("Type your name").fill(one.name)
        party.choose("I agree to sign")
        party.press("Sign")
        party.reads("It holds when everyone has signed")
    for somebody in (cora, dora):
        somebody.open(page)
        somebody.press("Sign it yourself")
        somebody.page.get_by_label("Type your name").fill("In my own hand")
        somebody.choose("I agree to sign")
        somebody.press("Sign")
    dora.reads("can no longer go to a formal process")

    row = Resolution.objects.select_related("copy").get()
    good, bad = tmp_path / "copy.pdf", tmp_path / "changed.pdf"
    good.write_bytes(row.copy.pdf)
    bad.write_bytes(row.copy.pdf[:-2] + b"X" + row.copy.pdf[-1:])
    cora.open("/portal/copies/")
    cora.is_refused("Check it")
    for file, words in ((good, "This is a sealed copy"), (bad, "none of our sealed copies")):
        cora.page.get_by_label("The copy, as a PDF file").set_input_files(file)
        cora.press("Check it")
        cora.reads(words)
    cora.open(page)
    cora.press("Who opened it")
