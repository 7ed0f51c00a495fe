"""Pictures, sheets to print and a video: what they show, in words, and on which pages of the demo site they stand.

The drawings are our own; beside each picture in `media/` lies the drawing it was made from.
"""

from .words import text

CREDIT = "Drawing: our office"

# Name of the file -> name among us, and what somebody sees on it.
PICTURES = {
    "two-cups": (
        "Two cups on a table",
        "Two cups face each other on a round table. Between them lie a sheet and a pencil.",
    ),
    "five-doors": (
        "Five doors",
        "Five doors in a wall. The one in the middle is open, and warm light falls through it.",
    ),
    "bench": (
        "A shared bench",
        "A bench with flasks and a microscope. On the wall above it hangs a plan of who uses what when.",
    ),
    "home-for-two": (
        "A home for two",
        "A house cut open at night: a desk in one room, a bed in the other, one roof above both.",
    ),
    "circle": (
        "A circle of chairs",
        "Nine chairs stand in a circle around a table with a pot of tea. One chair has another color.",
    ),
    "evening": (
        "Quayside Hall in the evening",
        "A hall at the water after dark. Its windows are lit, the moon is up, and a boat goes by.",
    ),
    "rings": (
        "Two dots and their rings",
        "Rings spread from two dots, one teal and one amber, and meet in the middle.",
    ),
    "quiet-room": (
        "The quiet room",
        "A soft chair beside a lamp and a small table. The window looks out on the harbor.",
    ),
}

# The slug of a page with a picture of its own -> that picture.
ON_PAGES = {
    "before-a-hard-talk": "two-cups",
    "five-ways-to-begin": "five-doors",
    "sharing-a-lab": "bench",
    "living-with-a-roommate": "home-for-two",
    "putting-things-right": "circle",
    "evening-hours": "evening",
    "quiet-room": "quiet-room",
}
# The slug of a page -> the picture that opens its text, and the words beneath it.
IN_TEXTS = {
    "listening-circle": ("circle", "One chair is yours. You may also just sit and listen."),
    "visit-us": ("quiet-room", "The small room next door. Nobody walks through it."),
    "work-with-us": ("evening", "Many talks are in the evening, here at Quayside Hall."),
}

SHEET_WORDS = "Print the sheet and write on it"
SHEET_NOTE = "With room for your own words. Nobody collects it."

VIDEO_PICTURE = "rings"
VIDEO_FILE = "mediation-in-half-a-minute"
VIDEO_TITLE = "Mediation in half a minute"
VIDEO_TRANSCRIPT = (
    "<p>There is no sound. Two dots stand far apart, and rings spread from each: “Two people. One conflict.”</p>"
    "<p>The dots come a little closer: “You tell us a little. We listen.”</p>"
    "<p>Two smaller dots join above them: “Two mediators help you both to speak.”</p>"
    "<p>The rings grow calm and begin to meet: “Each one is heard.”</p>"
    "<p>Where they meet, a shape of their own appears: “You decide what comes of it.”</p>"
)
VIDEO = {
    "title": VIDEO_TITLE,
    "slug": "mediation-in-half-a-minute",
    "kind": "VIDEO",
    "minutes": 1,
    "search_description": "A short film without sound that shows what happens when two people ask for mediation.",
    "intro": "A short film without sound: two people, one conflict, and what we can do together.",
    "topics": ["hard-conversations"],
}
VIDEO_AFTER = text(
    "<h2>What the film leaves out</h2>",
    "It is not always that smooth. Some talks need more than one evening. Some end without an agreement, and that is "
    "fine too. You can stop at any time, and nobody asks why.",
    'What each step is like stands on our page on <a to="mediation">mediation</a>.',
)
