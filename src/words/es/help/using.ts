import type { using as english } from '../../en/help/using.ts'

export const using: typeof english = {
  phone: ({ host }) => ({
    title: '¿Sirve en teléfono o con lector de pantalla?',
    answer: 'Sí, todo, en el navegador del teléfono. No hay que instalar ninguna aplicación.',
    why: [
      'Todas las páginas caben en una pantalla pequeña y funcionan solo con el teclado, con lector de pantalla, con un aumento del 400 por ciento y en colores oscuros. En español y en inglés.',
      'No se descarga nada más que la propia página, así que también va con una conexión lenta.',
    ],
    steps: [
      `Abra ${host} en el navegador y guárdelo como marcador o en la pantalla de inicio.`,
      'En un teléfono que sea suyo añada una llave de acceso: entrará con la huella o la cara.',
      'Cambie el idioma y los colores al pie de cada página.',
      'Si algo le estorba, díganos en qué página y qué no funcionó.',
    ],
    time: 'Enseguida.',
  }),
  'change-contact': ({ holdHours }) => ({
    title: '¿Cómo cambio mi teléfono, correo o dirección?',
    answer:
      'En «Su perfil», en el menú bajo su nombre. Un teléfono o correo nuevo cuenta cuando usted ha escrito el código que le llegó.',
    why: [
      'Antes preguntamos otra vez quién es usted. Para eso no vale un código por correo: quien no tiene otra cosa muestra antes los números del contrato. Y un teléfono no puede confirmar su propio cambio mientras usted tenga otro modo.',
      `Avisamos a todos sus teléfonos y correos, los viejos y los nuevos. Durante ${holdHours} horas después de un cambio no se puede añadir una cuenta bancaria ni cambiar o quitar un teléfono o correo. Así quien hubiera entrado no podría dejarle fuera.`,
      'El perfil es solo suyo, para todas sus cuentas aquí. El codeudor tiene el suyo.',
    ],
    steps: [
      'Entre y abra «Su perfil».',
      'Elija «Cambiar» junto al teléfono o correo, o «Añadir un teléfono» o «Añadir un correo».',
      'Escriba el código que le enviamos allí.',
      'Para la dirección postal elija «Cambiar la dirección». No necesita código.',
      'Si no puede entrar, lea «Ya no tengo ese teléfono o ese correo».',
    ],
    time: 'Unos minutos.',
  }),
  'close-sign-in': ({ holdHours }) => ({
    title: 'Ya no quiero entrar aquí',
    answer: 'Puede cerrar su acceso en “Acceso y seguridad”. Su cuenta y lo que debe siguen igual.',
    why: [
      'Se elimina todo lo que lo abre: su contraseña, sus llaves de acceso, sus aplicaciones y sus códigos de reserva. Se cierra la sesión en todos los navegadores y avisamos a cada uno de sus contactos.',
      'Un pago programado se hace de todos modos. Desde entonces los estados de cuenta y las cartas le llegan en papel.',
      `Durante ${holdHours} horas después de una recuperación o de un cambio de contacto no se puede cerrar, para que nadie que haya entrado le deje fuera.`,
      'No se puede abrir de nuevo, pero puede registrarse otra vez cuando quiera.',
    ],
    steps: [
      'Cancele los pagos programados que no quiera y revise su dirección postal.',
      'Abra “Acceso y seguridad” y elija “Cerrar este acceso” al final de la página.',
      'Lea lo que cambia, marque la casilla y pulse “Cerrar el acceso”.',
    ],
    time: 'Un minuto. Para volver: unos tres minutos, con su contrato a mano.',
  }),
  fees: () => ({
    title: '¿Cuánto cuesta?',
    answer:
      'Nada: ni estas páginas, ni registrarse, ni pagar desde una cuenta bancaria cuestan nada.',
    why: [
      'Antes de que usted confirme un pago, la página lo dice otra vez: pagar desde el banco es gratis.',
      'Otra cosa es el cargo por mora: sale de su contrato, con la cláusula que lo permite. Lo que debe de él, y por qué, se muestra junto a su próximo pago y en «Condiciones».',
      'Lo que cobre su compañía telefónica por un mensaje de texto, o su banco por un pago que devuelve, es entre usted y ellos.',
    ],
    steps: [
      'Vea qué se debe y de qué consta: abra cualquier importe con «Ver la cuenta».',
      'Si un cargo le parece equivocado, llámenos o lea «Quejas» al pie de esta página.',
    ],
    time: 'Enseguida.',
  }),
  'pay-without-signing-in': ({ phone, hours, address }) => ({
    title: 'Vence mi pago y no puedo entrar',
    answer: `Llame al ${phone} (${hours}) antes de la fecha de vencimiento y pregunte cómo pagar esta vez.`,
    why: [
      'En estas páginas nadie puede pagar sin entrar: si no, un extraño podría ver lo que usted debe.',
      'Si su contrato tiene un cargo por mora, dice también cuántos días después del vencimiento no lo hay.',
      'Un pago que programó aquí sigue programado, pueda usted entrar o no.',
    ],
    steps: [
      'Pruebe antes «¿Olvidó su nombre de usuario o su contraseña?»: tarda unos tres minutos, a cualquier hora.',
      `Si no, llame al ${phone} con su número de cuenta a mano, y anote lo que acordó, con día y nombre.`,
      `Nuestra dirección postal es ${address}. Escriba su número de cuenta en todo lo que envíe.`,
      'No pague nunca por un enlace de un mensaje ni a quien le llamó.',
    ],
    time: 'Tres minutos aquí, o una llamada en nuestro horario.',
  }),
  'reach-us': ({ phone, hours, fraudPhone, email, address }) => ({
    title: '¿Cómo hablo con una persona?',
    answer: `Llame al ${phone}: ${hours}. Para avisar de un fraude llame al ${fraudPhone}, a cualquier hora.`,
    why: [
      `Escriba a ${email} o, por correo postal, a ${address}.`,
      'Por favor, nunca envíe por correo electrónico un SSN completo, una contraseña, un código ni un número de cuenta bancaria.',
      'Quien le atienda no puede ver su contraseña ni elegirla por usted.',
    ],
    steps: [
      'Tenga a mano su número de cuenta. Está en su contrato y en todas nuestras cartas.',
      'Si falló una página, léanos la referencia que muestra.',
      'Si la respuesta no le convence, lea «Quejas» al pie de esta página.',
    ],
    time: hours,
  }),
}
