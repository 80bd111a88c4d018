import type { identity as english } from '../en/identity.ts'

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
    submit: 'Entrar',
    wrongHeading: 'No pudimos abrirle su cuenta',
    wrong: 'El nombre de usuario y la contraseña no coinciden.',
    typeAgain: 'Escriba otra vez su contraseña',
    pauses:
      'Tras 5 intentos fallidos seguidos, la entrada hace una pausa: primero de 30 segundos, después más larga.',
    pausedFor: (wait) =>
      `La entrada con este nombre de usuario está en pausa. Vuelva a intentarlo en ${wait}.`,
    networkPausedFor: (wait) =>
      `Desde su red llegaron demasiados intentos, de quien fuera. Vuelva a intentarlo en ${wait}.`,
    networkPausedWhy:
      'Otra conexión, como la de su propio teléfono, sirve enseguida. Nada está bloqueado.',
    pausedHeading: 'La entrada está en pausa',
    pausedWhy:
      'La pausa protege su cuenta de quien intente adivinar. Solo hay que esperar: nada está bloqueado.',
    passwordAgain: 'Escriba otra vez su contraseña. Distingue mayúsculas de minúsculas.',
    usernameMissing: 'Escriba su nombre de usuario.',
    passwordMissing: 'Escriba su contraseña.',
    busyHeading: 'Hay mucha gente entrando',
    busy: (wait) => `Su cuenta está bien. Vuelva a intentarlo en ${wait}.`,
    firstTime: '¿Es su primera vez?',
    register: 'Registre su cuenta',
    registerHint:
      'Tenga a mano su número de cuenta, los 4 últimos dígitos de su SSN y el VIN de su vehículo.',
    stale: 'Esta página llevaba demasiado tiempo abierta. Escriba su contraseña una vez más.',
  },
  notice: {
    signedOut: 'Ha cerrado la sesión.',
    idle: (minutes) => `Cerramos la sesión después de ${minutes} minutos sin actividad.`,
    ended: 'Su sesión ha terminado. Entre otra vez.',
    needed: 'Entre en su cuenta para ver esa página.',
    registered: 'Ya está registrado. Entre con el nombre de usuario y la contraseña que eligió.',
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
    steps: (step) => `Paso ${step} de 2`,
    proofTitle: 'Díganos qué cuenta es la suya',
    proofLead: 'Escriba tres datos tal como aparecen en su contrato o en una carta nuestra.',
    accountNumber: 'Número de cuenta',
    accountNumberHint: 'Los espacios y guiones no importan.',
    lastFour: 'Los 4 últimos dígitos de su SSN o ITIN',
    lastFourHint: 'De la persona que se registra. El codeudor se registra con los suyos.',
    vin: 'Número de identificación del vehículo (VIN)',
    vinHint:
      '17 letras y dígitos: en su contrato, en su tarjeta del seguro y tras el parabrisas del lado del conductor.',
    submitProof: 'Continuar',
    accountNumberMissing: 'Escriba su número de cuenta.',
    lastFourWrong: 'Escriba los 4 últimos dígitos de su SSN o ITIN.',
    vinWrong: 'Un VIN tiene 17 letras y dígitos, y nunca las letras I, O ni Q.',
    refusedHeading: 'Estos tres datos no coinciden',
    refused: (contact) =>
      `Compare cada uno con su contrato. Si ya se registró, entre en su cuenta. Para recibir ayuda llame al ${contact.phone}: ${contact.hours}.`,
    signInInstead: 'Entrar en mi cuenta',
    pausedHeading: 'El registro está en pausa',
    paused: (wait) =>
      `Hubo varios intentos que no coincidieron. Vuelva a intentarlo en ${wait}. Nada está bloqueado.`,
    chooseTitle: 'Elija cómo va a entrar',
    chooseLead: (until) =>
      `Encontramos su cuenta. Termine antes de las ${until}; si no, empezará otra vez por el número de cuenta.`,
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
  activity: {
    signedIn: 'Entrada en la cuenta',
    signInRefused: 'Contraseña equivocada',
    signInPaused: 'Entrada rechazada durante una pausa',
    signedOut: 'Cierre de sesión',
    registered: 'Registro',
    registrationRepeated: 'Alguien intentó registrar otra vez su cuenta',
    preferencesChanged: 'Cambio de idioma o colores',
    accountProved: 'Cuenta probada con sus números',
    registrationRefused: 'Registro que no coincidía',
    registrationPaused: 'Registro rechazado durante una pausa',
  },
}
