"""What must hold of the arithmetic, whatever the rubric says."""

from dataclasses import dataclass, field

from hypothesis import assume, given
from hypothesis import strategies as st

from portal.programmes.processes import PROCESSES
from portal.screening.scoring import BEST, EVERYBODY, fit
from portal.screening.statuses import Band, LowMeans

PEOPLE = ["1", "2", "3"]
ORDER = [Band.NOT_ADVISED, Band.WITH_SAFEGUARDS, Band.SUITABLE]


@dataclass(frozen=True)
class Criterion:
    code: str
    weight: int
    per_person: bool
    low_means: str
    words: str = "Words"
    safeguards: list = field(default_factory=list)

    def weight_for(self, process):
        return self.weight


@dataclass(frozen=True)
class Limits:
    suitable_from: int = 70
    safeguards_from: int = 50
    answered_from: int = 80


SCORE = st.integers(0, BEST)


@st.composite
def rubrics(draw):
    size = draw(st.integers(1, 8))
    parts = st.tuples(st.integers(1, 20), st.booleans(), st.sampled_from(LowMeans.values))
    return [Criterion(f"W{number}", *draw(parts)) for number in range(size)]


@st.composite
def answered(draw):
    """A rubric and scores, some of them missing."""
    rubric = draw(rubrics())
    keys = {one.code: PEOPLE if one.per_person else [EVERYBODY] for one in rubric}
    scores = {code: draw(st.dictionaries(st.sampled_from(those), SCORE)) for code, those in keys.items()}
    return rubric, scores


@st.composite
def complete(draw):
    rubric = draw(rubrics())
    keys = {one.code: PEOPLE if one.per_person else [EVERYBODY] for one in rubric}
    return rubric, {code: {key: draw(SCORE) for key in those} for code, those in keys.items()}


def weighed(rubric, scores, people=PEOPLE):
    return fit(rubric, scores, process=PROCESSES["MEDIATION"], people=people, limits=Limits())


def raised(scores, code, key):
    return scores | {code: scores[code] | {key: scores[code][key] + 1}}


@given(answered())
def test_the_result_lies_between_0_and_100(made):
    found = weighed(*made)

    assert found.percent is None or 0 <= found.percent <= 100
    assert 0 <= found.answered <= 1


@given(answered())
def test_too_little_answered_never_counts_as_suitable(made):
    found = weighed(*made)

    assert found.answered * 100 >= 80 or found.band in (Band.NOT_ENOUGH, Band.NOT_ADVISED)


@given(complete(), st.data())
def test_a_better_score_never_makes_it_worse(made, data):
    rubric, scores = made
    code = data.draw(st.sampled_from(sorted(scores)))
    key = data.draw(st.sampled_from(sorted(scores[code])))
    assume(scores[code][key] < BEST)

    before, after = weighed(rubric, scores), weighed(rubric, raised(scores, code, key))

    assert after.percent >= before.percent
    assert ORDER.index(after.band) >= ORDER.index(before.band)
    assert after.joint_talk >= before.joint_talk


@given(complete(), st.data())
def test_only_the_lowest_person_moves_the_result(made, data):
    rubric, scores = made
    by_person = [one for one in rubric if one.per_person]
    assume(by_person)
    code = data.draw(st.sampled_from([one.code for one in by_person]))
    key = max(scores[code], key=lambda person: scores[code][person])
    lowest = min(score for person, score in scores[code].items() if person != key)
    better = data.draw(st.integers(lowest, BEST))
    assume(scores[code][key] >= lowest)

    after = weighed(rubric, scores | {code: scores[code] | {key: better}})

    assert (after.percent, after.band) == (weighed(rubric, scores).percent, weighed(rubric, scores).band)


@given(complete())
def test_one_more_person_never_makes_it_better(made):
    rubric, scores = made

    assert weighed(rubric, scores).percent <= weighed(rubric, scores, people=PEOPLE[:1]).percent


@given(complete(), st.permutations(PEOPLE))
def test_the_order_of_the_people_changes_nothing(made, people):
    rubric, scores = made

    assert weighed(rubric, scores, people=people).percent == weighed(rubric, scores).percent


@given(complete())
def test_a_low_answer_to_what_decides_alone_rules_it_out(made):
    rubric, scores = made
    low = [one for one in rubric if one.low_means == LowMeans.NOT_ADVISED and min(scores[one.code].values()) <= 1]
    assume(low)

    assert weighed(rubric, scores).band == Band.NOT_ADVISED


@given(complete())
def test_weights_count_by_their_proportion(made):
    rubric, scores = made
    doubled = [Criterion(one.code, one.weight * 2, one.per_person, one.low_means) for one in rubric]

    assert weighed(doubled, scores).percent == weighed(rubric, scores).percent
