import type {
  sendingMessages as englishMessages,
  notSentReasons as englishReasons,
} from '../../en/money/sending.ts'

export const notSentReasons: typeof englishReasons = {
  accountClosed: 'Esta cuenta se cerró antes de que se pudiera enviar el pago.',
  historyEnds: 'No cobramos pagos de esta cuenta.',
  bankAccountRemoved: 'La cuenta bancaria de la que iba a salir fue eliminada.',
  bankAccountStopped: 'La cuenta bancaria de la que iba a salir no admite pagos ahora.',
  bankAccountNotVerified: 'La cuenta bancaria de la que iba a salir no está verificada.',
  bankDataUnusable:
    'Los números de la cuenta bancaria de la que iba a salir no pueden ser correctos.',
  cardRemoved: 'La tarjeta de la que iba a salir fue eliminada.',
  cardStopped: 'La tarjeta de la que iba a salir no admite pagos ahora.',
  cardExpired: 'La tarjeta de la que iba a salir está vencida.',
  amountAboveOwed: 'Para entonces se debía menos que el monto del pago.',
  fileRefused: 'Nuestro propio banco rechazó el archivo en el que iba, y no se envía otra vez.',
}

export const sendingMessages: typeof englishMessages = {
  paymentNotSent: {
    title: (facts) => `Pago no enviado: ${facts.amount} del ${facts.day}`,
    text: (facts) =>
      `${facts.reason} No se tomó nada y lo que se debe se sigue debiendo: haga otro pago o ` +
      'llámenos.',
  },
  paymentHeld: {
    title: (facts) => `Pago aún no tomado: ${facts.amount} del ${facts.day}`,
    text: () =>
      'Nuestro propio banco rechazó el archivo en el que iba. No ha salido nada de su banco y el ' +
      'pago no cuenta por ahora. Le escribimos dentro de cinco días bancarios para decirle si se ' +
      'envía otra vez. No tiene que hacer nada; para pagar de otra forma, cancélelo primero.',
  },
  paymentHeldShared: {
    title: (facts) => `Un pago del codeudor no se tomó: ${facts.amount}`,
    text: (facts) =>
      `El archivo bancario con el pago del ${facts.day} fue rechazado. Por ahora no cuenta; si se ` +
      'envía otra vez, cuenta como antes.',
  },
  paymentSentAgain: {
    title: (facts) =>
      `El pago se envía otra vez: ${facts.amount} salen de su banco el ${facts.withdrawn}`,
    text: (facts) =>
      `Cuenta desde el ${facts.day}, sea cual sea el día en que nuestro banco lo tome. Tenga el ` +
      `dinero allí el ${facts.withdrawn}. Hasta la hora límite anterior puede cancelarlo en su ` +
      'página.',
  },
}
