import type {
  attempts as attemptsEn,
  change as changeEn,
  cutoff as cutoffEn,
} from '../en/payment-change.ts'

export const change: typeof changeEn = {
  title: 'Cambiar su pago',
  link: 'Cambiar este pago',
  confirm: (amount) => `Cambiarlo a ${amount}`,
  done: 'El pago está cambiado. Conserva su número; hay un recibo en sus mensajes.',
  history: 'Lo que era antes',
  was: (amount, day) => `${amount} para el ${day}`,
  until: (moment) => `Hasta ${moment}`,
}

export const attempts: typeof attemptsEn = {
  lead: 'Este intento no se realizó: no se mueve dinero.',
  number: 'Su número:',
  heading: 'Intentos que no se realizaron',
  text: 'Por ninguno de ellos se mueve dinero.',
  when: 'Intentado',
  amount: 'Importe',
  why: 'Por qué',
  confirmation: 'Número',
  reasons: {
    amountChanged: 'El importe había cambiado desde que se mostró',
    quoteSuperseded: 'El importe para saldar había cambiado desde que se mostró',
    amountTooSmall: 'Menos que el pago más pequeño',
    amountAbovePayoff: 'Más de lo que se debía',
    amountAboveLease: 'Más que todo lo que quedaba por pagar',
    choiceNotOfLease: 'Un arrendamiento no tiene esa opción',
    paymentDateOutOfRange: 'Su día no se podía elegir',
    nothingDue: 'No se debía nada',
    principalWhilePastDue: 'Lo atrasado iba antes',
    fundingAccountNotFound: 'La cuenta bancaria no estaba',
    bankAccountNotYet: 'La cuenta bancaria todavía se estaba comprobando',
    bankAccountNotVerified: 'La cuenta bancaria no estaba comprobada',
    bankAccountStopped: 'La cuenta bancaria estaba detenida',
    accountClosed: 'No se debía nada',
    historyEnds: 'Nadie cobra esta cuenta aquí',
  },
  other: 'Se rechazó',
}

export const cutoff: typeof cutoffEn = {
  own: (moment) => `En su hora: ${moment}.`,
  left: (time) => `Quedan ${time}.`,
  over: 'El plazo terminó.',
}
