"""Before anybody agrees: the sheet in their own words, the full notice, and proof that they have it."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.cases.actions import TransitionRefused, answer_taking_part
from portal.cases.statuses import CaseStatus, Channel, Willing
from portal.papers import actions, gates
from portal.papers.models import NoticeDelivery, OwnWords, WrittenNotice
from portal.papers.statuses import DeliveryResult, DeliveryWay
from tests.factories.allegations import give_papers, make_routed_allegation
from tests.factories.cases import make_case
from tests.factories.people import make_staff
from tests.factories.signing_in import verified
from tests.factories.texts import make_resolution_texts, make_texts
from tests.portal.papers.asked import asked_case, made

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

OF_THE_LAW = (
    "Sam mocked the way Alex speaks.",
    "Alex Rivera",
    "Sam Lee",
    "In March",
    "In the reading room",
    "Policy on discrimination",
    "What is offered, and what it asks of you",
    "Taking part is voluntary",
    "When the formal process is closed to you",
    "What follows, and what is kept",
    "7 years",
    "Noor Rahman would lead it",
    "You may ask for somebody else",
    "Your advisor",
    "Supportive measures",
    "Nobody may treat you worse",
    "Answer in ten days.",
    "617-555-0142",
    "How we know that you have this notice",
)


def say_yes(person):
    return answer_taking_part(participant_id=person.pk, yes=True, channel=Channel.SELF, by=person.entry)


def test_nobody_can_say_yes_before_the_sheet_and_the_notice():
    case, by = asked_case()
    alex, sam = case.participants.all()
    with pytest.raises(TransitionRefused, match="Before a yes"):
        say_yes(alex)

    notice = made(case, by)
    actions.say_in_own_words(participant_id=alex.pk, words="I may say no", channel=Channel.SELF, by=alex.entry)
    with pytest.raises(TransitionRefused, match="Before a yes"):
        say_yes(alex)
    actions.check_own_words(own_words_id=OwnWords.objects.get().pk, understood=True, by=by)
    with pytest.raises(TransitionRefused, match="Before a yes"):
        say_yes(alex)
    assert actions.open_notice(person=alex, by=alex.entry) == notice

    assert say_yes(alex).willing == Willing.YES
    with pytest.raises(TransitionRefused, match="Before a yes"):
        say_yes(sam)


def test_a_no_needs_nothing():
    case, _by = asked_case()
    sam = case.participants.get(number=2)

    answer_taking_part(participant_id=sam.pk, yes=False, channel=Channel.SELF, by=sam.entry)

    sam.refresh_from_db()
    assert sam.willing == Willing.NO


def test_where_records_go_nothing_is_asked_first():
    make_texts()
    case = make_case(CaseStatus.INVITING)
    case.participants.update(willing=Willing.ASKED, rights_read_at=case.opened_at)

    assert say_yes(case.participants.first()).willing == Willing.YES
    assert say_yes(case.participants.last()).willing == Willing.YES


@pytest.mark.parametrize("words", OF_THE_LAW)
def test_the_notice_says_what_the_law_asks_for(words):
    case, by = asked_case()

    text = made(case, by).text

    assert words in text


def test_under_title_ix_the_notice_tells_the_bar_and_leaves_nothing_open():
    facts = {"law": "TITLE_IX", "basis": "SEX", "formal_complaint": "F-1", "where": "", "policy": ""}
    case, by = asked_case(**facts)

    with pytest.raises(TransitionRefused, match=r"does not say yet: where, the policy"):
        made(case, by)

    row = case.matter.allegations.get()
    row.where, row.policy = "In class", "Policy 5"
    row.save()
    assert "the formal process on these allegations cannot be taken" in made(case, by).text


def test_what_goes_another_way_is_not_in_the_notice():
    case, by = asked_case()
    make_routed_allegation(case.matter, "FORMAL", what="Something quite different")

    assert "Something quite different" not in made(case, by).text


def test_without_an_allegation_that_goes_this_way_there_is_no_notice():
    programme = make_resolution_texts()
    case = make_case(CaseStatus.INVITING, programme=programme, coordinator=make_staff(programme=programme))

    with pytest.raises(TransitionRefused, match="No allegation goes this way"):
        made(case, verified(case.coordinator))


def test_new_words_are_a_new_version_that_everybody_gets_anew():
    case, by = asked_case()
    first = give_papers(case, by)
    assert made(case, by) == first
    assert gates.notice_delivered(case) == []

    second = made(case, by, measures="Another seminar room")

    assert (second.version, WrittenNotice.objects.get(pk=first.pk).replaced_at is None) == (2, False)
    assert len(gates.notice_delivered(case)) == 2
    with pytest.raises(TransitionRefused, match="newer version"):
        actions.send_notice(notice_id=first.pk, participant_id=case.participants.first().pk, by=by)


@pytest.mark.parametrize(
    ("way", "result", "proves"),
    [
        (DeliveryWay.IN_PERSON, DeliveryResult.HANDED_OVER, True),
        (DeliveryWay.LETTER, DeliveryResult.SENT, False),
        (DeliveryWay.MAIL, DeliveryResult.BOUNCED, False),
    ],
)
def test_only_what_was_handed_over_or_opened_proves_anything(way, result, proves):
    case, by = asked_case()
    notice, alex = made(case, by), case.participants.first()

    actions.send_notice(notice_id=notice.pk, participant_id=alex.pk, by=by)
    actions.note_delivery(notice_id=notice.pk, participant_id=alex.pk, way=way, result=result, by=by)

    waiting = [line.person for line in gates.notice_delivered(case)]
    assert (alex not in waiting) is proves


def test_nobody_writes_down_that_a_page_was_opened():
    case, by = asked_case()
    notice, alex = made(case, by), case.participants.first()

    with pytest.raises(ValueError, match="page"):
        actions.note_delivery(
            notice_id=notice.pk, participant_id=alex.pk, way=DeliveryWay.PAGE, result=DeliveryResult.OPENED, by=by
        )


def test_opening_twice_is_one_proof_and_nobody_opens_for_another():
    case, by = asked_case()
    made(case, by)
    alex, sam = case.participants.all()

    actions.open_notice(person=alex, by=alex.entry)
    actions.open_notice(person=alex, by=alex.entry)
    with pytest.raises(PermissionDenied):
        actions.open_notice(person=sam, by=alex.entry)

    assert NoticeDelivery.objects.count() == 1


def test_words_that_show_that_it_was_not_understood_are_asked_for_again():
    case, by = asked_case()
    alex = case.participants.first()
    row = actions.say_in_own_words(participant_id=alex.pk, words="I must come", channel=Channel.SELF, by=alex.entry)

    actions.check_own_words(own_words_id=row.pk, understood=False, by=by)

    assert "once more, with help" in gates.rights_acknowledged(case)[0].words
    heard = actions.say_in_own_words(participant_id=alex.pk, words="I may say no", channel=Channel.PHONE, by=by)
    assert (heard.understood, heard.checked_by) == (True, by)
    assert [line.person.number for line in gates.rights_acknowledged(case)] == [2]


def test_people_elsewhere_give_nobody_papers():
    case, by = asked_case()
    notice, alex = made(case, by), case.participants.first()
    stranger = verified(make_staff("DIRECTOR"))

    for refused in (
        lambda: made(case, stranger),
        lambda: actions.send_notice(notice_id=notice.pk, participant_id=alex.pk, by=stranger),
        lambda: actions.say_in_own_words(participant_id=alex.pk, words="x", channel=Channel.PHONE, by=stranger),
    ):
        with pytest.raises(PermissionDenied):
            refused()
