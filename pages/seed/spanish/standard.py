"""The text pages in Spanish, by the slug of the English page."""

from ..words import bullets, exception, folds, kept, notice, prose, question, reach, steps, text
from .discrimination import DISCRIMINATION

ABOUT = {
    "title": "Quiénes somos",
    "slug": "quienes-somos",
    "search_description": "Quiénes somos, cómo trabajamos y con qué puede contar.",
    "intro": "Somos una oficina pequeña que ayuda a las personas de Harborview con sus conflictos. No tomamos partido.",
    "body": [
        text(
            "<h2>Qué hacemos</h2>",
            "Aquí la gente vive y trabaja muy cerca, y los conflictos son parte de eso. Escuchamos, y ofrecemos "
            "orientación, facilitación, mediación y justicia restaurativa. Nuestra ayuda no cuesta nada.",
            "Quienes median y facilitan son parte de esta comunidad: estudiantes, personal y profesorado "
            "que se han formado para ello y dan su tiempo.",
            "<h2>Con qué puede contar</h2>",
            bullets(
                "<b>Usted decide.</b> Usted elige qué pasa después, y puede parar en cualquier momento.",
                "<b>Nadie decide por usted.</b> No juzgamos, y no tenemos poder para castigar.",
                "<b>Somos neutrales.</b> Quien tiene un lazo con usted o con el asunto queda fuera.",
                "<b>Lo que nos cuenta es confidencial.</b> La excepción está escrita abajo.",
                "<b>No necesita ningún aparato.</b> Cada paso puede hacerse por teléfono, en persona o en papel.",
            ),
        ),
        exception(),
        text(
            "<h2>Qué no somos</h2>",
            "No somos un tribunal, ni una línea de urgencia, ni un lugar para presentar una queja. Escribirnos no es "
            "lo mismo que hacer una denuncia. Si quiere hacerla, le decimos quién la recibe. Todo lo demás sigue abierto.",
            "<h2>Si alguien que trabaja aquí tiene que ver</h2>",
            "Antes de que nos cuente nada, nuestra solicitud pregunta quién no debe verla. A quienes usted nombre no les "
            "llega nunca. Si nos nombra a todos, recibe el número de alguien fuera de esta oficina.",
        ),
    ],
}

CONTACT = {
    "title": "Contacto",
    "slug": "contacto",
    "search_description": "Cómo llegar a nosotros, de la forma que sea segura para usted.",
    "intro": "Escriba, llame o venga. Elija la forma que sea segura para usted.",
    "body": [
        ("office", None),
        notice(
            "Por favor, no describa un conflicto en un correo",
            "Otras personas pueden leer el correo. Pídanos que le llamemos, o use nuestra solicitud: está hecha para esto.",
            "warn",
        ),
        text(
            "<h2>Cuando llama</h2>",
            "No tiene que decir su nombre. Si alguien tiene un caso con nosotros, nunca lo decimos a quien llama. "
            "Primero nos aseguramos de quién es, o devolvemos la llamada al número que se indicó como seguro.",
            "<h2>Cuando escribe</h2>",
            "Nuestra solicitud toma unos cinco minutos y no pide una cuenta. Usted elige cómo podemos comunicarnos. "
            "Después lee hasta qué día alguien le responde.",
        ),
        question("¿Puedo ir en persona?", "Sí. Si puede, llame antes, para que alguien tenga tiempo para usted."),
        question("¿Hablan mi idioma?", "Pregúntenos. Podemos traer a un intérprete que no sea de su círculo."),
    ],
}

PRIVACY = {
    "title": "Privacidad",
    "slug": "privacidad",
    "search_description": "Qué sabemos de usted, quién lo ve, cuánto tiempo se guarda y dónde terminan nuestras promesas.",
    "intro": "Qué sabemos de usted, quién lo ve, cuánto tiempo se guarda y dónde terminan nuestras promesas.",
    "body": [
        text(
            "<h2>Cuando mira este sitio</h2>",
            "No contamos visitas, no ponemos cookies para eso y no cargamos nada de otras empresas. Nuestros registros no "
            "tienen direcciones de red. El botón “Salir de esta página” le saca de inmediato. No puede borrar el historial "
            "que guarda su navegador, ni ocultar lo que su red puede ver.",
            "<h2>Cuando nos escribe</h2>",
            "Mientras llena la solicitud, sus respuestas están cerradas con una llave que solo tiene su navegador. "
            "Desaparecen dos horas después, o cuando sale. Nada que podamos leer se guarda hasta que usted lo envía.",
            "Lo que envía lo leen las personas de la oficina que van a ayudarle, y nadie a quien usted haya nombrado. "
            "Las dos personas que median ven su nombre solo después de decir que no tienen ningún lazo con usted.",
        ),
        exception(),
        text(
            "<h2>Qué se guarda, y cuánto tiempo</h2>",
            bullets(
                "<b>¿Solo una pregunta?</b> Una marca en una cuenta. Nada sobre usted.",
                "<b>Una solicitud o un caso:</b> sus respuestas, sus mensajes y lo que se acordó hacer, hasta que se cierra. "
                "Entonces se destruyen el expediente y su llave. Si no pasa nada en 30 días, le preguntamos, "
                "y después hacemos lo mismo.",
                "<b>Lo que acuerdan en la mediación:</b> nunca se guarda. Se escribe en la pantalla, se imprime para ustedes "
                "y desaparece.",
                "<b>Después:</b> un número en una cuenta. Sin fecha, sin nombre, sin historia.",
            ),
            "Hay una cosa que puede retrasarlo: si la ley nos obliga a esperar, no destruimos nada hasta que nos deje "
            "seguir. Si es seguro, se lo decimos.",
            "<h2>Dónde terminan nuestras promesas</h2>",
            bullets(
                "<b>Correo que ya llegó.</b> No podemos recuperarlo. Nuestro correo solo dice que hay novedades.",
                "<b>Papel.</b> Trituramos el nuestro cuando se cierra un caso. No podemos triturar el suyo, ni una copia "
                "que otra persona hizo.",
                "<b>Copias de seguridad antiguas.</b> Todavía pueden mostrar que hubo un asunto de este tipo en una parte "
                "del instituto, y qué personal trabajó en él. No pueden mostrar quién participó ni de qué se trataba.",
                "<b>Otras personas.</b> Quienes participan firman que se guardan lo que oyen. No podemos obligarlas.",
            ),
            "Por la misma razón no podemos saber si alguien ya estuvo aquí antes.",
            "<h2>Donde es al revés</h2>",
            "Todo esto vale para la orientación, la facilitación, la mediación y los círculos. Para la discriminación y el "
            "acoso tenemos un camino en el que el registro se queda. Nadie llega allí sin haber leído antes esto:",
        ),
        kept("ADR"),
        text(
            "<h2>Sus derechos</h2>",
            "Puede preguntar qué guardamos sobre usted, y hacer que se corrija. Si tiene un código personal, "
            "su propia página se lo muestra en cualquier momento.",
        ),
    ],
}

ACCESSIBILITY = {
    "title": "Accesibilidad",
    "slug": "accesibilidad",
    "search_description": "Cómo está hecho este sitio para que todos puedan usarlo, y qué hacer si usted no puede.",
    "intro": "Este sitio debe servir a todos. Si no le sirve a usted, buscamos otra forma y lo arreglamos.",
    "body": [
        text(
            "<h2>Cómo está hecho</h2>",
            "Construimos y probamos según las pautas WCAG 2.2, nivel AA. Cada página funciona con teclado, con lector de "
            "pantalla, en un teléfono, con letra grande y sin programas en el navegador. Sigue los colores claros, oscuros "
            "o de alto contraste que usted eligió en su aparato.",
            "<h2>Otra forma</h2>",
            "Todo lo que puede hacer aquí también puede hacerlo por teléfono, en persona o en papel. Cada aviso puede "
            "enviarse por carta. Díganos qué necesita: un intérprete, un cuarto tranquilo, un cuarto sin escalones, "
            "pausas, o cualquier otra cosa.",
            "<h2>¿Algo no funciona?</h2>",
            prose("Llame o escríbanos. No tiene que decir qué le trajo aquí. Respondemos, y lo arreglamos."),
        ),
        ("office", None),
    ],
}

URGENT_HELP = {
    "title": "Ayuda urgente",
    "slug": "ayuda-urgente",
    "search_description": "A quién llamar cuando alguien está en peligro, y quién está para usted de día y de noche.",
    "intro": "¿Alguien está en peligro? Llame ya al 911. No somos una línea de urgencia, y nadie lee nuestros mensajes por la noche.",
    "body": [
        reach(
            "Servicios de emergencia", "Bomberos, policía o un médico, de inmediato.", "911", hours="De día y de noche"
        ),
        reach(
            "Línea de crisis",
            "Cuando no puede más, o teme por alguien. Atienden también en español.",
            "988",
            hours="De día y de noche, sin costo",
        ),
        reach("Policía del campus", "Cuando no se siente a salvo aquí.", "617-555-0100", hours="De día y de noche"),
        text(
            "<h2>Después</h2>",
            "Cuando esté a salvo, nos alegra saber de usted. Podemos ver juntos qué necesita ahora y quién más puede "
            "ayudar. No tiene que decidir nada ese día.",
            "<h2>Si alguien puede ver lo que hace aquí</h2>",
            bullets(
                "El botón “Salir de esta página” le saca de inmediato.",
                "Su navegador guarda una lista de las páginas que vio. Use una ventana privada, o un teléfono suyo.",
                "Llámenos si eso es más seguro. Díganos cuándo y dónde podemos devolver la llamada.",
            ),
        ),
    ],
}

VISIT_US = {
    "title": "Visítenos",
    "slug": "visitenos",
    "search_description": "Dónde estamos, cómo entrar sin escalones y cómo son nuestros cuartos.",
    "intro": "Puede venir sin decir para qué. Si puede, llame antes, para que alguien tenga tiempo para usted.",
    "body": [
        ("office", None),
        steps(
            "Cómo encontrarnos",
            ("Venga a Quayside Hall", "La puerta del lado del puerto no tiene escalones y se abre con un botón."),
            ("Suba al segundo piso", "El ascensor está a la izquierda. Es ancho, y dice los pisos en voz alta."),
            (
                "Busque el cuarto 204",
                "El letrero dice “Harbor rooms”, no lo que hacemos. No tiene que decir por qué vino.",
            ),
        ),
        text(
            "<h2>Cómo son nuestros cuartos</h2>",
            bullets(
                "Cada uno tiene dos puertas, para que pueda salir cuando quiera.",
                "Luz suave, agua y sillas que se pueden mover.",
                "Un cuarto pequeño al lado, para estar a solas un rato.",
                "Un bucle para audífonos, y lugar para una silla de ruedas o un perro guía.",
                "Un baño para todas las personas, en el mismo piso.",
            ),
        ),
        folds(
            "Es bueno saberlo",
            ("¿Puedo ir con mi hijo?", "Sí. Hay juguetes y papel. Díganoslo, y planeamos pausas."),
            (
                "¿Voy a cruzarme con la otra persona?",
                "No, si nos lo dice. Ponemos las horas para que no se encuentren.",
            ),
            ("¿Podemos vernos en otro lugar?", "Sí. En otro edificio, o por teléfono."),
        ),
    ],
}

BY_SLUG = {
    "about": ABOUT,
    "contact": CONTACT,
    "privacy": PRIVACY,
    "accessibility": ACCESSIBILITY,
    "urgent-help": URGENT_HELP,
    "visit-us": VISIT_US,
    "discrimination-and-harassment": DISCRIMINATION,
}
