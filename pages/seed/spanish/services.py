from ..services import AGREEMENT
from ..words import document, prose, question, step

LIMITS = (
    "Hay límites, y queremos que los conozca. No podemos recuperar el correo que ya se entregó, ni los papeles y copias "
    "que tienen otras personas. Nuestras copias de seguridad antiguas todavía pueden mostrar que hubo un asunto de este "
    "tipo en una parte del instituto, y qué personal trabajó en él. No pueden mostrar quién participó ni de qué se trataba."
)
NO_MEMORY = "Esto también significa que no podemos saber si alguien ya estuvo aquí antes. Si vuelve, empieza desde el principio."

COACHING = {
    "title": "Orientación en conflictos",
    "slug": "orientacion",
    "search_description": "Hable a solas con una persona orientadora sobre un conflicto que quiere manejar por su cuenta.",
    "intro": "Usted y una persona orientadora, a solas. Miran el conflicto con otros ojos y usted encuentra su próximo paso.",
    "card_text": "Para una persona. Piénselo con alguien que orienta y encuentre su próximo paso.",
    "card_note": "1 persona · una charla o varias",
    "ask_heading": "Pedir orientación",
    "who_takes_part": "Usted y una persona orientadora. Para estudiantes.",
    "duration": "Cerca de una hora cada vez, una vez o más",
    "what_it_is": prose(
        "La orientación es para usted si quiere resolver un conflicto por su cuenta, o si la otra parte no quiere hablar. "
        "La persona que le orienta no toma partido ni le dice qué hacer.",
        "Puede usarla para ver el asunto desde más de un lado, para practicar una charla difícil o para aprender algo útil.",
        "Nunca nos comunicamos con la otra persona. Ni siquiera tiene que decirnos quién es.",
    ),
    "steps": [
        step("Usted se comunica", "Por internet, por teléfono o en persona. Basta con un nombre de pila."),
        step("Conoce a quien le orienta", "Usted elige la hora. Puede ser de día, por la noche o en fin de semana."),
        step("Lo miran juntos", "Le preguntan qué llevó al conflicto y qué es lo importante para usted."),
        step("Reúnen opciones", "¿Qué podría decir o hacer? ¿Qué podría pasar? Recibe consejos y lecturas."),
        step("Elige su próximo paso", "Y vuelve si quiere, tantas veces como le ayude."),
    ],
    "kept": prose(
        "Las notas de quien le orienta son solo para recordar. Se destruyen cuando termina su orientación, "
        "con su nombre y todo lo que nos contó. Queda un número en una cuenta.",
        LIMITS,
    ),
    "questions": [
        question(
            "¿Y si la mediación no funcionó?",
            "Puede pasar a la orientación en un solo paso. No tiene que contarlo todo otra vez.",
        ),
        question("¿Es terapia?", "No. Si desea esa clase de ayuda, le decimos dónde encontrarla."),
    ],
    "downloads": [],
}

FACILITATION = {
    "title": "Facilitación",
    "slug": "facilitacion",
    "search_description": "Alguien neutral dirige la conversación de su grupo, para empezar bien o para retomar el rumbo.",
    "intro": "Alguien neutral dirige la conversación, para que todas las personas del grupo puedan participar.",
    "card_text": "Para un grupo. Empezar bien, o retomar el rumbo, con alguien neutral que dirige la conversación.",
    "card_note": "De cualquier tamaño · planeado con usted",
    "ask_heading": "Pedir una facilitación",
    "who_takes_part": "Su grupo, de cualquier tamaño, y una o más personas que facilitan",
    "duration": "Una reunión o varias, planeadas con usted",
    "what_it_is": prose(
        "Un laboratorio que empieza un proyecto. Un equipo que no avanza. Una casa que quiere acordar sus reglas. "
        "Ningún grupo es demasiado pequeño ni demasiado grande.",
        "Quien facilita trabaja por las metas que su grupo se pone, y no gana ni pierde con lo que decidan.",
        "También podemos enseñar a su grupo a dirigir sus propias conversaciones.",
    ),
    "steps": [
        step("Alguien del grupo se comunica", "Nos cuenta del grupo, de su tamaño y de lo que esperan."),
        step(
            "Lo planeamos con usted", "Usted dice cómo sería un buen resultado. Proponemos un camino para llegar ahí."
        ),
        step("El grupo se reúne", "Quien facilita cuida el tiempo y que se escuche cada voz."),
        step("El grupo decide", "Lo que deciden es suyo. Ustedes eligen quién lo anota."),
        step("Miramos atrás", "¿Llegaron a sus metas? ¿Ayudaría una reunión más?"),
    ],
    "kept": prose(
        "Las notas de su reunión son del grupo. Cuando termina el trabajo destruimos los nombres y lo que nos contaron. "
        "Queda un número en una cuenta.",
        LIMITS,
    ),
    "questions": [
        question("¿Necesitan una lista de nombres?", "No. Basta con saber cuántas personas son."),
        question("¿Puede el grupo elegir qué tan privado es?", "Sí. Lo acuerdan juntos, antes de empezar."),
    ],
    "downloads": [],
}

MEDIATION = {
    "title": "Mediación",
    "slug": "mediacion",
    "search_description": "Dos mediadores con formación ayudan a dos o más personas a hablar y decidir juntas. Solo ocurre si todas dicen que sí.",
    "intro": "Dos o más personas, dos mediadores con formación, una conversación que es de ustedes. Nadie decide por ustedes.",
    "card_text": "Para dos o más personas. Dos mediadores con formación les ayudan a hablar y decidir juntas.",
    "card_note": "Normalmente 2 horas · en pocos días",
    "ask_heading": "Pedir una mediación",
    "who_takes_part": "Dos o más personas que así lo quieren, y dos mediadores",
    "duration": "Normalmente unas dos horas. La primera vez suele ser a los pocos días.",
    "what_it_is": prose(
        "La mediación es una charla entre personas en un conflicto, dirigida por dos mediadores neutrales. "
        "Son de nuestra comunidad y tienen formación para esto. Les ayudan a decir lo que importa, "
        "a escucharse y a buscar caminos.",
        "Los mediadores no deciden nada. No juzgan quién tiene razón. "
        "Pueden resolver sus diferencias, o separarse en buenos términos. Las dos cosas valen.",
        "Es voluntaria y confidencial. Solo ocurre si cada persona dice que sí, libremente.",
    ),
    "steps": [
        step(
            "Una persona se comunica",
            "Por internet, teléfono o correo. Puede pedir una mediación, o solo información.",
        ),
        step("Lo hablamos", "Alguien del personal escucha y ve con usted si la mediación conviene."),
        step(
            "Se pregunta a las demás personas",
            "Lo hace usted o lo hacemos nosotros, como prefiera. Todas participan libremente, o no se hace. "
            "Un no no necesita razones.",
        ),
        step(
            "Buscamos dos mediadores y una hora",
            "Usted ve quiénes son, y puede pedir a otra persona. Puede ser de día, por la noche o en fin de semana.",
        ),
        step(
            "Todas las personas firman el acuerdo para participar",
            "Firman juntas, al principio. Los mediadores también firman.",
            AGREEMENT,
        ),
        step(
            "Hablan, unas dos horas",
            "Cada persona puede hablar y preguntar. Los mediadores también pueden hablar a solas con cada una. "
            "Puede parar en cualquier momento, sin decir por qué.",
        ),
        step(
            "Ustedes deciden el resultado",
            "Un acuerdo, escrito o de palabra, o ninguno. Nadie tiene que firmar algo con lo que no se siente bien. "
            "Pueden reunirse otra vez si todas las personas quieren.",
        ),
    ],
    "kept": prose(
        "Nada que diga quién estuvo en un conflicto, o de qué se trataba. Lo que acuerdan se queda con ustedes: no guardamos "
        "copia, nadie les controla, y a nadie le pasa nada por no cumplirlo.",
        "Cuando su caso se cierra, se destruyen el registro y su llave. Queda un número en una cuenta.",
        LIMITS,
        NO_MEMORY,
    ),
    "questions": [
        question(
            "¿Y si quiero parar?",
            "Puede hacerlo en cualquier momento, por internet, por teléfono o en la sala. Vale al instante y nadie pregunta por qué.",
        ),
        question(
            "¿Puedo llevar a alguien?",
            "Puede venir una amistad, un intérprete o alguien que le asesore, si todas las personas que participan dicen que sí.",
        ),
        question(
            "¿Renuncio a otras opciones?",
            "No. Todo lo demás que tiene a su alcance sigue abierto, antes, durante y después.",
        ),
    ],
    "downloads": [document(AGREEMENT, "Acuerdo para participar (en inglés)")],
}

RESTORATIVE_JUSTICE = {
    "title": "Justicia restaurativa",
    "slug": "justicia-restaurativa",
    "search_description": "Cuando hubo un daño y alguien quiere repararlo con las personas afectadas.",
    "intro": "Cuando hubo un daño, y la persona que lo causó quiere repararlo con quienes lo sufrieron.",
    "card_text": "Cuando hubo un daño y alguien quiere repararlo con las personas afectadas.",
    "card_note": "Preparado con cada persona",
    "ask_heading": "Pedir un círculo",
    "who_takes_part": "Quien causó el daño, quien lo sufrió, personas de la comunidad y dos que facilitan",
    "duration": "Primero charlas con cada persona, después normalmente un círculo",
    "what_it_is": prose(
        "En un círculo, las personas hablan de lo que pasó, de a quién afectó y cómo, y de qué ayudaría a repararlo. "
        "Puede seguir a un conflicto, o a una regla que se rompió.",
        "Es voluntario y confidencial para todos. La seguridad de quienes sufrieron el daño es lo primero. "
        "Eligen si participan, cómo y con quién, y pueden hacer una pausa o pararlo. Nadie tiene que perdonar.",
        "Lo dirigen dos personas neutrales con formación. Les ayudan a encontrar qué podría reparar el daño. No lo deciden.",
    ),
    "steps": [
        step("Alguien se comunica", "Cualquier persona afectada puede pedir un círculo, o solo información."),
        step("Lo hablamos", "Alguien del personal ve con usted si un círculo es un buen camino."),
        step(
            "Hablamos a solas con cada persona",
            "El personal escribe o llama a cada una. Usted nunca tiene que hacerlo. "
            "Preguntamos qué necesita cada persona, y si quien causó el daño de verdad quiere repararlo.",
        ),
        step("Todas las personas dicen que sí, o no se hace", "Un no no necesita razones."),
        step("El círculo se reúne", "Cada persona habla de lo que pasó, y de lo que se puede hacer."),
        step("Hacen un plan", "El plan dice quién hace qué para reparar el daño. Ayudamos a que se cumpla."),
        step(
            "Si además hay un proceso formal",
            "Entonces el plan debe cumplir sus reglas, y lo debe aprobar quien preside el Comité de Disciplina. "
            "El instituto cuida de que se cumpla. Usted lo sabe antes de decir que sí.",
        ),
    ],
    "kept": prose(
        "Guardamos el plan hasta que se cumple; después lo destruimos, con los nombres y todo lo que nos dijeron. "
        "Si además hay un proceso formal, el plan aprobado pasa a la oficina que lo hace cumplir, "
        "y se guarda allí. Lo que se dijo en el círculo nunca va con él.",
        LIMITS,
    ),
    "questions": [
        question(
            "¿Tengo que ver a la persona que me hizo daño?",
            "No. También son posibles las cartas, o alguien que hable por usted.",
        ),
        question(
            "¿Es una salida fácil?",
            "No. Mirar a la cara a quienes sufrieron el daño, y repararlo, suele costar mucho trabajo.",
        ),
    ],
    "downloads": [],
}

BY_SLUG = {
    "coaching": COACHING,
    "facilitation": FACILITATION,
    "mediation": MEDIATION,
    "restorative-justice": RESTORATIVE_JUSTICE,
}
