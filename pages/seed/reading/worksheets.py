from ..words import bullets, notice, steps, table, text

TEAM_RULES = {
    "title": "Ground rules for our group",
    "slug": "ground-rules",
    "kind": "WORKSHEET",
    "minutes": 45,
    "search_description": "A sheet for a new group: what to agree on before the first conflict.",
    "intro": "For a new group, a lab or a club. Fill it in together, and look at it again after a month.",
    "body": [
        notice("What you need", "Paper, pens, 45 minutes, and somebody who watches the clock.", "calm"),
        steps(
            "Talk about these, one by one",
            ("How do we reach each other?", "By which way, until what hour, and how soon may we expect an answer?"),
            ("How do we decide?", "All of us, most of us, or one of us? Who may decide alone, and what?"),
            ("What if somebody is late?", "With work, or for a meeting. What do we want to hear, and when?"),
            ("How do we say that something is wrong?", "To whom first? In the group or alone?"),
            ("Who gets named?", "On the paper, the poster or the prize. In which order, and who says so?"),
            ("When do we look at this again?", "Write down the day."),
        ),
        text("Leave room for what only your group needs. Sign it or not, as you like: it is yours."),
    ],
    "topics": ["groups-and-teams", "working-together"],
}

ICEBERG = {
    "title": "What they say and what they need",
    "slug": "what-they-need",
    "kind": "WORKSHEET",
    "minutes": 20,
    "search_description": "A sheet to find what may lie below the words in a quarrel, yours and theirs.",
    "intro": "People fight over what they want. They find ways on when they say what they need. Practise to tell the two apart.",
    "body": [
        table(
            "Three samples",
            ("What is said", "What may be needed", "A question that helps"),
            ("“I want the desk by the window.”", "Light, or quiet", "“What is it about that desk?”"),
            ("“You never ask me.”", "To count, to be seen", "“Which choice did you miss being part of?”"),
            ("“No more guests after ten.”", "Sleep, or to feel safe", "“What would a good night look like?”"),
        ),
        text(
            "<h2>Now yours</h2>",
            bullets(
                "Write down one thing you have said more than once.",
                "Ask “What for?” Write the answer below. Ask again, three times.",
                "Do the same for one thing they have said. Mark it as a guess.",
                "Circle the needs that both of you have. Begin there.",
            ),
        ),
    ],
    "topics": ["hard-conversations"],
}

CHECK_IN = {
    "title": "A check-in for two",
    "slug": "check-in-for-two",
    "kind": "WORKSHEET",
    "audience": "STUDENTS",
    "minutes": 15,
    "search_description": "A short talk for roommates or partners in a project, once in two weeks.",
    "intro": "Fifteen minutes, once in two weeks. It keeps small things small.",
    "body": [
        steps(
            "Each of you speaks, the other one listens",
            ("One thing that went well", "Be exact: “You turned the music down when I had my test.”"),
            ("One thing that was hard", "Begin with “I”. One is enough."),
            ("One thing I would like to try", "Something small, for two weeks only."),
        ),
        text("Write down what you will try. Next time, begin with it: did it help, and do we keep it?"),
    ],
    "topics": ["living-together"],
}

ALL = (TEAM_RULES, ICEBERG, CHECK_IN)
