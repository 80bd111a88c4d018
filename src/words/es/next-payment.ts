import type { next as english } from '../en/next-payment.ts'

const plural = (count: number, unit: string, units = `${unit}s`) =>
  `${count} ${count === 1 ? unit : units}`

export const next: typeof english = {
  heading: 'Próximo pago',
  headingPastDue: 'Importe debido',
  pay: 'Hacer un pago',
  payoff: 'Importe para saldar',
  dueOn: (day) => `Vence el ${day}`,
  nothingDue: 'No hay nada que pagar ahora',
  pastDue: (amount, days) =>
    `${amount} está atrasado; la parte más antigua, ${plural(days, 'día')}.`,
  arrived: (day) => `Su pago del ${day} no ha llegado.`,
  current: (amount, day) => `De esto, ${amount} vence el ${day}.`,
  charges: (amount) => `Incluye ${amount} de cargos por mora y comisiones.`,
  noLateChargeUntil: (day, amount) =>
    `No hay cargo por mora si llega a más tardar el ${day}; después se suma uno de ${amount}.`,
  lateChargeFor: (due, day, amount) =>
    `Para el pago del ${due} no hay cargo por mora si llega a más tardar el ${day}; después ` +
    `se suma uno de ${amount}.`,
  noLateCharge: 'Su contrato no tiene cargo por mora.',
  scheduled: (amount, day) => `${amount} está programado para el ${day}.`,
  byAutopay: (amount, day) => `El pago automático toma ${amount} para el ${day}.`,
  scheduledByOther: (amount, day) => `El codeudor programó ${amount} para el ${day}.`,
  nothingLeft: 'Todavía no ha salido nada de su banco.',
  nothingLeftTheirs: 'Todavía no se ha movido dinero. Solo el codeudor puede cancelarlo.',
  onItsWay: (amount) => `${amount} está en camino.`,
  onItsWayByOther: (amount) => `${amount} está en camino, pagado por el codeudor.`,
  countsOn: (day, leaves) =>
    `Cuenta el ${day}, sale del banco el ${leaves}. Ya no se puede cancelar aquí.`,
  see: 'Ver, cambiar o cancelar',
  seeOnly: 'Ver el pago',
  covering: (due) => `Con él queda cubierto el pago que vence el ${due}.`,
  closing: 'Salda todo y cierra el préstamo.',
  splitShow: 'Cómo se repartirá este pago',
  afterTerm: 'Ya pasó el último vencimiento. Lo que queda se debe ahora.',
}
