"""What people can be certified as, as data. What each level asks for are rows: see `training.models.Requirement`."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from portal.roster.statuses import Skill, Tier


class Level(TextChoices):
    BASIC = "BASIC", _("Basic")
    CO_MEDIATOR = "CO_MEDIATOR", _("Co-mediator")
    LEAD = "LEAD", _("Lead mediator")
    RJ_FACILITATOR = "RJ_FACILITATOR", _("Restorative justice facilitator")
    COACH = "COACH", _("Conflict coach")
    TRAINER = "TRAINER", _("Trainer")


@dataclass(frozen=True)
class LevelDefinition:
    """What a certification at this level means for the roster.

    `skill` is what a holder may conduct, "" when the level alone opens no case. `months` is how long one
    certification holds; a renewal is a new one. `sign_offs` is how many people must vouch for a candidate, `observed`
    how many sessions somebody experienced must have watched, whatever the rows of the level say.
    """

    level: Level
    months: int
    skill: str = ""
    tier: str = ""
    sign_offs: int = 0
    observed: int = 0


LEVELS: dict[str, LevelDefinition] = {
    one.level: one
    for one in (
        LevelDefinition(Level.BASIC, months=36),
        LevelDefinition(Level.CO_MEDIATOR, months=24, skill=Skill.MEDIATION, tier=Tier.CO),
        LevelDefinition(Level.LEAD, months=24, skill=Skill.MEDIATION, tier=Tier.LEAD, sign_offs=2),
        LevelDefinition(Level.RJ_FACILITATOR, months=24, skill=Skill.RJ, tier=Tier.CO),
        LevelDefinition(Level.COACH, months=24, skill=Skill.COACHING, tier=Tier.CO),
        LevelDefinition(Level.TRAINER, months=36, sign_offs=2, observed=2),
    )
}
