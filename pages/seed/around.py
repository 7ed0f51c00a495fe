"""Getting here, urgent help, working with us, and what came of what people told us."""

from .words import bullets, cards, figures, folds, notice, reach, said, steps, table, text

URGENT_HELP = {
    "title": "Urgent help",
    "slug": "urgent-help",
    "search_description": "Whom to call when somebody is in danger, and who is there for you day and night.",
    "intro": "Is somebody in danger? Call 911 now. We are not a hotline, and nobody reads our messages at night.",
    "body": [
        reach("Emergency services", "Fire, police or a doctor, at once.", "911", hours="Day and night"),
        reach(
            "Crisis line", "When you cannot go on, or fear for someone.", "988", hours="Day and night, free of charge"
        ),
        reach("Campus police", "When you do not feel safe here.", "617-555-0100", hours="Day and night"),
        text(
            "<h2>After that</h2>",
            "When you are safe, we are glad to hear from you. We can look with you at what you need now, "
            "and who else can help. You do not have to decide anything on that day.",
            "<h2>If somebody can read what you do here</h2>",
            bullets(
                "The button “Exit this page” takes you away at once.",
                "Your browser keeps a list of the pages you saw. Use a private window, or a phone of your own.",
                "Call us if that is safer. Tell us when and where we may call back.",
            ),
        ),
    ],
}

VISIT_US = {
    "title": "Visit us",
    "slug": "visit-us",
    "search_description": "Where we are, how to get in without steps, and what our rooms are like.",
    "intro": "You can come by without saying what for. Ring first if you can, so that someone has time for you.",
    "body": [
        ("office", None),
        steps(
            "How to find us",
            ("Come to Quayside Hall", "The door on the harbor side has no steps and opens by a button."),
            ("Go up to the second floor", "The lift is on the left. It is wide, and it says the floors aloud."),
            ("Look for room 204", "The sign says “Harbor rooms”, not what we do. You need not say why you are here."),
        ),
        text(
            "<h2>What our rooms are like</h2>",
            bullets(
                "Two doors each, so that you can leave when you want to.",
                "Soft light, water, and chairs you can move.",
                "A small room next door, to be alone for a while.",
                "A hearing loop, and room for a wheelchair or a guide dog.",
                "A restroom for everybody, on the same floor.",
            ),
        ),
        folds(
            "Good to know",
            ("Can I come with my child?", "Yes. There are toys and paper. Tell us, and we plan for breaks."),
            ("Will I run into the other person?", "Not if you tell us. We set times so that you do not meet."),
            ("Is there somewhere else to meet?", "Yes. We can meet in another building, or talk by phone."),
        ),
    ],
}

WORK_WITH_US = {
    "title": "Work or volunteer with us",
    "slug": "work-with-us",
    "search_description": "How to become a mediator or facilitator, and where open positions are listed.",
    "intro": "Most of those who mediate here are students and staff who give some hours a month. You could be one of them.",
    "body": [
        steps(
            "How to become a mediator or facilitator",
            ("Come and see", "Join an open evening, or call us. There is nothing to sign yet."),
            ("Apply for the training", "You tell us why you would like to do this. Grades and titles do not matter."),
            (
                "Learn for 48 hours",
                "Two courses. You practice with others, make mistakes in safety, and hear what went well.",
            ),
            ("Sit in, then work as a pair", "You begin beside somebody who has done this for years."),
            ("Keep on learning", "We meet each month to look back, without names, at what was hard."),
        ),
        table(
            "What we ask for and what you get",
            ("What", "For mediators", "For helpers at events"),
            ("Time", "About five hours a month, for two years", "As often as you like"),
            ("Training", "48 hours, free for members of Harborview", "One hour"),
            ("Pay", "None; travel and food are paid back", "None; there is cake"),
        ),
        said("I came to help others talk. I did not know how much I would learn about how I listen.", "mediator"),
        text(
            "<h2>Paid positions</h2>",
            "Open positions in our office are listed with all others of the institute, at "
            '<a href="https://careers.example.edu/">careers.example.edu</a>. '
            "We welcome people of every age, origin, belief and body. Tell us what you need to apply, "
            "and we see to it.",
        ),
        cards(
            "Where to begin",
            ("Mediation in practice", "What the second course is about, and its next dates.", "mediation-in-practice"),
            ("Open evening", "Meet mediators and ask them anything.", "open-evening"),
        ),
    ],
}

SAID_AND_DONE = {
    "title": "You said, we did",
    "slug": "you-said-we-did",
    "search_description": "What people told us about our work, and what we changed.",
    "intro": "What people told us without their names, and what we did about it. And what we could not do.",
    "body": [
        table(
            "This year",
            ("You said", "We did"),
            ("I work at night and could never come.", "Talks can now start at seven in the evening, and on Saturdays."),
            ("I did not know what happens next.", "Your own page now names the next step and its day."),
            (
                "The waiting room felt open to all eyes.",
                "We put up screens, and let people wait in a room of their own.",
            ),
            ("I would rather read this in Spanish.", "The request and the main pages can now be read in Spanish."),
            ("The form asked for too much.", "We took out four questions. It now takes about five minutes."),
        ),
        text(
            "<h2>What we could not do</h2>",
            "Some of you would like us to say who was right. We understand the wish. It is not what we are for, "
            "and we would lose the trust of the other side. But we can tell you who decides such things.",
            "Some of you would like a copy of what you agreed on, years later. We do not have it any more. "
            "That is how we keep our word.",
        ),
        text(
            '<h2>Tell us more</h2><p>Write to us with our <a to="feedback">feedback form</a>. It asks for no name.</p>'
        ),
    ],
}

PARTNERS = {
    "title": "Partners",
    "slug": "partners",
    "search_description": "Other offices at Harborview that may be the right ones for you, and what each one does.",
    "intro": "We are not the right place for all things. These offices are near, and they know us.",
    "body": [
        reach(
            "The ombuds office",
            "Hears you in private, looks at how things are done, and stands outside all other offices.",
            "617-555-0177",
            place="Old Library, room 12",
        ),
        reach("Counseling service", "When it weighs on you, and you would like to talk.", "617-555-0160"),
        reach(
            "Equal access office", "When you need something to be changed so that you can take part.", "617-555-0164"
        ),
        reach("Student legal aid", "Free advice on leases, money and rights.", "617-555-0168"),
        reach("Office of fair treatment", "Takes complaints about harassment and unfair treatment.", "617-555-0171"),
        notice("We do not pass you on", "We give you a number or walk there with you. We tell them nothing about you."),
        said("People come to us with a name in mind already. That makes the first call so much easier.", "partner"),
    ],
}

FIGURES = {
    "title": "Our work in figures",
    "slug": "figures",
    "search_description": "What people asked for, how they heard of us and how it ended, as counts.",
    "intro": "Counts, and nothing else. We do not know any more who the people were.",
    "body": [
        figures("What people asked for", "asks_for"),
        figures("How they heard of us", "referral"),
        figures("How it ended", "ending"),
        text(
            "<h2>How to read this</h2>",
            "A talk that ends without an agreement is not a failure. Some people part ways in a better way. "
            "Some find that they want something else. We count what people tell us, and do not call it success.",
        ),
    ],
}
