"""The programme that keeps its records, in Spanish."""

from ..words import bullets, door, exception, kept, notice, question, steps, text

DISCRIMINATION = {
    "title": "Discriminación y acoso",
    "slug": "discriminacion-y-acoso",
    "search_description": "Cómo resolver un caso de discriminación o acoso sin proceso formal, y qué guardamos.",
    "intro": "¿Alguien le trata mal por ser quien es, o no le deja en paz? "
    "Puede resolverlo sin un proceso formal. Aquí se guarda un registro.",
    "body": [
        text(
            "<h2>Para qué sirve</h2>",
            "Chistes, notas, palabras o contactos que no quiere, o que le dejen fuera: por su sexo, su género, su raza, "
            "su color de piel, su religión, su edad, una discapacidad, a quién ama o de dónde viene.",
            "Está abierto a estudiantes, posdoctorado, personal, profesorado y visitantes. Puede escribir por sí mismo. "
            "Una oficina que le ayuda puede escribir por usted, y puede dejar fuera su nombre.",
        ),
        kept("ADR"),
        notice(
            "Esto no es una queja formal",
            "Cuando nos escribe, no empieza ningún proceso formal, y ninguno se cierra para usted. "
            "Si quiere uno, le decimos quién recibe su queja y qué pasa entonces.",
        ),
        steps(
            "Cómo va",
            ("Usted dice qué pasó", "Mucho o poco, como quiera. Primero preguntamos quién no debe verlo."),
            ("Hablamos con usted a solas", "Oye qué caminos hay, y qué puede y qué no puede cada uno."),
            (
                "Cada cosa tiene su camino",
                "Una parte puede resolverse hablando. Otra puede necesitar el proceso formal.",
            ),
            (
                "Se pregunta a los demás",
                "Cada persona recibe una hoja de sus derechos y una carta, y tiempo para pensar.",
            ),
            ("Se ponen de acuerdo, o no", "Lo que acuerdan se escribe, lo firman todos y se mira si se cumple."),
        ),
        text(
            "<h2>Qué queda en sus manos</h2>",
            bullets(
                "<b>Puede decir que no.</b> Nadie tiene que participar. Un no tiene ningún mal efecto en su trabajo ni en "
                "sus estudios.",
                "<b>Puede parar.</b> Hasta que firme la última persona puede irse, y todo otro camino queda abierto.",
                "<b>Puede estar a salvo ya.</b> Pida que no haya contacto, otro cuarto u otro plazo. "
                "No tiene que esperar a nada más.",
                "<b>Puede leerlo.</b> Puede pedir ver qué guardamos de usted, y pedirnos que lo corrijamos.",
            ),
            "<h2>Qué debe saber antes</h2>",
            "Cuando todos han firmado, lo que se resolvió ya no puede ir a un proceso formal. "
            "Algunas cosas no pueden resolverse así, porque la ley lo dice. Si es el caso, se lo decimos de inmediato.",
        ),
        exception(programme="ADR"),
        question(
            "¿Y si no quiero ningún registro?",
            "Entonces no use este formulario. Llámenos, sin dar su nombre si quiere, y vemos qué más hay.",
        ),
        question(
            "¿Sabrá la otra persona que escribí?",
            "No por nosotros, hasta que usted diga que sí a la carta que nombra lo que pasó. Usted la lee primero.",
        ),
        door("REPORT", "Leerlo otra vez y empezar"),
    ],
}
