"""Courses in words. `code` names the course of the training office whose dates stand on the page, once there is one."""

from .words import bullets, exception, prose, question, text

INDEX = {
    "title": "Training",
    "slug": "training",
    "show_in_menus": True,
    "search_description": "Courses in listening, mediation, circles and coaching.",
    "intro": "Learn to listen, to mediate, to keep a circle or to coach. Free for all who study or work at Harborview.",
    "body": [
        text(
            "<h2>What a course does</h2>",
            "You practice more than you hear. You make mistakes where they harm no one. "
            "A course alone makes nobody a mediator: after it you sit in, and begin beside someone with years behind them.",
        ),
    ],
}

LISTENING = {
    "title": "Listening when it is hard",
    "slug": "listening-when-it-is-hard",
    "code": "listening",
    "search_description": "The first course: how to listen when you would like to answer back.",
    "intro": "The first course, and good for anybody. You learn to listen when you would like to answer back.",
    "for_whom": "Everybody who studies or works here",
    "hours": "16 hours, on several days",
    "what_is_learned": prose(
        bullets(
            "to hear what somebody needs below what they say",
            "to say back what you heard, without a verdict",
            "to stay calm when it gets loud",
            "to notice what you bring along: your own past, and your own picture of others",
        )
    ),
    "leads_to": prose("It is the door to all other courses. It is also fine to stop here."),
    "requirements": prose("Nothing. Tell us what you need to take part."),
    "questions": [
        question("Do I have to talk about myself?", "No. We work with made-up stories."),
        question("What if I miss a day?", "Call us. Often you can make it up in the next course."),
    ],
}

MEDIATION = {
    "title": "Mediation in practice",
    "slug": "mediation-in-practice",
    "code": "mediation",
    "search_description": "How to lead a mediation in a pair, from the first word to the last.",
    "intro": "How to lead a mediation in a pair, from the first word to the last.",
    "for_whom": "Those who have done the first course and would like to mediate",
    "hours": "32 hours",
    "what_is_learned": prose(
        bullets(
            "to open a talk so that both feel safe",
            "to share the lead with someone else",
            "to keep your own view out of it",
            "to stop when a talk does harm",
            "what you may never pass on, and the one time you must",
        )
    ),
    "leads_to": prose(
        "After it you sit in on two talks and co-lead one. If those who saw you say yes, you can work with us as a "
        "co-mediator for two years, and then renew it."
    ),
    "requirements": prose("The course “Listening when it is hard”, or one like it from elsewhere."),
    "body": [exception("MEDIATION")],
    "questions": [question("Do I need a degree?", "No. Good mediators come from all walks of life.")],
}

CIRCLES = {
    "title": "Keeping a circle",
    "slug": "keeping-a-circle",
    "code": "circles",
    "search_description": "How to prepare and hold a circle after harm was done.",
    "intro": "How to prepare a circle with each person alone, and how to hold it when harm was done.",
    "for_whom": "Those who would like to work with circles. By application.",
    "hours": "16 hours",
    "what_is_learned": prose(
        bullets(
            "to ask what was harmed, and what would repair it",
            "to put the safety of those who were harmed first",
            "to say no to a circle that is not ready",
            "to write a plan that can be kept",
        )
    ),
    "leads_to": prose("You sit in on two circles. Then you can begin beside somebody with more years."),
    "requirements": prose("A short talk with us. This work touches much, and we want it to be right for you."),
}

COACHING = {
    "title": "Coaching one person",
    "slug": "coaching-one-person",
    "code": "coaching",
    "search_description": "How to help one person find their own next step.",
    "intro": "How to help one person find their own next step, without giving advice.",
    "for_whom": "Those who have done the first course",
    "hours": "16 hours",
    "what_is_learned": prose(
        bullets(
            "to ask in a way that opens a new view",
            "to keep quiet at the right time",
            "to see when somebody needs other help, and to say so",
        )
    ),
    "leads_to": prose("You can work with us as a conflict coach for students."),
    "requirements": prose("The course “Listening when it is hard”."),
}

ALL = (LISTENING, MEDIATION, CIRCLES, COACHING)
