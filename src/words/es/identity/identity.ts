import type { identity as english } from '../../en/identity/identity.ts'
import { accessActivity } from './access-activity.ts'

export const identity: typeof english = {
  duration(seconds) {
    const [count, one, many] =
      seconds < 60
        ? ([seconds, 'segundo', 'segundos'] as const)
        : seconds < 3600
          ? ([Math.ceil(seconds / 60), 'minuto', 'minutos'] as const)
          : ([Math.ceil(seconds / 3600), 'hora', 'horas'] as const)
    return `${count} ${count === 1 ? one : many}`
  },
  password: {
    show: 'Mostrar',
    hide: 'Ocultar',
    capsLock: 'Bloq Mayús está activado. La contraseña distingue mayúsculas de minúsculas.',
  },
  signIn: {
    title: 'Entre en su cuenta',
    username: 'Nombre de usuario',
    password: 'Contraseña',
    passwordHint: 'La contraseña distingue mayúsculas de minúsculas.',
    remember: 'Recordar mi nombre de usuario en este dispositivo',
    shared: 'Este equipo es compartido o público',
    sharedHint: 'Aquí no se recuerda nada, y 5 minutos sin actividad cierran la sesión.',
    submit: 'Entrar',
    wrongHeading: 'No pudimos abrirle su cuenta',
    wrong:
      'El nombre de usuario y la contraseña no coinciden, o se renunció a la contraseña tras un aviso.',
    typeAgain: 'Escriba otra vez su contraseña',
    pauses:
      'Tras 5 intentos fallidos seguidos, la entrada hace una pausa: primero de 30 segundos, después más larga.',
    pausedFor: (wait) =>
      `La entrada con este nombre de usuario está en pausa. Vuelva a intentarlo en ${wait}.`,
    networkPausedFor: (wait) =>
      `Desde su red llegaron demasiados intentos, de quien fuera. Vuelva a intentarlo en ${wait}.`,
    networkPausedWhy:
      'Otra conexión, como la de su propio teléfono, sirve enseguida. Nada está bloqueado.',
    sitePausedFor: (wait) =>
      `Alguien está probando contraseñas en todo nuestro sitio y los navegadores nuevos esperan. Vuelva a intentarlo en ${wait}.`,
    sitePausedWhy:
      'Una llave de acceso, o un navegador con el que ya entró antes, sirve enseguida. Nada está bloqueado.',
    closedHeading: 'La contraseña ya no sirve en este navegador',
    closed:
      'Hubo 100 intentos fallidos seguidos con este nombre de usuario; así nadie puede seguir adivinando aquí.',
    closedNext:
      'Su cuenta está segura. Entre con una llave de acceso o con un navegador que ya usó antes, o',
    closedReset: 'elija una contraseña nueva',
    pausedHeading: 'La entrada está en pausa',
    pausedWhy:
      'La pausa protege su cuenta de quien intente adivinar. Solo hay que esperar: nada está bloqueado.',
    passwordAgain: 'Escriba otra vez su contraseña. Distingue mayúsculas de minúsculas.',
    usernameMissing: 'Escriba su nombre de usuario.',
    passwordMissing: 'Escriba su contraseña.',
    busyHeading: 'Hay mucha gente entrando',
    busy: (wait) => `Su cuenta está bien. Vuelva a intentarlo en ${wait}.`,
    forgot: '¿Olvidó su nombre de usuario o su contraseña?',
    firstTime: '¿Es su primera vez?',
    register: 'Registre su cuenta',
    stale: 'Esta página llevaba demasiado tiempo abierta. Escriba su contraseña una vez más.',
  },
  notice: {
    factorsRemoved:
      'Listo: lo que perdió ya no está en su acceso. Entre con su contraseña y un código por mensaje de texto o correo.',
    lostFactor:
      '¿Perdió su teléfono o su llave de acceso? Entre primero con su contraseña; después elija «No puedo usar nada de esto». Hasta ahora no ha cambiado nada.',
    signedOut: 'Ha cerrado la sesión.',
    idle: (minutes) => `Cerramos la sesión después de ${minutes} minutos sin actividad.`,
    ended: 'Su sesión ha terminado. Entre otra vez.',
    needed: 'Entre en su cuenta para ver esa página.',
    recovered: 'Su contraseña nueva está guardada. Entre con ella.',
    registered: 'Ya está registrado. Entre con el nombre de usuario y la contraseña que eligió.',
  },
  confirm: {
    title: 'Confirme que es usted',
    lead: 'Su contraseña es correcta. Un código a un teléfono o correo suyo demuestra que es usted: una contraseña robada no abre nada por sí sola.',
    againLead:
      'Antes de esto preguntamos otra vez quién es usted, si no lo mostró en los últimos cinco minutos.',
    where: '¿Adónde enviamos el código?',
    byText: (number) => `Mensaje de texto al ${number}`,
    byMail: (address) => `Correo electrónico a ${address}`,
    send: 'Enviar el código',
    sent: (to, until) => `Enviamos un código a ${to}. Sirve una vez, hasta las ${until}.`,
    code: 'Código',
    codeHint: '6 dígitos. Los espacios no importan.',
    codeMissing: 'Escriba los 6 dígitos del código.',
    submit: 'Continuar',
    again: '¿No llega en un minuto?',
    againText:
      'Mire en su carpeta de correo no deseado o envíe otro código. Sirve el último que se envió.',
    wrongHeading: 'El código no coincide',
    spentHeading: 'Este código ya no sirve',
    spent: 'Los códigos sirven 10 minutos y 5 intentos. Envíese uno nuevo.',
    pausedHeading: 'Los códigos están en pausa',
    paused: (wait) =>
      `Hubo muchos intentos o muchos códigos. Siga en ${wait}. Nada está bloqueado.`,
    demo: 'Es una demostración: nada sale de este equipo.',
    demoMailbox: 'Lea el código en su buzón',
    noneHeading: 'No podemos enviarle un código',
    none: (contact) =>
      `No tenemos ningún teléfono ni correo suyo. Llame al ${contact.phone}: ${contact.hours}. Tenga a mano su contrato.`,
  },
  genuine: {
    heading: '¿Somos nosotros de verdad?',
    address: 'Entre solo en esta dirección:',
    noLinks: 'Nuestros mensajes nunca llevan un enlace para entrar.',
    neverAsk:
      'Nunca le pedimos la contraseña ni un código por teléfono, mensaje de texto o correo electrónico.',
  },
  contact: {
    heading: '¿No puede entrar o algo le parece raro?',
    call: 'Llame al',
    fraud: 'Para avisar de un fraude, a cualquier hora:',
  },
  register: {
    title: 'Registre su cuenta',
    steps: (step) => `Paso ${step} de 3`,
    proofTitle: 'Díganos qué cuenta es la suya',
    proofLead:
      'Después llega un código a su teléfono o correo del expediente, y usted elige cómo va a entrar. Tarda unos tres minutos.',
    refusedHeading: 'Estos tres datos no coinciden',
    refused: (contact) =>
      `Compare cada uno con su contrato. Si ya se registró, entre en su cuenta. Para recibir ayuda llame al ${contact.phone}: ${contact.hours}.`,
    signInInstead: 'Entrar en mi cuenta',
    pausedHeading: 'Esto está en pausa un rato',
    paused: (wait) =>
      `Hubo varios intentos que no coincidieron. Vuelva a intentarlo en ${wait}. Nada está bloqueado.`,
    contactTitle: 'Confirme que es usted',
    contactLead:
      'Encontramos su cuenta. Un código al teléfono o correo de su expediente demuestra que nadie más usa sus papeles.',
    contactNone: (contact) =>
      `Su expediente no tiene teléfono ni correo. Llame al ${contact.phone}: ${contact.hours}. Tenga a mano su contrato. Cuando su expediente tenga un teléfono o un correo, se registra usted aquí.`,
    chooseTitle: 'Elija cómo va a entrar',
    chooseLead: (until) =>
      `Gracias: es su cuenta. Termine antes de las ${until}; si no, empezará otra vez por el número de cuenta.`,
    username: 'Elija un nombre de usuario',
    usernameHint:
      'De 6 a 64 letras y dígitos; se admiten puntos, guiones y @. Puede usar su correo electrónico.',
    password: 'Elija una contraseña',
    passwordHint:
      '15 caracteres o más. Vale una frase que solo a usted se le ocurriría, y puede llevar espacios.',
    submit: 'Registrarme y entrar',
    expired: 'Pasaron más de 15 minutos. Empiece otra vez: no se guardó nada.',
    already: '¿Ya se registró?',
    usernameTaken: 'Alguien ya usa ese nombre de usuario. Elija otro.',
    usernameUnusable:
      'Use de 6 a 64 letras y dígitos; entre ellos puede haber puntos, guiones, + y @. No puede ser su número de cuenta ni su VIN.',
    passwordTooShort: (minimum) => `Use ${minimum} caracteres o más.`,
    passwordTooLong: (maximum) => `Use ${maximum} caracteres o menos.`,
    passwordKnown:
      'Esta contraseña está en las listas que se prueban primero para adivinar. Elija una que sea solo suya.',
    passwordHoldsContext:
      'Esta contraseña es sobre todo su nombre de usuario, nuestro nombre o un número de su cuenta. Añada algo suyo.',
  },
  recover: {
    title: 'Olvidé mi nombre de usuario o mi contraseña',
    proofTitle: 'Olvidé mi nombre de usuario o mi contraseña',
    proofLead:
      'Después llega un código a su teléfono o correo del expediente: le mostramos su nombre de usuario y usted elige una contraseña nueva. Tarda unos tres minutos.',
    contactTitle: 'Confirme que es usted',
    contactLead:
      'Encontramos su cuenta. Un código al teléfono o correo de su expediente demuestra que nadie más usa sus papeles.',
    contactNone: (contact) =>
      `Su expediente no tiene teléfono ni correo. Llame al ${contact.phone}: ${contact.hours}. Tenga a mano su contrato. Cuando su expediente tenga un teléfono o un correo, empiece aquí otra vez.`,
    refused: (contact) =>
      `Compare cada uno con su contrato. Si nunca se registró, regístrese. Para recibir ayuda llame al ${contact.phone}: ${contact.hours}.`,
    already: '¿Ya se acordó?',
    chooseTitle: 'Elija una contraseña nueva',
    username: 'Su nombre de usuario es',
    chooseLead: 'Si solo lo buscaba, entre ahora: nada cambia. Si no, elija una contraseña.',
    password: 'Contraseña nueva',
    submit: 'Guardar la contraseña nueva',
    hold: 'Se cierran todas las sesiones y avisamos a cada uno de sus contactos. Usted entra con la contraseña nueva y un código.',
  },
  activity: accessActivity,
}
