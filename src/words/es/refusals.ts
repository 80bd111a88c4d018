import type { Repetition, Strangeness } from '#src/domain/refusal.ts'
import { type refusals as english, type RefusalSentences, sentenceOf } from '../en/refusals.ts'
import { formatDate, formatMoney } from '../format.ts'
import { autopayRefusals } from './autopay/autopay-refusals.ts'
import { sharingRefusals } from './sharing/sharing-refusals.ts'

const sentences: RefusalSentences = {
  ...autopayRefusals,
  ...sharingRefusals,
  accountNotFound: () => 'No hay tal cuenta con su acceso. Vaya a sus cuentas.',
  accountClosed: () => 'Esta cuenta está pagada por completo: no hay nada que pagar ni calcular.',
  historyEnds: ({ on }) =>
    `Lo que sabemos de esta cuenta termina el ${formatDate(on, 'es', 'dated')}. No se puede ` +
    'calcular ni pagar nada hasta que lleguen registros más nuevos. Llámenos.',
  quoteDateOutOfRange: ({ first, last }) =>
    `Elija un día del ${formatDate(first, 'es', 'dated')} al ${formatDate(last, 'es', 'dated')}.`,
  quoteNotFound: () => 'No tenemos ese importe. Pida uno nuevo en la página para saldar.',
  documentNotFound: () => 'No hay ese documento en esta cuenta. Vea sus documentos.',
  quoteSuperseded: ({ newTotal }) =>
    'Algo se pagó o se cargó desde ese importe. Para saldar ahora son ' +
    `${formatMoney(newTotal, 'es')}: revíselo y confirme otra vez. No se tomó nada.`,
  quoteExpired: ({ goodThrough }) =>
    `Ese importe valía hasta el ${formatDate(goodThrough, 'es', 'dated')}. Pida uno nuevo en la página para saldar.`,
  paymentDateOutOfRange: ({ first, last }) =>
    `Elija un día del ${formatDate(first, 'es', 'dated')} al ${formatDate(last, 'es', 'dated')}.`,
  amountTooSmall: ({ minimum }) => `Pague ${formatMoney(minimum, 'es')} o más.`,
  amountAbovePayoff: ({ payoff }) =>
    `Para saldar ese día bastan ${formatMoney(payoff, 'es')}. Pague eso o menos.`,
  amountAboveLease: ({ left }) =>
    `Todo lo que queda por pagar del arrendamiento ese día son ${formatMoney(left, 'es')}. Pague eso o menos.`,
  choiceNotOfLease: () =>
    'Un arrendamiento se paga con lo que vence, lo atrasado u otro monto. Elija uno de ellos.',
  nothingLeft: () => 'Todos los pagos del arrendamiento están hechos: no hay nada que pagar.',
  amountChanged: ({ now }) =>
    `El importe es ahora ${formatMoney(now, 'es')}: algo se pagó o se cargó desde que lo vio. ` +
    'Revíselo y confirme otra vez. No se tomó nada.',
  principalWhilePastDue: ({ pastDue }) =>
    `Hay ${formatMoney(pastDue, 'es')} atrasados, y eso va antes que el capital. Pague primero lo ` +
    'atrasado o elija el importe debido más un adicional: así un solo pago hace las dos cosas.',
  unusualAmount: ({ amount, usual, how }) =>
    `${formatMoney(amount, 'es')} es ${strange[how](formatMoney(usual, 'es'))}. Confírmelo abajo ` +
    'si así lo quiere.',
  nothingDue: () => 'Ahora no se debe nada. Elija otro importe si quiere pagar por adelantado.',
  fundingAccountNotFound: () => 'Elija la cuenta bancaria desde la que paga, o añada una.',
  routingNumberWrong: () => 'No es un número de ruta de un banco de EE. UU. Revise sus 9 dígitos.',
  accountNumberWrong: () => 'Un número de cuenta tiene de 4 a 17 dígitos. Revíselo.',
  bankAccountNotYet: ({ firstUse }) =>
    `Esta cuenta se puede usar a partir del ${formatDate(firstUse, 'es', 'long')}. Elija ese día u ` +
    'otro posterior, u otra cuenta.',
  bankAccountNotVerified: () =>
    'Esta cuenta bancaria no está verificada. Mire en Formas de pago qué hacer, o elija otra.',
  bankAccountStopped: () =>
    'Los pagos desde esta cuenta bancaria están detenidos. Mire en Formas de pago por qué, o elija otra.',
  bankNumberStopped: () =>
    'No tomamos pagos de esta cuenta. Revise los números, añada otra cuenta o llámenos.',
  savedCardNotUsable: () =>
    'Esta tarjeta ya no está guardada aquí o no admite pagos ahora. Elija otra.',
  bankAccountsFull: ({ most }) =>
    `Como máximo son ${most} cuentas y tarjetas. Quite una que ya no use y añada esta después.`,
  bankAccountsToday: ({ most }) =>
    `Como máximo son ${most} cuentas bancarias nuevas al día. Inténtelo mañana.`,
  bankAccountInUse: () =>
    'Hay un pago programado desde esta cuenta. Acepte cancelarlo o conserve la cuenta. No se cambió nada.',
  bankAccountGoesOut: ({ confirmation }) =>
    `El pago ${confirmation} está en camino y ya no se puede cancelar. ` +
    'Quite esta forma de pago cuando haya salido.',
  bankAccountNotCheckable: () =>
    'Esta cuenta no se puede verificar aquí otra vez. Añada otra cuenta o llámenos.',
  depositsNotThere: ({ by }) =>
    `Los dos depósitos llegan a más tardar el ${formatDate(by, 'es', 'long')}. Vuelva entonces. No se ` +
    'contó ningún intento.',
  depositsWrong: ({ left }) =>
    `No son los dos importes. Mírelos otra vez en la aplicación de su banco. ${left === 1 ? 'Queda un intento.' : `Quedan ${left} intentos.`}`,
  depositsSpent: () =>
    'Los importes fueron incorrectos tres veces y esta verificación terminó. No se tomó nada. Abajo está qué hacer.',
  depositsOver: () => 'Ahora nada espera importes aquí. Abajo está cómo sigue esta cuenta.',
  authorizationMissing: () => 'Marque la casilla para dar su permiso. No se tomó nada.',
  duplicatePayment: ({ confirmation, how, by }) =>
    `${by === 'card' ? 'Un pago con tarjeta ya iniciado o pagado hace lo mismo' : repeats[how]}: ${confirmation}. Confirme abajo si quiere un segundo pago.`,
  cardProcessorDown: () =>
    'La página de nuestro procesador de tarjetas no se abre por el momento. No se cobró nada. Inténtelo de nuevo en unos minutos o pague desde una cuenta bancaria.',
  paymentNotFound: () => 'No hay tal pago en esta cuenta. Mire sus pagos.',
  paymentNotCancelable: () =>
    'Este pago ya está cancelado, o su archivo salió hacia el banco. Llámenos si no debe tomarse.',
  paymentNotChangeable: () =>
    'Este pago ya está cancelado o su archivo salió hacia el banco. Haga otro pago o llámenos.',
  paymentOfCoBorrower: () => 'El codeudor programó este pago y solo él puede cancelarlo. Pídaselo.',
  formAlreadyUsed: () =>
    'Este formulario ya se envió. Aquí hay uno nuevo: revíselo y confirme otra vez.',
  registrationNotMatched: () => 'No corresponden a una cuenta. Compare cada uno con su contrato.',
  usernameTaken: () => 'Alguien ya usa ese nombre de usuario. Elija otro.',
  usernameUnusable: () => 'Use de 6 a 64 letras y dígitos para el nombre de usuario.',
  passwordTooShort: ({ minimum }) => `Use ${minimum} caracteres o más.`,
  passwordTooLong: ({ maximum }) => `Use ${maximum} caracteres o menos.`,
  passwordKnown: () =>
    'Los programas que adivinan prueban esta contraseña primero. Elija una solo suya.',
  passwordHoldsContext: () =>
    'Esta contraseña es casi su nombre o un número de su cuenta. Añada algo más.',
  passwordUnchanged: () => 'Es su contraseña actual. Elija otra.',
  currentPasswordWrong: () => 'No es su contraseña actual. Escríbala otra vez.',
  signInNotMatched: () => 'El nombre de usuario y la contraseña no coinciden.',
  contactNotFound: () => 'Elija adónde enviamos el código.',
  contactGone: () =>
    'Entretanto esto se cambió en otro lugar, así que aquí no se cambió nada. Mire su perfil.',
  contactSame: () => 'Este ya lo tenemos para usted. Escriba otro.',
  contactsFull: ({ most }) => `${most} de cada clase es el máximo. Elimine o cambie uno que esté.`,
  lastContact: () =>
    'Es el único modo de comunicarnos con usted. Añada otro primero y después elimine este.',
  lastPhone: () =>
    'Sin este teléfono solo el correo confirmaría que es usted. Cámbielo, o añada antes otro teléfono, una llave de acceso o una aplicación de autenticación.',
  contactHeld: () =>
    'En las últimas 24 horas se cambió un contacto o su contraseña, así que esto tiene que esperar. No se cambió nada.',
  codeWrong: () => 'Este no es el código que enviamos. Compruébelo y escríbalo otra vez.',
  codeSpent: () => 'Este código ya no sirve. Pida uno nuevo.',
  authenticatorCodeWrong: () =>
    'Este no es el código que su aplicación muestra ahora. Espere al siguiente y escríbalo.',
  authenticatorCodeUsed: () => 'Este código ya se usó. Espere hasta 30 segundos al siguiente.',
  authenticatorsFull: ({ most }) =>
    `Como máximo puede tener ${most} aplicaciones. Quite una que ya no use.`,
  enrollmentOver: () => 'Pasaron más de 10 minutos. Aquí tiene un código nuevo para escanear.',
  lastFactor: () =>
    'Sin esto, para entrar solo le quedaría la contraseña. Añada antes una aplicación de autenticación o una llave de acceso, y después quite esto.',
  backupCodeWrong: ({ number }) =>
    `Este no es el código de reserva número ${number}. Compárelo con su lista.`,
  passkeyRefused: () =>
    'No conocemos esta llave de acceso, o no pudo demostrar que es usted. Use otro modo.',
  passkeyTooLate: () =>
    'Una llave de acceso tiene cinco minutos para responder, y cada respuesta vale una vez. Inténtelo de nuevo.',
  passkeyCopied: () =>
    'Parece haber dos copias de esta llave de acceso; la desactivamos y le escribimos. Use otro ' +
    'modo y llámenos.',
  passkeyNotAdded: () =>
    'No se pudo añadir esta llave de acceso. Inténtelo otra vez o use otro dispositivo.',
  passkeysFull: ({ most }) =>
    `Puede tener ${most} llaves de acceso como máximo. Elimine una que ya no use y después añada esta.`,
  waitBeforeTrying: () => 'Espere unos minutos y vuelva a intentarlo. Nada está bloqueado.',
  tooManyFailures: () =>
    'Hubo 100 intentos fallidos seguidos, así que desde aquí ya no sirve. Use una llave de acceso, ' +
    'un navegador con el que ya entró antes, o elija una contraseña nueva.',
  busy: ({ retryAfterSeconds }) =>
    `Mucha gente usa esta página. Vuelva a intentarlo en ${retryAfterSeconds} segundos.`,
}

const repeats = {
  sameDay: 'El mismo importe ya está programado para ese día',
  afterPayoff: 'Ya hay un pago para saldar programado',
  withPayoff: 'Ya hay un pago programado que el importe para saldar no cuenta',
  installment: 'Un pago programado ya cubre lo debido',
} satisfies Record<Repetition, string>

const strange = {
  tenTimes: (usual: string) => `exactamente diez veces ${usual}: mire el punto decimal`,
  hundredTimes: (usual: string) => `exactamente cien veces ${usual}: mire el punto decimal`,
  large: (usual: string) => `más de tres pagos mensuales de ${usual}`,
} satisfies Record<Strangeness, (usual: string) => string>

export const refusals: typeof english = {
  sentence: (refusal) => sentenceOf(sentences, refusal),
}
