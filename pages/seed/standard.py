from .discrimination import DISCRIMINATION
from .words import bullets, exception, kept, notice, prose, question, text

ABOUT = {
    "title": "About us",
    "slug": "about",
    "search_description": "Who we are, how we work, and what you can count on.",
    "show_in_menus": True,
    "intro": "We are a small office that helps people at Harborview with conflicts. We do not take sides.",
    "body": [
        text(
            "<h2>What we do</h2>",
            "People live and work closely here, and conflicts are part of that. We listen, "
            "and offer coaching, facilitation, mediation and restorative justice. Our help is free.",
            "Our mediators and facilitators are members of this community: students, staff and faculty "
            "who are trained for it and give their time.",
            "<h2>What you can count on</h2>",
            bullets(
                "<b>It is your choice.</b> You choose what happens next, and you can stop at any time.",
                "<b>Nobody decides for you.</b> We do not judge, and we have no power to punish.",
                "<b>We are neutral.</b> Whoever has a tie to you or to the matter stays out of it.",
                "<b>What you tell us is confidential.</b> The exception is written out below.",
                "<b>You need no device.</b> Each step can be done by phone, in person or on paper.",
            ),
        ),
        exception(),
        text(
            "<h2>What we are not</h2>",
            "We are not a court, a hotline or a place to file a complaint. Writing to us is not the same as "
            "making a report. If you want to make one, we tell you who takes it. All your other options stay open.",
            "<h2>If someone who works here is involved</h2>",
            "Before you tell us anything, our request asks who should not see it. Those you name never see "
            "your request. If you name all of us, you get the number of someone outside this office.",
        ),
    ],
}

CONTACT = {
    "title": "Contact",
    "slug": "contact",
    "search_description": "How to reach us, in the way that is safe for you.",
    "show_in_menus": True,
    "intro": "Write, call or come by. Choose the way that is safe for you.",
    "body": [
        ("office", None),
        notice(
            "Please do not describe a conflict in an e-mail",
            "E-mail can be read by others. Ask us to call you, or use our request: it is made for this.",
            "warn",
        ),
        text(
            "<h2>When you call</h2>",
            "You need not say your name. If someone has a case with us, we never say so to a caller. "
            "We first make sure who is calling, or call back on the number that was called safe.",
            "<h2>When you write</h2>",
            "Our request takes about five minutes and needs no account. You choose how we may contact you. "
            "You then read by which day someone answers you.",
        ),
        question("Can I come in person?", "Yes. Ring first if you can, so that someone has time for you."),
        question("Do you speak my language?", "Ask us. We can bring an interpreter who is not from your circle."),
    ],
}

PRIVACY = {
    "title": "Privacy",
    "slug": "privacy",
    "search_description": "What we know about you, who sees it, how long it is kept, and where our promises end.",
    "show_in_menus": False,
    "intro": "What we know about you, who sees it, how long it is kept, and where our promises end.",
    "body": [
        text(
            "<h2>When you look at this site</h2>",
            "We do not count visits, set no cookies for it, and load nothing from other companies. "
            "Our logs hold no network addresses. The button “Exit this page” takes you away at once. "
            "It cannot delete the history that your browser keeps, or hide what your network can see.",
            "<h2>When you write to us</h2>",
            "While you fill in the request, your answers are locked with a key that only your browser holds. "
            "They are gone two hours later, or when you leave. Nothing that we can read is stored until you send it.",
            "What you send is read by the people of the office who are to help you, and by nobody you have named. "
            "The two mediators see your name only after they have said that they have no tie to you.",
        ),
        exception(),
        text(
            "<h2>What is kept, and for how long</h2>",
            bullets(
                "<b>Only a question?</b> A tally mark. Nothing about you.",
                "<b>A request or a case:</b> your answers, your messages and what was arranged, until it closes. "
                "Then the record and its key are destroyed. If nothing happens for 30 days, we ask you, "
                "and then do the same.",
                "<b>What you agree on in mediation:</b> never stored. It is written on the screen, printed for you, and gone.",
                "<b>Afterwards:</b> a number in a count. No date, no name, no story.",
            ),
            "There is one thing that can delay this: if the law makes us wait, we stop destroying until it lets us go on. "
            "Where it is safe, we tell you.",
            "<h2>Where our promises end</h2>",
            bullets(
                "<b>Mail that was delivered.</b> We cannot take it back. Our mail says only that there is news.",
                "<b>Paper.</b> We shred ours when a case closes. We cannot shred yours, or a copy someone else took.",
                "<b>Old backups.</b> They can still show that a matter of this kind existed in a part of the institute, "
                "and which staff worked on it. They cannot show who was in it or what it was about.",
                "<b>Other people.</b> Those who take part sign that they keep to themselves what they hear. "
                "We cannot make them.",
            ),
            "For the same reason we cannot look up whether someone was here before.",
            "<h2>Where it is the other way round</h2>",
            "All this holds for coaching, facilitation, mediation and circles. For discrimination and harassment we have "
            "a way in which the record stays. Nobody gets there without having read this first:",
        ),
        kept("ADR"),
        text(
            "<h2>Your rights</h2>",
            "You can ask what we hold about you, and have it put right. "
            "If you have a personal code, your own page shows it at any time.",
        ),
    ],
}

ACCESSIBILITY = {
    "title": "Accessibility",
    "slug": "accessibility",
    "search_description": "How this site is made so that everyone can use it, and what to do if you cannot.",
    "show_in_menus": False,
    "intro": "This site should work for everyone. If it does not work for you, we find another way, and mend it.",
    "body": [
        text(
            "<h2>How it is made</h2>",
            "We build and test for the guidelines WCAG 2.2 at level AA. Each page works with a keyboard, "
            "a screen reader, a phone, large text, and without scripts. It follows the light, dark or "
            "high-contrast colors that you set on your device.",
            "<h2>Another way</h2>",
            "All you can do here can also be done by phone, in person or on paper. "
            "Every notice can be sent as a letter. Tell us what you need: an interpreter, a quiet room, "
            "a room without steps, breaks, or anything else.",
            "<h2>Something does not work?</h2>",
            prose("Call or write to us. You need not say what brought you here. We answer, and we mend it."),
        ),
        ("office", None),
    ],
}

ALL = (ABOUT, CONTACT, PRIVACY, ACCESSIBILITY)
BEFORE_THE_CHOOSER = (DISCRIMINATION,)
