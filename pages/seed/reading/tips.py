from ..words import bullets, cards, exception, prose, steps, text

LISTEN = {
    "title": "Listen so that people go on talking",
    "slug": "listen-well",
    "kind": "TIP",
    "minutes": 3,
    "search_description": "Four small things that show a person that you hear them.",
    "intro": "You need not agree in order to listen. Four small things help.",
    "body": [
        steps(
            "Try one of them today",
            ("Put the phone away", "Out of sight, not just face down."),
            ("Wait one breath longer", "People often say what counts after the pause."),
            ("Say it back", "“So you waited an hour, and nobody called. Is that right?”"),
            ("Ask what matters most", "“If one thing could change, what would you pick?”"),
        ),
        text("<h2>What to leave out</h2>", "Good advice, unless they ask. And “I know just how you feel”. You do not."),
    ],
    "topics": ["hard-conversations"],
}

PAUSE = {
    "title": "When you are too angry to talk",
    "slug": "too-angry-to-talk",
    "kind": "TIP",
    "minutes": 2,
    "search_description": "How to take a break from a quarrel without walking out on the other person.",
    "intro": "A break helps if both know when it ends. Here is how to take one.",
    "body": [
        text(
            bullets(
                "<b>Say it.</b> “I want to go on with this, but not right now.”",
                "<b>Name a time.</b> “Can we meet again at six?”",
                "<b>Move.</b> Walk, climb stairs, carry something. The body calms down before the mind does.",
                "<b>Do not write.</b> No mail and no text until you have slept.",
                "<b>Come back.</b> At the time you named, even if only to name a new one.",
            ),
            "If you are afraid of what could happen, do not go back alone. "
            'Our page on <a to="urgent-help">urgent help</a> says whom to call.',
        ),
    ],
    "topics": ["feelings"],
}

EMAIL = {
    "title": "Before you send that e-mail",
    "slug": "before-you-send",
    "kind": "TIP",
    "audience": "STAFF",
    "minutes": 2,
    "search_description": "Five questions to ask before you send an angry e-mail.",
    "intro": "An angry mail is quick to write and slow to mend. Ask yourself five things first.",
    "body": [
        text(
            bullets(
                "Would I say it to their face, in these words?",
                "What do I want them to do? Does the mail say so?",
                "Who else will read it, now or in a year?",
                "Is there a word in it that says what kind of person they are? Take it out.",
                "Would a call be better? Most of the time it would.",
            ),
            "Save it as a draft with no name in the address line. Read it once more tomorrow.",
        ),
    ],
    "topics": ["working-together", "feelings"],
}

SORRY = {
    "title": "How to say sorry",
    "slug": "how-to-say-sorry",
    "kind": "TIP",
    "minutes": 3,
    "search_description": "The parts of an apology that people can take, and the words that spoil one.",
    "intro": "A good apology is short. It says what you did, what it did to them, and what you will do now.",
    "body": [
        steps(
            "",
            ("Name it", "“I told the others what you had told me alone.”"),
            ("See what it did", "“You could not trust me after that, and you had to explain yourself.”"),
            ("Own it", "“That was wrong of me.” Not: “I am sorry if you felt hurt.”"),
            ("Put it right", "“I have told them that it was not mine to tell.” Ask what else would help."),
            ("Leave them free", "They may not forgive you, or not yet. An apology is a gift, not a trade."),
        ),
        text(prose("If what happened was grave, do not go alone. A circle is made for that.")),
        cards("", ("Restorative justice", "What a circle is, and how it is prepared.", "restorative-justice")),
        exception(),
    ],
    "topics": ["putting-it-right"],
}

ALL = (LISTEN, PAUSE, EMAIL, SORRY)
