"""How long something is kept, why, and how it goes. Each line of the schedule has one of these."""

from dataclasses import dataclass
from enum import Enum


class How(Enum):
    WITH_KEY = "unreadable when the key of its matter is destroyed, in every backup too; then deleted with the rows"
    WITH_MATTER = "its row is deleted when the matter is destroyed"
    WITH_RECORD = "its row is deleted when the time of the enforcing office's record is over"
    AFTER_DAYS = "its row is deleted by the timer, so many days after a date on it"
    BY_ITS_FORM = "its row is deleted by the timer, after as many days as its form says to whoever fills it in"
    WITH_PARENT = "deleted together with the row it belongs to"
    WITH_ACCOUNT = "kept as long as the office answers for what a member of staff did; accounts are never deleted"
    KEPT = "kept: it names nobody and says nothing of a matter"
    PUBLIC = "written to be read by everybody; editors delete it"


@dataclass(frozen=True)
class Rule:
    how: How
    why: str
    days: int | None = None
    counted_from: str = ""


def after_days(days: int, counted_from: str, why: str) -> Rule:
    """Enforced from this line itself: `portal.records.expiry` deletes what is older."""
    return Rule(How.AFTER_DAYS, why, days, counted_from)


def of(model: str, rule: Rule, fields: str) -> dict[str, Rule]:
    """One line for each of these fields: of("portal.Case", ROW, "status ending")."""
    return {f"{model}.{field}": rule for field in fields.split()}


# What nearly every line of a matter says.
SEALED = Rule(How.WITH_KEY, "what somebody said or who somebody is: only for as long as the work on it goes on")
ROW = Rule(How.WITH_MATTER, "where a matter stands: only for as long as the work on it goes on")
RECORD = Rule(How.WITH_RECORD, "what an office enforces: until it has ended, and for its years of keeping after that")
STAFF = Rule(How.WITH_ACCOUNT, "who works here, and what they were allowed to do")
SETTING = Rule(How.KEPT, "how the office works")
TEXT = Rule(How.KEPT, "what people were told, in which words: each version is kept as a proof")
CODED = Rule(How.KEPT, "a code or a rounded number that cannot be joined back to a matter")
CMS = Rule(How.PUBLIC, "the public pages and their history")
