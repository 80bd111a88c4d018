import type { autopayReasons as english } from '../../en/autopay/autopay-reasons.ts'

export const autopayReasons: typeof english = {
  installment: (number, of) => `Pago ${number} de ${of}.`,
  part: (part, parts) => `Parte ${part} de ${parts}, según sus días de cobro.`,
  extra: (amount) => `${amount} de ese importe baja el capital.`,
  fixed: 'El importe fijo que usted eligió.',
  alreadyPaid: (number, of) => `El pago ${number} de ${of} ya está hecho.`,
  covered: (number, of) => `Un pago ya programado cubre el pago ${number} de ${of}.`,
  reduced: (amount) => `${amount} menos que de costumbre: esa parte ya está pagada o programada.`,
  closes: 'El último pago, por su importe exacto: deja el saldo en $0.00.',
  lastPayment: 'El último pago del arrendamiento: con él quedan hechos todos.',
  pastDueApart: (amount) => `${amount} está vencido y no se toma con él. Haga un pago aparte.`,
  chargesApart: (amount) =>
    `Los cargos por atraso y otros, ${amount}, no se toman con él. Haga un pago aparte.`,
  chargesTaken: (amount) => `Incluye ${amount} de cargos por atraso y otros, como usted permitió.`,
  noticed: (amount) =>
    `Se deben ${amount}, pero ya es tarde para anunciar más que esto. Pague usted el resto.`,
  setOtherwise: 'Para él se fijó otro importe.',
  canceled: 'Se canceló. Pague de otra forma antes del vencimiento.',
  paused:
    'No se toma nada mientras el pago automático está en pausa. Pague de otra forma a tiempo.',
  needsAttention:
    'No se toma nada hasta que usted arregle el pago automático. Pague de otra forma a tiempo.',
}
