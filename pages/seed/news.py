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
            "The eight have learned for forty hours, and have sat in on sessions. From now on each of them works beside "
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

ALL = (EVENINGS, NEW_MEDIATORS)
