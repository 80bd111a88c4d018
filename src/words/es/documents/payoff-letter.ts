import type { payoffLetter as english } from '../../en/documents/payoff-letter.ts'

export const payoffLetter: typeof english = {
  make: 'Pedir la carta para saldar (PDF)',
  makeText:
    'Firmada y con un código con el que un concesionario puede comprobarla. Se guarda en Documentos.',
  title: (name, day) => `Carta para saldar, ${name}, ${day}`,
  heading: (day) => `Para cerrar este préstamo el ${day}`,
  clearedOnly: (amount, day, until, then) =>
    `Cuenta solo dinero ya confirmado. Si los ${amount} del ${day} no se devuelven a más tardar el ${until}, el importe pasa a ${then}.`,
  clearedOnlyMany: (until, then) =>
    `Cuenta solo dinero ya confirmado. Si nada se devuelve a más tardar el ${until}, el importe pasa a ${then}.`,
  promise: (time) =>
    `Pague exactamente esto antes de las ${time} de ese día y el saldo es $0.00. Sin interés posterior.`,
  what: 'De qué se compone',
  amount: 'Importe',
  principal: 'Capital',
  principalCleared: 'Capital, solo con dinero ya confirmado',
  interest: (from, to, days) =>
    `Interés, del ${from} al ${to}: ${days} ${days === 1 ? 'día' : 'días'}`,
  interestNone: 'Interés: ningún día que cobrar',
  chargedOff: 'Resto del saldo dado por perdido',
  lateCharges: 'Cargos por mora',
  fees: 'Otros cargos',
  none: 'Cargos',
  lateChargesToCome: 'Cargo por mora antes de ese día',
  unapplied: 'Dinero que ya tenemos, descontado',
  total: (day) => `Total el ${day}`,
  days: {
    heading: (day) => `Si el dinero llega otro día, hasta el ${day}`,
    lead: (perDiem) => `Cada día suma ${perDiem} de interés hasta que llegue.`,
    still: 'No se suma interés, sea el día que sea.',
    day: 'El dinero nos llega',
    amount: 'Para saldar',
    cleared: 'Solo dinero confirmado',
    counted: 'Si nada se devuelve',
    online: 'solo en línea',
  },
  send: {
    heading: 'Adónde enviarlo',
    mail: 'Por correo, con el número de cuenta escrito en el cheque:',
    electronic:
      'Los datos para una transferencia o un abono ACH están solo en la página de comprobación, para que nadie pueda cambiarlos en el papel.',
  },
  follows: {
    heading: 'Qué sigue',
    zero: 'El saldo es $0.00 al recibirlo.',
    lien: 'Liberamos el gravamen cuando el dinero esté confirmado.',
    over: 'Lo que sobre se devuelve al cliente.',
    less: 'Si llega menos, el préstamo sigue abierto por el resto.',
    lessDropped: (most) =>
      `Si no faltan más de ${most}, lo perdonamos y el préstamo se cierra; por más, sigue abierto.`,
    changes:
      'Un pago, un cargo o una devolución cambia el importe: la comprobación dice si esta carta aún vale.',
  },
}
