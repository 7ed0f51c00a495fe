from .words import question

FAQ = {
    "title": "Questions and answers",
    "slug": "questions",
    "search_description": "What people ask before they write to us, and what they ask later.",
    "intro": "What people ask us most. If your question is not here, call us. You need not say who you are.",
    "groups": [
        (
            "group",
            {
                "heading": "Before you write to us",
                "questions": [
                    question(
                        "Do I have to give my name?",
                        "Not to ask a question. If you want us to act, we need a way to reach you.",
                    )[1],
                    question("What does it cost?", "Nothing.")[1],
                    question(
                        "Will my boss or my teacher hear of it?",
                        "Not from us. It is confidential, and we tell you first where that ends.",
                    )[1],
                    question("Is my problem big enough?", "Yes. You need not wait until it gets worse.")[1],
                    question(
                        "What if I am the one who did wrong?",
                        "You are welcome too. We do not judge. We can look with you at how to put it right.",
                    )[1],
                    question(
                        "Can I write for a friend?",
                        "You can ask us what to do. To act, we need to hear from your friend.",
                    )[1],
                ],
            },
        ),
        (
            "group",
            {
                "heading": "When it goes on",
                "questions": [
                    question(
                        "Who asks the other person?",
                        "We do, and only after your yes. You never have to do it yourself.",
                    )[1],
                    question(
                        "What if they say no?", "Then it does not happen. We look with you at what else could help."
                    )[1],
                    question("Can I bring somebody?", "Yes, if all who take part agree to it.")[1],
                    question("How long does it take?", "A talk takes about two hours. Most people need one or two.")[1],
                ],
            },
        ),
        (
            "group",
            {
                "heading": "Afterwards",
                "questions": [
                    question(
                        "What do you keep?", "After mediation, nothing that says who was there or what it was about."
                    )[1],
                    question(
                        "What if somebody does not keep to it?",
                        "You can come back, and talk again. We do not check on anyone.",
                    )[1],
                ],
            },
        ),
    ],
}
