from ..words import bullets, folds, said, text

ROOMMATES = {
    "title": "Living with a roommate",
    "slug": "living-with-a-roommate",
    "kind": "ARTICLE",
    "audience": "STUDENTS",
    "minutes": 5,
    "search_description": "Noise, guests, dishes, heat: how to talk about what bothers you in a shared room.",
    "intro": "Noise, guests, dishes, heat. Two good people can still drive each other mad in one room.",
    "body": [
        text(
            "<h2>Talk about it in the first week</h2>",
            bullets(
                "When do you sleep, and how light is your sleep?",
                "Who may come, and how long may they stay?",
                "What may be shared, and what may not?",
                "How do we tell each other that something is too much?",
            ),
            "<h2>If it has gone on for weeks</h2>",
            "Pick one thing, not all of them. Choose a calm hour. Say what you see, what it does to you and what you would like. "
            "Then ask how it is for them, and wait for the answer.",
            "<h2>Not on the door, not in the group chat</h2>",
            "Notes and jokes in front of others make it a show. It is hard to give way in a show.",
        ),
        folds(
            "What if …",
            (
                "… we come from very different homes?",
                "Then much of what seems rude is just new. Ask how it was done at home, and tell how it was at yours.",
            ),
            (
                "… I would like to move out?",
                "You can ask the housing office, with or without a talk. It does not mean that you have failed.",
            ),
            ("… I am scared?", "Do not talk alone. Call campus police at 617-555-0100, or come to us by day."),
        ),
        said("We wrote down three rules on a pizza box. It still hangs there.", "student"),
    ],
    "topics": ["living-together"],
}

SILENCE = {
    "title": "When the other one does not answer",
    "slug": "when-they-do-not-answer",
    "kind": "TIP",
    "minutes": 3,
    "search_description": "What you can do when somebody does not want to talk to you.",
    "intro": "You have written twice, and nothing came back. Silence can mean many things.",
    "body": [
        text(
            bullets(
                "They may need more time than you do.",
                "They may fear what you will say, or what they might.",
                "They may not want to, now or at all. They may do that.",
            ),
            "<h2>What you can do</h2>",
            "Write once more, in three lines. Say that you would like to talk, that they may say no, "
            "and how they can reach you. Then leave it. To write again and again is pressure.",
            "And you can look after your own side. A coach helps you with that, and needs no one but you.",
        ),
    ],
    "topics": ["hard-conversations", "feelings"],
}

ALL = (ROOMMATES, SILENCE)
