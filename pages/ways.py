"""Ways through the guided chooser: a row of answers, each by its number, read anew at every step.

Nothing is stored. The whole way stands in the address as "2.1.3", so that it can be walked back, and passed on.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

LONGEST = 20


@dataclass(frozen=True)
class Step:
    """A question that was answered, and the way that leads back to it."""

    question: str
    answer: str
    way: str


@dataclass(frozen=True)
class Walk:
    """Where a way has led: to a question, to an outcome, or to neither when an answer leads nowhere."""

    way: str
    steps: list[Step]
    question: dict | None
    outcome: dict | None

    @property
    def options(self):
        """Each answer of the question with the way that it leads on to."""
        numbers = enumerate(self.question["answers"], start=1)
        return [(on(self.way, number), answer["words"]) for number, answer in numbers]

    @property
    def back(self):
        return self.steps[-1].way if self.steps else None


def on(way, number):
    return f"{way}.{number}" if way else str(number)


def numbers_of(way):
    """The answers by number. Raises ValueError for what is no way."""
    numbers = [int(part) for part in way.split(".")] if way else []
    if len(numbers) > LONGEST or any(number < 1 for number in numbers):
        raise ValueError(way)
    return numbers


def walk(questions, outcomes, way):
    """Follow a way. Raises ValueError when it has an answer that is not there, or goes on after an outcome."""
    by_name = {value["name"]: value for value in reversed(questions)}
    ends = {value["name"]: value for value in outcomes}
    question, outcome, steps, walked = (questions[0] if questions else None), None, [], ""
    for number in numbers_of(way):
        if question is None or number > len(question["answers"]):
            raise ValueError(way)
        answer = question["answers"][number - 1]
        steps.append(Step(question["question"], answer["words"], walked))
        walked, question, outcome = on(walked, number), by_name.get(answer["leads_to"]), ends.get(answer["leads_to"])
    return Walk(walked, steps, question, outcome)


def problems(questions, outcomes):
    """What keeps a visitor from coming to an end, in the words of an editor; nothing when every way ends."""
    if not questions:
        return [_("Ask at least one question.")]
    names = [value["name"] for value in [*questions, *outcomes]]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        return [_("Two have the short name “%(name)s”. Each needs its own.") % {"name": name} for name in twice]
    leads = {value["name"]: [answer["leads_to"] for answer in value["answers"]] for value in questions}
    return [*_dead_ends(questions, set(names)), *_circles(questions[0]["name"], leads), *_unreached(names, leads)]


def _dead_ends(questions, names):
    return [
        _("“%(answer)s” leads to “%(target)s”, and nothing here has that short name.")
        % {"answer": answer["words"], "target": answer["leads_to"]}
        for value in questions
        for answer in value["answers"]
        if answer["leads_to"] not in names
    ]


def _circles(name, leads, above=()):
    """A question that leads back to itself, over however many others."""
    if name in above:
        return [_("From “%(name)s” a visitor can come back to “%(name)s” and never end.") % {"name": name}]
    found = [words for target in leads.get(name, ()) for words in _circles(target, leads, (*above, name))]
    return list(dict.fromkeys(found))


def _unreached(names, leads):
    reached, ahead = set(), [names[0]]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += leads.get(name, ())
    return [_("No answer leads to “%(name)s”.") % {"name": name} for name in names if name not in reached]
