"""The guided chooser in Spanish. The short names are the same: no visitor reads them."""

from ..words import answer, asked, outcome

CHOOSER = {
    "title": "¿Qué servicio le conviene?",
    "slug": "que-servicio",
    "search_description": "Unas preguntas que ayudan a elegir entre orientación, facilitación, mediación y un círculo.",
    "intro": "Unas preguntas, de una en una. Al final lee qué podría convenirle. También puede preguntarnos a nosotros.",
    "questions": [
        asked(
            "who",
            "¿Entre quiénes es?",
            "",
            answer("Entre una o dos personas y yo", "harm"),
            answer("Un grupo o equipo entero", "facilitation"),
            answer("Se trata de discriminación o acoso", "unfair"),
            answer("No soy parte, pero me preocupa", "talk"),
        ),
        asked(
            "harm",
            "¿Se hizo daño a alguien, y quien lo hizo quiere repararlo?",
            "Por ejemplo, después de que se rompió, se dijo o se hizo algo que no se puede deshacer.",
            answer("Sí", "circle"),
            answer("No, o no lo sé", "together"),
        ),
        asked(
            "together",
            "¿Puede imaginarse en un mismo cuarto con la otra persona?",
            "Dos personas neutrales estarían con ustedes. Podría parar en cualquier momento.",
            answer("Sí, si es seguro", "mediation"),
            answer("Ahora no", "coaching"),
            answer("Primero quiero hablar de eso", "talk"),
        ),
    ],
    "outcomes": [
        outcome(
            "coaching",
            "La orientación podría servirle",
            "Lo piensa con una persona de la oficina, a solas. No se le dice a nadie más. Descubre qué quiere, y cómo empezar.",
            "orientacion",
        ),
        outcome(
            "facilitation",
            "La facilitación podría servirles",
            "Alguien neutral guía una reunión de su grupo, para que se escuche a todos y se llegue a un final.",
            "facilitacion",
        ),
        outcome(
            "mediation",
            "La mediación podría servirles",
            "Dos personas formadas les ayudan a hablar. Ustedes deciden qué sale de ahí. Solo se hace si todos dicen que sí.",
            "mediacion",
        ),
        outcome(
            "circle",
            "Un círculo podría servirles",
            "En un círculo, la gente habla de lo que pasó y de lo que podría repararlo. Se prepara con cada persona a solas.",
            "justicia-restaurativa",
        ),
        outcome(
            "unfair",
            "Hay un camino propio para esto",
            "Puede resolverlo sin un proceso formal, o saber quién recibe una queja formal. Aquí se guarda un registro. "
            "Lea antes qué quiere decir eso.",
            "discriminacion-y-acoso",
            may_ask=False,
        ),
        outcome(
            "talk",
            "Veámoslo juntos",
            "No tiene que saber qué necesita. Cuéntenos un poco, y una persona de la oficina lo habla con usted.",
        ),
    ],
}
