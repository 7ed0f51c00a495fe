"""The forms of the site. Each question: its kind, its words, and what else it says."""

CONTACT = {
    "title": "Write to us",
    "slug": "write-to-us",
    "purpose": "CONTACT",
    "search_description": "A short form for a question to our office.",
    "intro": "For a question about our work, our dates or our rooms. We answer within two working days.",
    "keep_days": 30,
    "thanks_heading": "Thank you for writing",
    "thanks": "<p>We answer within two working days, in the way you named.</p>",
    "form_fields": [
        ("singleline", "Your name", {"required": False}),
        ("email", "Your e-mail address", {"help_text": "Choose one that only you can read."}),
        ("multiline", "Your question", {}),
    ],
}

FEEDBACK = {
    "title": "Tell us what you think",
    "slug": "feedback",
    "purpose": "FEEDBACK",
    "search_description": "Praise, blame and ideas, without your name.",
    "intro": "Praise, blame and ideas. We read all of it, once a week.",
    "is_anonymous": True,
    "keep_days": 60,
    "thanks": "<p>What we change because of what people write is on our page “You said, we did”.</p>",
    "form_fields": [
        (
            "radio",
            "What is it about?",
            {"choices": "This site\r\nOur rooms\r\nHow we answered\r\nAn event or a course\r\nSomething else"},
        ),
        ("multiline", "What should we know?", {"help_text": "Please name nobody."}),
        ("multiline", "What should we change?", {"required": False}),
    ],
}

EVALUATION = {
    "title": "How was it?",
    "slug": "how-was-it",
    "purpose": "EVALUATION",
    "search_description": "A few questions after an event or a course.",
    "intro": "For those who came to an event or a course. Five questions, two minutes.",
    "is_anonymous": True,
    "keep_days": 90,
    "thanks": "<p>We read all answers before we plan the next one.</p>",
    "form_fields": [
        ("dropdown", "What did you come to?", {"choices": "A workshop\r\nA listening circle\r\nA session\r\nA course"}),
        ("radio", "Was it worth your time?", {"choices": "Yes\r\nIn part\r\nNo"}),
        (
            "checkboxes",
            "What helped you?",
            {"choices": "The people\r\nThe examples\r\nThe handout\r\nThe time to practice", "required": False},
        ),
        ("radio", "Could you take part as you needed to?", {"choices": "Yes\r\nIn part\r\nNo"}),
        ("multiline", "What would you change?", {"required": False, "help_text": "Please name nobody."}),
    ],
}

SIGN_UP = {
    "title": "Sign up for an event",
    "slug": "sign-up",
    "purpose": "SIGN_UP",
    "search_description": "Keep a place at one of our events.",
    "intro": "Keep a place for yourself. If you cannot come, tell us, and somebody else is glad of it.",
    "keep_days": 30,
    "button": "Keep a place for me",
    "thanks_heading": "You have a place",
    "thanks": "<p>If the event is full, we write to you within two days. If you hear nothing, just come.</p>",
    "form_fields": [
        (
            "dropdown",
            "Which event?",
            {
                "choices": "Open evening\r\nHow to begin a hard talk\r\nListening circle\r\nLeading a meeting that ends on time"
            },
        ),
        ("singleline", "A name to call you by", {}),
        ("email", "Your e-mail address", {"help_text": "Only to tell you if something changes."}),
        (
            "singleline",
            "Something you need",
            {"required": False, "help_text": "An interpreter, captions, a seat near the door, food."},
        ),
    ],
}
