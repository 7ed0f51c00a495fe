from ..words import door, exception, notice, step, text

HOME = {
    "title": "Inicio",
    "slug": "inicio",
    "seo_title": "Ayuda con un conflicto",
    "search_description": "Ayuda con un conflicto en Harborview, sin costo. Usted elige qué pasa después.",
    "heading": "No tiene que resolverlo a solas.",
    "intro": "Ayuda confidencial con un conflicto en Harborview. Usted elige qué pasa después, y puede parar en cualquier momento.",
    "services_heading": "Cuatro formas en que podemos ayudar",
    "steps_heading": "Qué pasa cuando nos escribe",
    "steps": [
        step(
            "Nos cuenta un poco",
            "Por internet, por teléfono, por correo o en persona. Para hacer una pregunta no hace falta dar su nombre.",
        ),
        step("Alguien le responde", "Una persona de la oficina, en la forma y a la hora que usted dijo que es segura."),
        step(
            "Lo hablamos",
            "Escuchamos, explicamos qué podría ayudar y qué no, y contestamos sus preguntas. No hay nada que firmar.",
        ),
        step(
            "Usted decide",
            "Seguir, esperar o dejarlo ahí. No nos comunicamos con nadie sin su permiso, salvo en la emergencia que se nombra abajo.",
        ),
    ],
    "notices": [
        notice(
            "Gratis y abierto para usted",
            "Nuestra ayuda no cuesta nada. Es para estudiantes, personal, profesorado y posdoctorado.",
        ),
        notice(
            "¿Se trata de discriminación o acoso?",
            "Hay un camino propio para eso, y allí se guarda un registro. Lo encuentra en Servicios.",
        ),
        notice(
            "¿Solo quiere preguntar algo?",
            "Puede pedir información y quedarse ahí. Entonces guardamos una marca en una cuenta, y nada sobre usted.",
        ),
    ],
}

SERVICES = {
    "title": "Servicios",
    "slug": "servicios",
    "search_description": "Orientación, facilitación, mediación y justicia restaurativa: para qué sirve cada una y cómo elegir.",
    "intro": "Cada uno es voluntario y confidencial. ¿No sabe cuál le conviene? Pregunte igual. Lo vemos con usted.",
    "body": [
        (
            "text",
            "<h2>Si no puede elegir</h2><p>No hace falta saber el nombre de lo que necesita. Díganos qué está pasando, "
            "en pocas palabras. Una persona de la oficina habla con usted sobre lo que podría ayudar. "
            "Si no somos el lugar adecuado, se lo decimos y le decimos quién puede ayudar.</p>",
        ),
        exception(),
        text(
            "<h2>¿Discriminación o acoso?</h2>",
            "Para eso hay un camino propio. Puede terminar en un acuerdo que todos firman, y al contrario de lo que pasa "
            "aquí, se guarda un registro. Lee lo que eso quiere decir antes de escribir nada.",
        ),
        door("REPORT", "Discriminación o acoso"),
    ],
}
