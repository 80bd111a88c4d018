import type { review as english } from '../en/payment-review.ts'

export const review: typeof english = {
  title: 'Revise su pago',
  heading: 'Compruebe su pago',
  youPay: 'Usted paga',
  from: 'Desde',
  countsAsPaid: 'Cuenta como pagado',
  fee: 'Costo',
  feeText: 'Pagar desde el banco es gratis',
  feeCited: (citation, total) =>
    `Se suma a lo que paga y no se abona a su cuenta: se toman ${total} en total. Lo permite: ${citation}.`,
  cancelUntil: 'Puede cancelarlo hasta',
  cancelText: 'Entonces su archivo sale hacia el banco',
  change: 'Cambiar',
  changeWhat: { amount: 'el importe', from: 'la cuenta bancaria', when: 'el día' },
  leaves: (day) => `Sale de su banco el ${day}`,
  bank: (name, added) => `${name}, añadida el ${added}`,
  choices: {
    pastDue: 'Lo atrasado',
    due: 'El importe debido',
    duePlusExtraPrincipal: (due, extra) =>
      `Importe debido ${due} más ${extra} adicionales al capital ahora`,
    duePlusExtraNext: (due, extra) =>
      `Importe debido ${due} más ${extra} adicionales para su próximo pago`,
    principal: 'Un adicional solo para el capital',
    payoff: (number) => `Para saldar, importe ${number}`,
    payoffPlain: 'Para saldar',
    other: 'Un importe que eligió',
  },
  permission: 'Su permiso',
  agree: 'Estoy de acuerdo con este pago.',
  agreeMissing: 'Marque la casilla para dar su permiso.',
  repeats: {
    sameDay: (amount, day, confirmation) => [
      `${amount} ya está programado para el ${day}: `,
      confirmation,
    ],
    afterPayoff: (amount, day, confirmation) => [
      `Ya hay ${amount} programados para saldar el ${day}: `,
      confirmation,
    ],
    withPayoff: (amount, day, confirmation) => [
      `${amount} ya está programado para el ${day}, y el importe para saldar no lo cuenta: `,
      confirmation,
    ],
    installment: (amount, day, confirmation) => [
      `${amount}, programado para el ${day}, ya cubre lo debido: `,
      confirmation,
    ],
  },
  repeatsSee: 'Ver ese pago',
  repeatsAgree: 'Sí, hacer también este pago.',
  repeatsMissing: 'Marque la casilla si quiere los dos pagos.',
  unusual: {
    tenTimes: (amount, usual) =>
      `${amount} es exactamente diez veces ${usual}. Mire el punto decimal.`,
    hundredTimes: (amount, usual) =>
      `${amount} es exactamente cien veces ${usual}. Mire el punto decimal.`,
    large: (amount, usual) => `${amount} es más de tres pagos mensuales de ${usual}.`,
  },
  unusualAgree: (amount) => `Sí, quiero pagar ${amount}.`,
  unusualMissing: 'Marque la casilla si quiere pagar este importe.',
  pay: (amount) => `Pagar ${amount}`,
  back: 'Atrás',
  twice:
    'Pulsar dos veces paga una sola vez. Si algo falla, no se toma nada y recibe un número de referencia.',
  changed: 'El importe cambió desde que lo vio. Revíselo otra vez abajo.',
}
