from datetime import date

from .words import bullets, text

INDEX = {
    "title": "News",
    "slug": "news",
    "search_description": "What is new at the Office for Conflict Resolution.",
    "intro": "What is new at our office.",
}

EVENINGS = {
    "title": "Mediation now also in the evening",
    "slug": "evening-hours",
    "published_on": date(2026, 10, 12),
    "search_description": "From this term on, sessions can start as late as seven in the evening.",
    "intro": "From this term on, sessions can start as late as seven in the evening, and on Saturdays.",
    "body": [
        text(
            "Many of you work in shifts, or have children to bring to bed. So we asked our mediators for more hours. "
            "Eleven of them said yes.",
            "When you give us the times that suit you, you will now see evenings and Saturdays too. "
            "The rooms are open and lit, and somebody from the office is in the house.",
        )
    ],
}

NEW_MEDIATORS = {
    "title": "Eight new mediators",
    "slug": "eight-new-mediators",
    "published_on": date(2026, 9, 21),
    "search_description": "Students, staff and faculty have finished their training this summer.",
    "intro": "Students, staff and faculty have finished their training this summer. They start in pairs with people who know the work.",
    "body": [
        text(
            "The eight have learned for forty-eight hours, and have sat in on sessions. From now on each of them works beside "
            "a mediator with more years behind them.",
            "<h2>Would you like to do this too?</h2>",
            bullets(
                "You are a student, or work here.",
                "You can listen without taking sides.",
                "You have about five hours a month.",
            ),
            "Call us, or come by. We tell you when the next training starts.",
        )
    ],
}

SPANISH = {
    "title": "Our main pages in Spanish",
    "slug": "pages-in-spanish",
    "published_on": date(2026, 11, 9),
    "search_description": "The request and our main pages can now be read in Spanish.",
    "intro": "You can now read our main pages, and ask for help, in Spanish. Look for “Español” at the top.",
    "body": [
        text(
            "Two colleagues from the library checked each sentence with us. What is not there yet, we read to you "
            "on the phone. And we can bring an interpreter to any talk, in any language we can find one for.",
            "Did we get a word wrong? Tell us. We are glad of it.",
        )
    ],
}

QUIET_ROOM = {
    "title": "A quiet room next door",
    "slug": "quiet-room",
    "published_on": date(2026, 8, 24),
    "search_description": "There is now a small room to be alone in, before, during or after a talk.",
    "intro": "Before, during or after a talk, you can now be alone for a while. You asked for it.",
    "body": [
        text(
            "It has a soft chair, water, a lamp you can dim, and a window to the harbor. Nobody walks through it. "
            "You do not have to say why you would like to use it.",
        )
    ],
}

LESS_TO_FILL_IN = {
    "title": "Less to fill in",
    "slug": "less-to-fill-in",
    "published_on": date(2026, 6, 15),
    "search_description": "Our request asks four questions less than before.",
    "intro": "Our request asks four questions less than before. It now takes about five minutes.",
    "body": [
        text(
            "We looked at each question and asked: what do we do with the answer? "
            "Where we had none, we took the question out. What we do not know, we cannot lose.",
        )
    ],
}

ALL = (EVENINGS, NEW_MEDIATORS)
MORE = (SPANISH, QUIET_ROOM, LESS_TO_FILL_IN)
