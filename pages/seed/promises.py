"""How the office works, what stays in the room, who sees what, and what everybody may ask for."""

from .words import bullets, cards, exception, folds, notice, steps, table, text

HOW_WE_WORK = {
    "title": "How we work",
    "slug": "how-we-work",
    "search_description": "What guides us, what we do from your first call on, and what we leave to you.",
    "intro": "What guides us, what we do from your first call on, and what we leave to you.",
    "body": [
        steps(
            "From your first call on",
            ("We listen", "You say as much as you like. We do not ask for the whole story."),
            ("We say what could help", "And what could not. If another office is the right one, we name it."),
            ("You choose", "You may go on, wait, or leave it. We do not push, and a no needs no reason."),
            ("We ask the others", "Only if you want that. They are as free to say yes or no as you are."),
            ("We make it fit", "A room, a time, an interpreter, a break: we plan it around the people who come."),
            ("It ends when you say so", "Then we destroy the record, and ask how it was for you."),
        ),
        text(
            "<h2>What guides us</h2>",
            bullets(
                "<b>Your choice.</b> From the first step to the last, you can stop.",
                "<b>No side.</b> Staff and mediators with a tie to you, or to the matter, stay out of it.",
                "<b>Fair terms.</b> Each person gets the same facts, the same time and the same respect.",
                "<b>Skill.</b> Those who lead a talk are trained, work in pairs, and keep on learning.",
                "<b>Open books.</b> We say what we keep, who sees it and for how long.",
            ),
            "<h2>What we leave to you</h2>",
            "We do not look for who is right. We do not tell you what to agree on. "
            "We cannot say how a talk will end. What we can do is give it a fair start.",
        ),
        folds(
            "If you want to know more",
            (
                "Why are there two mediators?",
                "Two people hear more than one. They also come from two parts of the institute where that can be done.",
            ),
            (
                "What if I do not like my mediators?",
                "You see who they are before you meet. You may ask for someone else, and need not say why.",
            ),
            (
                "What if it is not safe?",
                "Then we do not bring people into one room. We look with you for another way.",
            ),
        ),
        exception(),
    ],
}

CONFIDENTIAL = {
    "title": "What confidential* means here",
    "slug": "confidential",
    "search_description": "What we keep to ourselves, the one exception, and where our promise ends.",
    "intro": "What you tell us is confidential*. There is one exception. You should know it before you tell us anything.",
    "body": [
        exception(),
        text(
            "<h2>What we do not pass on</h2>",
            bullets(
                "that you wrote, called or came by",
                "what you told us, or what was said in a talk",
                "what you agreed on, or that you did not agree",
            ),
            "Not to your boss, your teacher, your family or your friends. If they call, we do not say that we know you.",
            "<h2>What others promise</h2>",
            "All who take part in mediation sign that they keep to themselves what they hear. "
            "We trust them to do so. We cannot make them.",
            "<h2>Where our promise ends</h2>",
            bullets(
                "A mail that was sent stays in the mailbox it went to. So our mail says only that there is news.",
                "Paper in your bag is yours to guard. So is what you write on your own phone.",
                "A court may try to make us wait before we destroy something. Where it is safe, we tell you.",
            ),
        ),
        notice("Not sure?", "Call us and ask, before you say what it is about. You need not give your name."),
        cards(
            "Read on",
            ("Privacy", "What is kept, and for how long.", "privacy"),
            ("Agreement to take part", "It comes with mediation. You can read it now.", "mediation"),
        ),
    ],
}

WHO_SEES_WHAT = {
    "title": "Who sees what",
    "slug": "who-sees-what",
    "search_description": "Which people of the office see which facts about you, what for, and until when.",
    "intro": "Which people see which facts about you, what for, and until when.",
    "body": [
        table(
            "What each person can see",
            ("Who", "What they see", "What for"),
            (
                "You",
                "Your own page: what we hold about you, and what comes next",
                "So that you can check and change it",
            ),
            (
                "The other person",
                "Your name, once you let us ask them, and what you say in the room",
                "To choose freely",
            ),
            ("Office staff", "Requests and cases they work on", "To answer, to arrange, and to close"),
            ("Staff you have named", "Nothing of yours", "You said that they should not"),
            ("Two mediators", "Names first, to say if they have a tie; then time and place", "To lead your talk"),
            ("Coaches and facilitators", "What those they work with have told them", "To prepare and lead it"),
            ("Those who write this site", "No request and no case", "They work on pages, and on nothing else"),
            ("Those who run our machines", "Locked data that they are not to open", "To keep it safe and running"),
            ("Bosses, teachers, family", "Nothing", ""),
        ),
        text(
            "<h2>How we keep to this</h2>",
            bullets(
                "Each time staff open a case, the program writes down who did. Nobody can take that line away.",
                "Whoever has a tie to you must say so and is kept out. That holds for us, and for those who "
                "run the machines.",
                "When a case closes, its key is destroyed. What was locked with it can then be read by no one.",
            ),
            "<h2>If something goes wrong</h2>",
            "If data got into the wrong place, we stop the leak, find out whom it touches, and tell them as soon as we can, "
            "in the way they said is safe. We say what happened, what it may mean, and what we do now.",
            "<h2>The figures we publish</h2>",
            "They are counts. Small numbers are left out, so that nobody can be found in them.",
        ),
        exception(),
    ],
}

YOUR_RIGHTS = {
    "title": "Your rights",
    "slug": "your-rights",
    "search_description": "What you may ask for at any time, with us and elsewhere.",
    "intro": "You may ask for all of this at any time. You never have to say why.",
    "body": [
        text(
            "<h2>While we work with you</h2>",
            bullets(
                "<b>To say no,</b> or to stop. It takes effect at once, and nothing bad follows from it here.",
                "<b>To know</b> what comes next, who will be there and how long it takes.",
                "<b>To ask for someone else,</b> if a mediator or one of us is not right for you.",
                "<b>To bring someone,</b> if all who take part say yes to it.",
                "<b>To be understood:</b> with an interpreter, large print, breaks, or a quiet room.",
                "<b>To do each step</b> by phone, in person or on paper.",
            ),
            "<h2>With what we hold about you</h2>",
            bullets(
                "<b>See it.</b> Your own page shows it to you. Or call us, and we read it to you.",
                "<b>Put it right.</b> Tell us what is wrong. We change it.",
                "<b>Have it gone.</b> You can end your case, and the record is then destroyed.",
            ),
            "<h2>What stays open to you</h2>",
            "You give up nothing when you come to us. You can still make a complaint, go to your union or "
            "your student council, see a lawyer, or call the police. We do not do that for you, but we tell you who can.",
        ),
        notice(
            "Time limits run on",
            "Some complaints must be made by a certain day. Coming to us does not stop that clock. Ask early.",
            "warn",
        ),
        text(
            "<h2>If you are not happy with us</h2>",
            'Tell us, by name or without one: there is a <a to="feedback">form for it</a>. '
            "If you would like to tell someone outside this office, call the ombuds office at 617-555-0177.",
        ),
    ],
}
