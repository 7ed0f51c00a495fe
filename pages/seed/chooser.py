from .words import answer, asked, outcome

CHOOSER = {
    "title": "Which service fits?",
    "slug": "which-service-fits",
    "search_description": "A few questions that help you choose between coaching, facilitation, mediation and a circle.",
    "intro": "A few questions, one at a time. At the end you read what could fit. You can always ask us instead.",
    "questions": [
        asked(
            "who",
            "Who is it between?",
            "",
            answer("Me and one or two other people", "harm"),
            answer("A whole group or team", "facilitation"),
            answer("It is about discrimination or harassment", "unfair"),
            answer("I am not part of it, but I am worried", "talk"),
        ),
        asked(
            "harm",
            "Was somebody hurt, and does the one who did it want to put it right?",
            "For example after something was broken, said or done that cannot be taken back.",
            answer("Yes", "circle"),
            answer("No, or I do not know", "together"),
        ),
        asked(
            "together",
            "Can you think of sitting in one room with the other person?",
            "Two people who are neutral would be with you. You could stop at any time.",
            answer("Yes, if it is safe", "mediation"),
            answer("Not now", "coaching"),
            answer("I would like to talk about that first", "talk"),
        ),
    ],
    "outcomes": [
        outcome(
            "coaching",
            "Coaching could fit",
            "You think it through with one of us, alone. Nobody else is told. You find out what you want, and how to begin.",
            "coaching",
        ),
        outcome(
            "facilitation",
            "Facilitation could fit",
            "Somebody neutral leads a meeting of your group, so that all are heard and it comes to an end.",
            "facilitation",
        ),
        outcome(
            "mediation",
            "Mediation could fit",
            "Two trained people help you talk to each other. You decide what comes of it. It takes place only if everyone says yes.",
            "mediation",
        ),
        outcome(
            "circle",
            "A circle could fit",
            "In a circle, people speak about what happened and what would repair it. It is prepared with each person alone.",
            "restorative-justice",
        ),
        outcome(
            "unfair",
            "There is a way of its own for this",
            "You can settle it without a formal process, or hear who takes a formal complaint. Here a record is kept. "
            "Read what that means first.",
            "discrimination-and-harassment",
            may_ask=False,
        ),
        outcome(
            "talk",
            "Let us look at it together",
            "You do not have to know what you need. Tell us a little, and a person from the office talks it over with you.",
        ),
    ],
}
