"""The programme that keeps its records, in words for whoever looks for it. What is kept is said before how it goes."""

from .words import bullets, door, exception, kept, notice, question, steps, text

DISCRIMINATION = {
    "title": "Discrimination and harassment",
    "slug": "discrimination-and-harassment",
    "search_description": "How to settle discrimination or harassment without a formal process, and what we keep on record.",
    "show_in_menus": False,
    "intro": "Someone treats you badly because of who you are, or will not leave you alone? "
    "You can settle it without a formal process. Here, a record is kept.",
    "body": [
        text(
            "<h2>What this is for</h2>",
            "Jokes, notes, unwanted words or touch, or being left out: because of your sex, gender, race, skin color, "
            "religion, age, a disability, whom you love, or where you come from.",
            "It is open to students, postdocs, staff, faculty and guests. You can write for yourself. "
            "An office that helps you can write for you, and may leave out your name.",
        ),
        kept("ADR"),
        notice(
            "This is not a formal complaint",
            "When you write to us, no formal process begins, and none is closed to you. "
            "If you want one, we tell you who takes your complaint, and what happens then.",
        ),
        steps(
            "How it goes",
            ("You say what happened", "As much or as little as you like. We first ask who should not see it."),
            ("We talk with you alone", "You hear which ways there are, and what each of them can and cannot do."),
            ("Each thing gets its own way", "One part may be settled in a talk. Another may need the formal process."),
            ("The others are asked", "Everyone gets a sheet of their rights and a letter, and has time to think."),
            ("You agree, or you do not", "What you agree on is written down, signed by all, and followed up."),
        ),
        text(
            "<h2>What stays in your hands</h2>",
            bullets(
                "<b>You may say no.</b> Nobody has to take part. A no has no bad effect on your work or your studies.",
                "<b>You may stop.</b> Until the last person has signed, you can leave, and every other way is open again.",
                "<b>You can be safe now.</b> Ask for no contact, another room or another deadline. "
                "You need not wait for anything else.",
                "<b>You may read it.</b> You can ask to see what we keep about you, and ask us to correct it.",
            ),
            "<h2>What you should know first</h2>",
            "Once everybody has signed, what was settled can no longer go to a formal process. "
            "Some things cannot be settled this way at all, because the law says so. If that is so, we tell you at once.",
        ),
        exception(programme="ADR"),
        question(
            "What if I want no record?",
            "Then do not use this form. Call us, without a name if you like, and we look at what else there is.",
        ),
        question(
            "Will the other person know that I wrote?",
            "Not from us, until you say yes to the letter that names what happened. You read it first.",
        ),
        door("REPORT", "Read it once more, and start"),
    ],
}
