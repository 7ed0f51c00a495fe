from .words import door, exception, notice, step, text

HOME = {
    "title": "Home",
    "seo_title": "Help with a conflict",
    "search_description": "Help with a conflict at Harborview, free of charge. You choose what happens next.",
    "heading": "You don’t have to work it out alone.",
    "intro": "Confidential help with a conflict at Harborview. You choose what happens next, and you can stop at any time.",
    "services_heading": "Four ways we can help",
    "steps_heading": "What happens when you write to us",
    "steps": [
        step(
            "You tell us a little",
            "Online, by phone, by e-mail or in person. You need not give your name to ask a question.",
        ),
        step("Someone answers you", "A person from the office, in the way and at the time you said is safe."),
        step(
            "We talk it over",
            "We listen, explain what could help and what could not, and answer what you ask. There is nothing to sign.",
        ),
        step(
            "You decide",
            "Go on, wait, or leave it there. We contact nobody without your yes, except in the emergency named below.",
        ),
    ],
    "notices": [
        notice("Free, and open to you", "Our help costs nothing. It is open to students, staff, faculty and postdocs."),
        notice(
            "Is it about discrimination or harassment?",
            "There is a way of its own for it, and there a record is kept. You find it under Services.",
        ),
        notice(
            "Only want to ask something?",
            "You can ask for information and stop there. We then keep a tally mark, and nothing about you.",
        ),
    ],
}

SERVICES = {
    "title": "Services",
    "search_description": "Coaching, facilitation, mediation and restorative justice: what each is for, and how to choose.",
    "intro": "Each one is voluntary and confidential. Not sure which one fits? Ask anyway. We look at it with you.",
    "body": [
        (
            "text",
            "<h2>If you cannot choose</h2><p>You do not need to know the name of what you need. Tell us what is going on, "
            "in a few words. A person from the office talks with you about what could help. "
            "If we are not the right place, we say so and tell you who is.</p>",
        ),
        exception(),
        text(
            "<h2>Discrimination or harassment?</h2>",
            "For this there is a way of its own. It can end in an agreement that all have signed, and "
            "unlike here, a record is kept. You read what that means before you write anything.",
        ),
        door("REPORT", "Discrimination or harassment"),
    ],
}
