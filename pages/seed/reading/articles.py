from ..words import bullets, cards, exception, said, steps, text

ADVISOR = {
    "title": "When it is hard with the person who guides your work",
    "slug": "hard-with-your-advisor",
    "kind": "ARTICLE",
    "audience": "POSTDOCS",
    "minutes": 6,
    "search_description": "What to do when you depend on somebody and there is a conflict with them.",
    "intro": "They sign your papers and write your letters. So you say nothing. Here is what you can do all the same.",
    "body": [
        text(
            "<h2>Why this is hard</h2>",
            "One of you has more power. That is not your fault, and good will alone does not change it. "
            "So look for steps that cost you little and can be taken back.",
            "<h2>Small steps first</h2>",
            bullets(
                "<b>Ask for what was agreed.</b> “Can we look at the plan for this term together?”",
                "<b>Send a short note after you meet.</b> “I understood that I will do this first. Is that right?”",
                "<b>Find a second person.</b> Someone on your committee, or in the next lab.",
                "<b>Pick your time.</b> Not before a deadline, and not in the hallway.",
            ),
            "<h2>If that does not help</h2>",
            "Think it through with a coach. Or see the ombuds office, which looks at how things are done here. "
            "Mediation is possible too, if both of you want it. We look with you at whether it would be fair.",
            "<h2>If you are treated badly</h2>",
            "Shouting, touching, threats, or work that was taken from you are more than a conflict. "
            "You can make a complaint, and we tell you who takes it.",
        ),
        cards(
            "Read on",
            ("Conflict coaching", "One to one, and nobody else is told.", "coaching"),
            ("Partners", "Who else is there for you.", "partners"),
        ),
        exception(),
    ],
    "topics": ["working-together"],
}

GROUP_PROJECT = {
    "title": "The group project that went wrong",
    "slug": "group-project",
    "kind": "ARTICLE",
    "audience": "STUDENTS",
    "minutes": 5,
    "search_description": "When one does all the work and one does none: a way to talk about it before the end of term.",
    "intro": "One does all the work, and one is never there. It feels like a matter of who is lazy. Often it is not.",
    "body": [
        text(
            "<h2>Look at the work, not at the person</h2>",
            "Make a list of all that has to be done, by when and by whom. Do it together. "
            "Many groups find that they never shared the work out at all.",
            "<h2>Ask before you judge</h2>",
            "“I saw that your part is not there yet. What got in the way?” There may be a job at night, "
            "a sick child, or a task that was not clear.",
            "<h2>Then agree on one week</h2>",
            bullets(
                "one small part for each person",
                "one day on which you show it to each other",
                "one way to say early that it will not work out",
            ),
            "<h2>When should you tell the teacher?</h2>",
            "When you have talked and it did not change, and while there is time left. "
            "Tell the others first that you will do it. It is fairer, and it sometimes helps by itself.",
        ),
    ],
    "topics": ["groups-and-teams"],
}

LEADING = {
    "title": "Two people in your team do not talk any more",
    "slug": "two-in-your-team",
    "kind": "ARTICLE",
    "audience": "STAFF",
    "minutes": 6,
    "search_description": "What those who lead a team can do about a conflict, and what they should leave alone.",
    "intro": "You lead a team, and two people in it have stopped talking. What you do first matters.",
    "body": [
        steps(
            "Four things to do",
            ("Speak with each one alone", "Ask what they see and what they need. Do not carry words to and fro."),
            ("Say what must go on", "The work, and a polite tone. Those are yours to ask for. To be friends is not."),
            ("Offer help, do not send them", "A talk with a mediator works only if both come of their own will."),
            ("Ask again in two weeks", "A short “How is it now?” shows that you have not looked away."),
        ),
        text(
            "<h2>What you will not hear from us</h2>",
            "If they come to us, we do not tell you. Not who came, not what was said, not how it ended. "
            "It is confidential, and for you as well.",
            "<h2>When you are part of it</h2>",
            "Then do not lead the talk. Ask us for a facilitator, or ask somebody you both trust.",
        ),
        said("I stopped asking who had begun it. From then on it got easier to help.", "staff"),
        exception(),
    ],
    "topics": ["working-together", "groups-and-teams"],
}

REPAIR = {
    "title": "What it can mean to put things right",
    "slug": "putting-things-right",
    "kind": "ARTICLE",
    "minutes": 5,
    "search_description": "Harm cannot be undone. What people have found that helps, and who gets to say so.",
    "intro": "Harm cannot be undone. But some things help, and those who were harmed are the ones who know which.",
    "body": [
        text(
            "<h2>Ask, do not guess</h2>",
            "A costly gift may be the last thing that somebody wants. Some want to be heard. "
            "Some want it to stop, for them and for others. Some want no contact at all. All of that is fine.",
            "<h2>What people have asked for</h2>",
            bullets(
                "to hear what happened, with nothing left out",
                "an apology, alone or before those who saw it",
                "something mended, paid for or given back",
                "a change: a course, a rule, a place where the other does not go",
                "time, and no answer for now",
            ),
            "<h2>Make it small enough to be done</h2>",
            "A plan should say who does what, by which day, and who sees to it. "
            "It is better to promise one thing and do it.",
        ),
        cards("", ("Restorative justice", "How we prepare a circle, and who takes part.", "restorative-justice")),
    ],
    "topics": ["putting-it-right"],
}

ALL = (ADVISOR, GROUP_PROJECT, LEADING, REPAIR)
