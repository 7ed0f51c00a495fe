from .words import document, prose, question, step

AGREEMENT = "agreement-to-participate"

LIMITS = (
    "There are limits, and we want you to know them. We cannot take back mail that was already delivered, "
    "or paper and copies that other people hold. Our old backups can still show that there was a matter of this kind "
    "in a part of the institute, and which staff worked on it. They cannot show who was in it or what it was about."
)
NO_MEMORY = "This also means that we cannot look up whether someone was here before. If you come back, you start fresh."

COACHING = {
    "title": "Conflict coaching",
    "slug": "coaching",
    "service": "COACHING",
    "search_description": "Talk with a coach, one to one, about a conflict you want to handle yourself.",
    "intro": "You and a coach, one to one. You look at the conflict with fresh eyes and find your own next step.",
    "card_text": "For one person. Think it through with a coach and find your own next step.",
    "card_note": "1 person · one talk or several",
    "ask_heading": "Ask for a coach",
    "who_takes_part": "You and one coach. For students.",
    "duration": "About an hour each time, once or more often",
    "what_it_is": prose(
        "Coaching is for you if you want to solve a conflict yourself, or if the other side does not want to talk. "
        "Your coach does not take sides, and does not tell you what to do.",
        "You can use it to see the matter from more than one side, to practice a hard talk, or to learn a skill.",
        "We never contact the other person. You need not even tell us who it is.",
    ),
    "steps": [
        step("You get in touch", "Online, by phone or in person. A first name is enough."),
        step("You meet your coach", "You choose a time. Days, evenings and weekends are possible."),
        step("You look at it together", "Your coach asks what led to the conflict, and what matters to you in it."),
        step("You collect options", "What could you say or do? What might follow? You get tips and things to read."),
        step("You choose your next step", "And come back if you like, as often as it helps."),
    ],
    "kept": prose(
        "The coach’s notes help the coach to remember. They are destroyed when your coaching ends, "
        "with your name and all you told us. What is left is one number in a count.",
        LIMITS,
    ),
    "questions": [
        question(
            "What if mediation did not work out?",
            "You can move to coaching in one step. You need not tell it all again.",
        ),
        question("Is this therapy?", "No. If you would like that kind of help, we tell you where to find it."),
    ],
    "downloads": [],
}

FACILITATION = {
    "title": "Facilitation",
    "slug": "facilitation",
    "service": "FACILITATION",
    "search_description": "Someone neutral leads your group’s talk, to start well or to get back on track.",
    "intro": "Someone neutral leads the talk, so that everyone in your group can take part in it.",
    "card_text": "For a group. Start well, or get back on track, with someone neutral leading the talk.",
    "card_note": "Any size · planned with you",
    "ask_heading": "Ask for a facilitator",
    "who_takes_part": "Your group, of any size, and one or more facilitators",
    "duration": "One meeting or several, planned with you",
    "what_it_is": prose(
        "A lab that starts a new project. A team that is stuck. A house that wants to agree on its rules. "
        "No group is too small or too big.",
        "The facilitator works for the aims that your group sets, and has no stake in what you decide.",
        "We can also teach your group how to lead its own talks.",
    ),
    "steps": [
        step("One of you gets in touch", "You tell us about the group, its size, and what you hope for."),
        step("We plan it with you", "You say what a good result would look like. We suggest a way to get there."),
        step("The group meets", "The facilitator keeps time and makes sure that each voice is heard."),
        step("The group decides", "What you decide is yours. You choose who writes it down."),
        step("We look back", "Did you reach your aims? Would one more meeting help?"),
    ],
    "kept": prose(
        "The notes of your meeting belong to the group. When the work is done we destroy the names and what you told us. "
        "What is left is a number in a count.",
        LIMITS,
    ),
    "questions": [
        question("Do you need a list of names?", "No. A head count is enough."),
        question("Can the group choose how private it is?", "Yes. You agree on that together, before you begin."),
    ],
    "downloads": [],
}

MEDIATION = {
    "title": "Mediation",
    "slug": "mediation",
    "service": "MEDIATION",
    "search_description": "Two trained mediators help two or more people talk and decide together. It only happens if everyone says yes.",
    "intro": "Two or more people, two trained mediators, one conversation that is yours. Nobody decides for you.",
    "card_text": "For two or more people. Two trained mediators help you talk and decide together.",
    "card_note": "Usually 2 hours · within days",
    "ask_heading": "Ask for mediation",
    "who_takes_part": "Two or more people who all want to, and two mediators",
    "duration": "Usually about two hours. The first time is usually within a few days.",
    "what_it_is": prose(
        "Mediation is a talk between people in a conflict, led by two neutral mediators. "
        "They come from our community and are trained for this. They help you say what matters, "
        "hear each other, and look for ways on.",
        "The mediators decide nothing. They do not judge who is right. "
        "You may settle your differences, or part ways in a good way. Both count.",
        "It is voluntary and confidential. It only happens if every person says yes, freely.",
    ),
    "steps": [
        step("One of you gets in touch", "By web, phone or e-mail. Ask for mediation, or only for information."),
        step("We talk it over", "A member of staff listens and looks with you at whether mediation fits."),
        step(
            "The others are asked",
            "By you or by us, as you prefer. Everyone takes part freely, or it does not happen. A no needs no reason.",
        ),
        step(
            "We find two mediators and a time",
            "You see who they are, and may ask for someone else. Days, evenings and weekends are possible.",
        ),
        step(
            "Everyone signs the agreement to take part",
            "You sign together, at the start. The mediators sign too.",
            AGREEMENT,
        ),
        step(
            "You talk, about two hours",
            "Each person gets to speak, and to ask. The mediators may also talk with each of you alone. "
            "You may stop at any point and need not say why.",
        ),
        step(
            "You decide what comes of it",
            "An agreement, written or spoken, or none. Nobody has to sign what they are not at ease with. "
            "You can meet again if everyone wants to.",
        ),
    ],
    "kept": prose(
        "Nothing that says who was in a conflict, or what it was about. What you agree stays with you: we keep no copy, "
        "nobody checks on you, and nothing happens to anyone who does not keep to it.",
        "When your case closes, its record and the key to it are destroyed. What is left is one number in a count.",
        LIMITS,
        NO_MEMORY,
    ),
    "questions": [
        question(
            "What if I want to stop?",
            "You can, at any point, online, by phone or in the room. It takes effect at once and nobody asks why.",
        ),
        question(
            "Can I bring someone?",
            "A friend, an interpreter or an adviser can come if everyone who takes part says yes to it.",
        ),
        question(
            "Do I give up other options?",
            "No. Whatever else is open to you stays open, before, during and after.",
        ),
    ],
    "downloads": [document(AGREEMENT, "Agreement to take part")],
}

RESTORATIVE_JUSTICE = {
    "title": "Restorative justice",
    "slug": "restorative-justice",
    "service": "RESTORATIVE_JUSTICE",
    "search_description": "Where harm was done and someone wants to put it right with those affected.",
    "intro": "Where harm was done, and the person who caused it wants to put it right with those affected.",
    "card_text": "Where harm was done and someone wants to put it right with those affected.",
    "card_note": "Prepared with each person",
    "ask_heading": "Ask for a circle",
    "who_takes_part": "Who caused harm, who was harmed, people from the community, and two facilitators",
    "duration": "Talks with each person first, then usually one circle",
    "what_it_is": prose(
        "In a circle, people speak about what happened, who was affected and how, and what would help to repair it. "
        "It can follow a conflict, or a broken rule.",
        "It is voluntary and confidential for all. The safety of those who were harmed comes first. "
        "They choose if, how and with whom they take part, and can pause or stop it. Nobody has to forgive.",
        "Two trained, neutral facilitators lead it. They help you find what repair could be. They do not decide it.",
    ),
    "steps": [
        step("Someone gets in touch", "Whoever is affected can ask for a circle, or only for information."),
        step("We talk it over", "A member of staff looks with you at whether a circle is a good way."),
        step(
            "We speak with each person alone",
            "Staff write to or call each one. You never have to do this yourself. "
            "We ask what each person needs, and if the person who caused harm really wants to put it right.",
        ),
        step("Everyone says yes, or it does not happen", "A no needs no reason."),
        step("The circle meets", "Each person speaks about what happened, and about what can be done."),
        step("You make a plan", "The plan says who does what to repair the harm. We help to follow it through."),
        step(
            "If there is also a formal process",
            "The plan must then meet its rules, and the Chair of the Committee on Discipline must approve it. "
            "The institute sees to it that it is kept. You hear this before you say yes.",
        ),
    ],
    "kept": prose(
        "We keep the plan until it is done, then destroy it with the names and all that was said to us. "
        "If there is also a formal process, the approved plan moves to the office that enforces it, "
        "and is kept there. What people said in the circle never goes along.",
        LIMITS,
    ),
    "questions": [
        question(
            "Must I meet the person who harmed me?", "No. Letters, or someone who speaks for you, are possible too."
        ),
        question("Is it an easy way out?", "No. To face those who were harmed, and to repair it, is often hard work."),
    ],
    "downloads": [],
}

ALL = (COACHING, FACILITATION, MEDIATION, RESTORATIVE_JUSTICE)
