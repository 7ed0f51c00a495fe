"""More to read and to fill in: tips, worksheets and articles."""

from . import articles, homes, tips, worksheets

TOPICS = (
    ("Living together", "living-together"),
    ("Groups and teams", "groups-and-teams"),
    ("Feelings", "feelings"),
    ("Putting it right", "putting-it-right"),
)
ALL = (*tips.ALL, *worksheets.ALL, *articles.ALL, *homes.ALL)
