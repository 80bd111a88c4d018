import type { codes as english } from '../../en/help/codes.ts'

export const codes: typeof english = {
  'code-does-not-arrive': ({ code, mailFrom }) => ({
    title: 'El código no llega',
    answer:
      'Espere un minuto y mire en la carpeta de correo no deseado. Después envíe otro código o elija otro modo en la misma página.',
    why: [
      'Un buzón puede retener el correo o ponerlo en no deseado. Un teléfono sin cobertura no recibe mensajes, y algunos planes bloquean los de empresas.',
      'La página muestra el final del número o el principio de la dirección que usamos. Es la de su expediente, y puede ser antigua.',
      mailFrom === null
        ? 'El asunto de nuestro correo empieza por «Su código». No lleva ningún enlace.'
        : `Nuestro correo viene de ${mailFrom}, con un asunto que empieza por «Su código». No lleva ningún enlace.`,
    ],
    steps: [
      'Mire en la carpeta de correo no deseado y busque «Su código» en su correo.',
      'Compare el número o la dirección de la página con los suyos. Si son antiguos, lea «Ya no tengo ese teléfono o ese correo».',
      'Envíe otro código, o elija el otro teléfono o correo si la página lo ofrece. Solo sirve el último código, y solo en el navegador que lo pidió.',
      'O elija otro modo bajo el formulario: una aplicación de autenticación, un código de reserva o su llave de acceso, si los tiene.',
    ],
    time: `Casi todos los códigos llegan en un minuto. Un código sirve ${code.minutes} minutos y ${code.tries} intentos. Después de ${code.sends} códigos en una hora, cada uno más espera ${code.sendWait}.`,
  }),
  'new-number': () => ({
    title: 'Ya no tengo ese teléfono o ese correo',
    answer:
      'Si puede, entre de otro modo y ponga lo nuevo en «Su perfil». Si no le queda nada con que confirmar, llámenos.',
    why: [
      'Los códigos van solo a un teléfono o correo que ya está en su expediente. Uno nuevo que cualquiera pudiera escribir aquí dejaría entrar a quien sepa su contraseña.',
      'Por lo mismo, nunca lo cambiamos por lo que diga un correo, y su perfil pide más que un código por correo.',
    ],
    steps: [
      'Si la página ofrece otro teléfono o correo, elíjalo.',
      'Si tiene una aplicación de autenticación, un código de reserva o una llave de acceso, úselos: ninguno necesita un número de teléfono. Después abra «Su perfil» y cambie lo que sea viejo.',
      'Si perdió tanto el teléfono como el correo de su expediente, llámenos con su contrato a mano. Cuando su expediente tenga el nuevo, entre con un código a él.',
      'Después añada una llave de acceso o una aplicación de autenticación en «Acceso y seguridad», para que otro cambio de número no le deje fuera.',
    ],
    time: 'De otro modo: enseguida. Por teléfono: en nuestro horario.',
  }),
  'lost-phone': ({ backupCodes, fraudPhone, proof, holdHours, takesCodes }) => ({
    title: 'Perdí mi teléfono o tengo uno nuevo',
    answer:
      'Nadie entra solo con el teléfono: hace falta además su contraseña o, para una llave de acceso, la huella, la cara o el PIN. Entre de otro modo y quite lo que había en el teléfono.',
    why: [
      'Una aplicación de autenticación vive en el teléfono y no siempre pasa a uno nuevo. Las llaves de acceso que comparten sus dispositivos llegan al teléfono nuevo cuando usted inicia sesión en él; la que estaba solo en el viejo, no.',
      'Con el mismo número en el teléfono nuevo, los códigos por mensaje de texto llegan como antes.',
      `Después de quitar algo así se cierran todas las sesiones, avisamos a todos sus teléfonos y correos, y durante ${holdHours} horas nadie puede añadir una cuenta bancaria ni cambiar o quitar un teléfono o correo.`,
    ],
    steps: [
      takesCodes
        ? `Entre con su contraseña y otro modo: un código de reserva de su lista de ${backupCodes}, una llave de acceso de otro dispositivo o un código por mensaje de texto a otro teléfono suyo.`
        : `Entre con su contraseña y otro modo: un código de reserva de su lista de ${backupCodes} o una llave de acceso de otro dispositivo.`,
      'En «Acceso y seguridad» quite la llave de acceso y la aplicación del teléfono perdido, cierre todas las demás sesiones y, si confiaba en su navegador, elija «Quitar la confianza».',
      'Añada allí el teléfono nuevo: una llave de acceso, una aplicación de autenticación o las dos. Haga otra lista de códigos de reserva si usó la vieja.',
      `Si no queda ninguno${takesCodes ? ', o solo un código por correo electrónico' : ''}, escriba su contraseña y elija en la página siguiente «No puedo usar nada de esto». Con ${proof.needs}, y un código al teléfono o correo de su expediente, quita lo que perdió.`,
      'Si ya no tiene ni el teléfono ni el correo de su expediente, llámenos con su contrato a mano.',
      `Si le robaron el teléfono, pida a su compañía que bloquee el número y llame al ${fraudPhone}, a cualquier hora.`,
    ],
    time: 'Unos minutos, a cualquier hora. Una llamada solo si perdió el teléfono y el correo.',
  }),
  'second-step': ({ apps, backupCodes, freshMinutes, code, trustDays, takesCodes }) => ({
    title: '¿Por qué un segundo paso y qué modos hay?',
    answer:
      'Una contraseña se puede robar sin que usted lo note. El segundo paso demuestra que es usted: una contraseña robada no abre nada por sí sola.',
    why: [
      'Una llave de acceso: su huella, su cara o el PIN de su dispositivo. No necesita contraseña, y nadie se la puede sacar con engaños.',
      `Una aplicación de autenticación: un código en su teléfono, sin cobertura. Puede tener hasta ${apps}.`,
      takesCodes
        ? `Un código por mensaje de texto o correo electrónico a un teléfono o correo de su expediente: ${code.digits} dígitos que sirven una vez. Otros pueden apoderarse de los mensajes junto con el número, y quien lea su correo puede usar un código que haya en él. El correo es el modo más débil.`
        : 'Un código por mensaje de texto o correo no sirve aquí de segundo paso: otros pueden leer los dos por el camino. Solo se usa para registrarse y recuperar el acceso.',
      `Códigos de reserva: ${backupCodes} códigos en papel, para el día en que pierda el teléfono. Cada uno sirve una vez.`,
      trustDays === null
        ? 'El segundo paso se pide cada vez que entra. Ningún navegador se libra de él.'
        : `En un navegador en que usted decida confiar, su contraseña sola le deja entrar durante ${trustDays} días. En ningún otro. Ve esos navegadores en «Acceso y seguridad» y puede dejar de confiar en ellos cuando quiera.`,
      `Antes de algo importante, como añadir una cuenta bancaria, preguntamos otra vez si no confirmó en los últimos ${freshMinutes} minutos. Para eso no vale un código por correo. Quien no tiene otra cosa muestra antes los números del contrato y añade entonces una llave de acceso o una aplicación.`,
    ],
    steps: [
      'Entre y abra «Acceso y seguridad» en el menú bajo su nombre.',
      'Añada una llave de acceso o, si sus dispositivos no las conocen, una aplicación de autenticación.',
      'Haga códigos de reserva, imprímalos y guárdelos lejos del teléfono.',
    ],
    time: 'Dos minutos para una llave de acceso. El segundo paso en sí tarda segundos.',
  }),
  passkeys: ({ host }) => ({
    title: '¿Qué es una llave de acceso?',
    answer:
      'Una llave de acceso sustituye a la contraseña y al código: entra usted con su huella, su cara o el PIN de su dispositivo. Solo funciona en nuestra propia dirección.',
    why: [
      'Su dispositivo guarda un secreto que no sale de él ni de los dispositivos con que lo comparte, y firma con él para nosotros. No recibimos ni el secreto ni su huella ni su cara.',
      `Como el dispositivo comprueba la dirección ${host}, una página copiada no recibe nada. Tampoco se puede adivinar: una pausa por contraseñas equivocadas no la detiene.`,
      'Necesita JavaScript y un teléfono o una computadora que conozca las llaves de acceso. Todo lo demás funciona aquí sin ella.',
    ],
    steps: [
      'Entre con su contraseña y abra «Acceso y seguridad».',
      'Elija «Añadir o eliminar llaves de acceso», póngale un nombre y siga lo que diga su dispositivo.',
      'La próxima vez elija «Entrar con una llave de acceso». No hace falta escribir el nombre de usuario.',
      'Añada una en cada dispositivo que use, o una que compartan sus dispositivos. Elimínela allí cuando entregue un dispositivo a otra persona.',
    ],
    time: 'Unos dos minutos.',
  }),
}
