"""The guided chooser: ways that end, ways back, and nothing kept."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import ChooserPage
from pages.seed.chooser import CHOOSER
from pages.ways import problems, walk
from tests.factories.public_site import make_page
from tests.factories.texts import make_texts


def question(name, *leads):
    answers = [{"words": f"to {target}", "leads_to": target} for target in leads]
    return {"name": name, "question": f"{name}?", "hint": "", "answers": answers}


def outcome(name):
    return {"name": name, "title": name, "text": "", "page": None, "may_ask": True}


def test_a_way_is_walked_answer_by_answer_and_back():
    questions, outcomes = (
        [question("one", "two", "end"), question("two", "end", "other")],
        [outcome("end"), outcome("other")],
    )

    there = walk(questions, outcomes, "1.2")

    assert there.question is None
    assert there.outcome["name"] == "other"
    assert [(step.answer, step.way) for step in there.steps] == [("to two", ""), ("to other", "1")]
    assert walk(questions, outcomes, "").options == [("1", "to two"), ("2", "to end")]


@pytest.mark.parametrize("way", ["3", "0", "x", "1.9", "2.1", "-1", "1..1", ".".join("1" * 30)])
def test_a_way_that_is_none_is_refused(way):
    with pytest.raises(ValueError, match=r"^(invalid literal|\S+$)"):
        walk([question("one", "two", "end"), question("two", "end", "end")], [outcome("end")], way)


def test_what_keeps_a_visitor_from_an_end_is_named():
    assert problems([], []) == ["Ask at least one question."]
    assert "nothing here has that short name" in problems([question("one", "end", "gone")], [outcome("end")])[0]
    assert "never end" in problems([question("a", "b", "end"), question("b", "a", "end")], [outcome("end")])[0]
    assert problems([question("a", "end", "end")], [outcome("end"), outcome("far")]) == ["No answer leads to “far”."]
    assert "Each needs its own" in problems([question("a", "a", "a")], [outcome("a")])[0]


def test_the_seeded_chooser_always_ends():
    assert problems([value for _, value in CHOOSER["questions"]], [value for _, value in CHOOSER["outcomes"]]) == []


@pytest.fixture
def chooser(db):
    make_texts()
    outcomes = [(kind, value | {"page": None}) for kind, value in CHOOSER["outcomes"]]
    return make_page(ChooserPage, title="Which service fits?", questions=CHOOSER["questions"], outcomes=outcomes)


def test_without_an_answer_the_question_comes_again_and_says_so(client, chooser):
    page = client.get(chooser.url, {"at": "1"}).content.decode()

    assert "<title>Error: Which service fits?" in page
    assert "Choose one of the answers" in page
    assert "Was somebody hurt" in page


def test_an_outcome_names_what_was_chosen_and_leads_on(client, chooser):
    page = client.get(chooser.url, {"way": "1.2.2", "at": "1.2"}).content.decode()

    assert "Coaching could fit" in page
    assert "Not now" in page
    assert 'href="/request/' in page
    assert "Error:" not in page


def test_choosing_writes_nothing(client, chooser):
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(chooser.url, {"way": "1.2", "at": "1"})

    assert answer.status_code == 200
    assert not answer.cookies
    assert not [query for query in seen if query["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
    assert client.get(chooser.url, {"way": "7"}).status_code == 404
