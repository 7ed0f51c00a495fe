from .words import bullets, exception, prose, steps, text

INDEX = {
    "title": "Resources",
    "slug": "resources",
    "show_in_menus": True,
    "search_description": "Articles, tips and worksheets for a conflict at work, in a lab or at home.",
    "intro": "To read, watch and fill in by yourself. Take what helps, and pass it on.",
}

TOPICS = (("Hard conversations", "hard-conversations"), ("Working together", "working-together"))

BEFORE_A_HARD_TALK = {
    "title": "Before a hard talk",
    "slug": "before-a-hard-talk",
    "kind": "WORKSHEET",
    "minutes": 15,
    "search_description": "Six questions to ask yourself before you talk with somebody about a conflict.",
    "intro": "Six questions to ask yourself first. Print the page and write on it. Nobody else needs to see it.",
    "body": [
        text("A talk goes better when you know what you want from it. Take a quarter of an hour for yourself first."),
        steps(
            "Six questions",
            ("What happened?", "Write down what a camera would have seen. Leave out why they did it."),
            ("What did it do to me?", "One or two feelings are enough. You need not explain them."),
            ("What matters to me here?", "Being heard, time, respect, sleep: what do you need?"),
            ("What may matter to them?", "You do not have to agree with it. A guess is a start."),
            ("What would be a good first step?", "Small, and something that both of you can do."),
            ("When and where?", "Choose a time when nobody has to rush, and a place where nobody listens."),
        ),
        text(
            "<h2>If it feels too big</h2>",
            "You can think it through with one of our coaches first. That is confidential, and you need not talk "
            "to the other person afterwards.",
        ),
    ],
    "topics": ["hard-conversations"],
}

WORDS_THAT_OPEN = {
    "title": "Five ways to begin",
    "slug": "five-ways-to-begin",
    "kind": "TIP",
    "minutes": 3,
    "search_description": "First sentences that open a talk about a conflict, and why they work.",
    "intro": "The first sentence is the hardest. Here are five that open a door.",
    "body": [
        text(
            bullets(
                "“There is something I have had on my mind. Is now a good time?”",
                "“I think we see this in two ways. I would like to hear yours.”",
                "“When the dishes stay for a week, I get upset. Can we look at it together?”",
                "“I may have this wrong. What did you mean when you said that?”",
                "“I would like this to get easier for both of us.”",
            ),
            "Each one says how you feel, or asks. None of them says what kind of person the other one is. "
            "That is why people can answer them.",
        ),
        exception(),
    ],
    "topics": ["hard-conversations"],
}

SHARING_A_LAB = {
    "title": "Sharing a lab without losing your temper",
    "slug": "sharing-a-lab",
    "kind": "ARTICLE",
    "minutes": 6,
    "audience": "POSTDOCS",
    "search_description": "What groups that share benches and machines can agree on before there is a conflict.",
    "intro": "Benches, freezers, authorship: most conflicts in a lab are about things that nobody ever agreed on.",
    "body": [
        text(
            "<h2>Agree before it hurts</h2>",
            "People in a group often guess what the rules are, and each one guesses something else. "
            "An hour of talk at the start of a term saves weeks of anger.",
            bullets(
                "<b>Machines.</b> Who books them, for how long, and what happens when somebody runs late?",
                "<b>Names on a paper.</b> Who decides, when, and by what? Write it down while all are friends.",
                "<b>Cleaning.</b> Whose turn is it, and where can you see it?",
                "<b>Quiet.</b> May people knock at any time, or only at some?",
            ),
            "<h2>When it has gone wrong already</h2>",
            prose(
                "Tell the other person what you saw and what you need, soon and alone. "
                "If that feels too hard, a facilitator can come to a meeting of your group. "
                "It is free, and the group decides what it talks about."
            ),
        ),
    ],
    "topics": ["working-together"],
}

ALL = (BEFORE_A_HARD_TALK, WORDS_THAT_OPEN, SHARING_A_LAB)
