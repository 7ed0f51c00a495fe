"""Events around the day of seeding: `weeks` from then (before it when negative), on a weekday, from hour to hour."""

from .words import bullets, folds, steps, text

INDEX = {
    "title": "Events",
    "slug": "events",
    "show_in_menus": True,
    "search_description": "Workshops, listening circles and open evenings of our office.",
    "intro": "Come and try, listen, or ask. All of it is free, and nobody has to speak.",
    "nothing_coming": "New dates come out at the start of each term.",
}
PLACE = "Harbor room, Quayside Hall. The door on the harbor side has no steps."
THURSDAY, TUESDAY, WEDNESDAY = 3, 1, 2

OPEN_EVENING = {
    "title": "Open evening",
    "slug": "open-evening",
    "kind": "SESSION",
    "when": ((2, THURSDAY, 18, 20),),
    "search_description": "Meet mediators, see the rooms and ask what you like.",
    "intro": "Meet people who mediate, see the rooms, and ask what you like. There is soup.",
    "place": PLACE,
    "capacity_note": "40 places, first come, first served",
    "signs_up": True,
    "body": [
        text(
            "<h2>What happens</h2>",
            bullets(
                "Two mediators show how a talk begins, with a made-up story.",
                "You hear how one becomes a mediator.",
                "You can ask anything. It is no place to tell your own conflict: others listen.",
            ),
        ),
    ],
    "topics": [],
}

HARD_TALK = {
    "title": "How to begin a hard talk",
    "slug": "begin-a-hard-talk",
    "kind": "WORKSHOP",
    "audience": "STUDENTS",
    "when": ((3, TUESDAY, 12, 13),),
    "search_description": "A lunch hour to practice first sentences.",
    "intro": "A lunch hour to practice first sentences. Bring your food. You need not bring a real case.",
    "place": PLACE,
    "capacity_note": "16 places",
    "signs_up": True,
    "body": [
        steps(
            "The hour",
            ("Ten minutes to arrive", "We say how it goes, and what stays in the room."),
            ("Half an hour to try", "In pairs, with cards. You can just watch."),
            ("Ten minutes to look back", "What was hard? What would you say in your own words?"),
        )
    ],
    "topics": ["hard-conversations"],
}

LISTENING_CIRCLE = {
    "title": "Listening circle",
    "slug": "listening-circle",
    "kind": "LISTENING_CIRCLE",
    "when": ((1, WEDNESDAY, 17, 18), (3, WEDNESDAY, 17, 18), (5, WEDNESDAY, 17, 18)),
    "search_description": "An hour in which one person speaks and all others listen.",
    "intro": "One person speaks, all others listen. Nobody answers, nobody gives advice. You may pass.",
    "place": PLACE,
    "capacity_note": "12 places. Come once or each time.",
    "signs_up": True,
    "body": [
        text(
            "A circle has a question, such as “When did you feel at home here?” It goes round twice. Then we drink tea."
        ),
        folds(
            "Good to know",
            ("Do I have to speak?", "No. You can pass, as often as you like."),
            ("What may I tell others?", "What you felt and learned. Not who said what."),
        ),
    ],
    "topics": ["feelings"],
}

MEETINGS = {
    "title": "Leading a meeting that ends on time",
    "slug": "meetings-that-end",
    "kind": "WORKSHOP",
    "audience": "STAFF",
    "when": ((4, TUESDAY, 9, 11), (5, TUESDAY, 9, 11)),
    "search_description": "Two mornings on how to lead a meeting in which all are heard.",
    "intro": "Two mornings on how to lead a meeting in which all are heard, and that ends when you said it would.",
    "online_url": "https://meet.example.edu/harbor-room",
    "capacity_note": "24 places, with captions",
    "signs_up": True,
    "body": [
        text(
            "<h2>What you take home</h2>",
            bullets(
                "an agenda that says what each point is for",
                "three ways to hear the quiet ones",
                "words to stop somebody who does not stop",
            ),
        )
    ],
    "topics": ["groups-and-teams"],
}

LAB_TALK = {
    "title": "Sharing a lab: an hour of questions",
    "slug": "sharing-a-lab-questions",
    "kind": "SESSION",
    "audience": "POSTDOCS",
    "when": ((-3, THURSDAY, 16, 17),),
    "search_description": "Questions about benches, machines and names on papers.",
    "intro": "You asked about benches, machines and names on papers. We looked at what groups have tried.",
    "place": "Room 12, North Lab",
    "body": [text("Thank you to the 22 people who came. What we collected is in our article on sharing a lab.")],
    "topics": ["working-together"],
}

WELCOME = {
    "title": "Welcome week: living together",
    "slug": "welcome-week",
    "kind": "WORKSHOP",
    "audience": "STUDENTS",
    "when": ((-11, WEDNESDAY, 14, 15),),
    "search_description": "For new roommates, in the first week of term.",
    "intro": "For new roommates: the four questions to ask each other in the first week.",
    "place": "Great hall, Student House",
    "body": [text("The sheet we used is among our resources. It is called “A check-in for two”.")],
    "topics": ["living-together"],
}

ALL = (OPEN_EVENING, HARD_TALK, LISTENING_CIRCLE, MEETINGS, LAB_TALK, WELCOME)
