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
  amountAboveOwed: 'Para entonces se debía menos que el monto del pago.',
}

export const sendingMessages: typeof englishMessages = {
  paymentNotSent: {
    title: (facts) => `Pago no enviado: ${facts.amount} del ${facts.day}`,
    text: (facts) =>
      `${facts.reason} No se tomó nada y lo que se debe se sigue debiendo: haga otro pago o ` +
      'llámenos.',
  },
}
