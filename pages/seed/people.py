from .words import prose

INDEX = {
    "title": "People",
    "slug": "people",
    "search_description": "Who works at the Office for Conflict Resolution.",
    "intro": "The people you may meet when you write to us, and some of those who mediate.",
}

ALL = (
    {
        "title": "Imani Okafor",
        "slug": "imani-okafor",
        "group": "1_OFFICE",
        "sort_name": "Okafor",
        "role": "Conflict Resolution Coordinator",
        "pronouns": "she/her",
        "languages": "English, Igbo",
        "about": prose(
            "Imani answers most first messages. She has worked with people in conflict for fifteen years, "
            "first in schools, then in a city office for housing.",
            "She looks after the mediation programme, and takes no side in it.",
        ),
    },
    {
        "title": "Teodor Lind",
        "slug": "teodor-lind",
        "group": "1_OFFICE",
        "sort_name": "Lind",
        "role": "Case manager",
        "pronouns": "he/him",
        "languages": "English, Swedish",
        "about": prose("Teodor finds times and rooms, and makes sure that you know what comes next."),
    },
    {
        "title": "Rosa Quintero",
        "slug": "rosa-quintero",
        "group": "2_NEUTRALS",
        "sort_name": "Quintero",
        "role": "Mediator, from the library",
        "pronouns": "she/they",
        "languages": "English, Spanish",
        "about": prose("Rosa has been a mediator here for four years. By day she helps people find books."),
    },
)

MORE = (
    {
        "title": "Samir Haddad",
        "slug": "samir-haddad",
        "group": "2_NEUTRALS",
        "sort_name": "Haddad",
        "role": "Facilitator of circles, from the chaplaincy",
        "pronouns": "he/him",
        "languages": "English, Arabic, French",
        "about": prose(
            "Samir keeps circles, and bakes for them. He has learned to wait until the last one has spoken."
        ),
    },
    {
        "title": "Wren Castellane",
        "slug": "wren-castellane",
        "group": "2_NEUTRALS",
        "sort_name": "Castellane",
        "role": "Conflict coach, graduate student",
        "pronouns": "they/them",
        "languages": "English, American Sign Language",
        "about": prose("Wren studies how tides work. As a coach they ask short questions and like long walks."),
    },
    {
        "title": "Maren Holt",
        "slug": "maren-holt",
        "group": "3_TRAINERS",
        "sort_name": "Holt",
        "role": "Trainer for mediation",
        "pronouns": "she/her",
        "languages": "English, German",
        "about": prose(
            "Maren has taught mediation for twelve years. In her courses, people laugh more than they thought they would."
        ),
    },
)
