import type { accountStates as english } from '../en/account-states.ts'

const plural = (count: number, unit: string, units = `${unit}s`) =>
  `${count} ${count === 1 ? unit : units}`

export const accountStates: typeof english = {
  closed: {
    title: 'Pagado por completo',
    on: (day) => `Pagado por completo el ${day}`,
    nothingOwed: 'No debe nada en esta cuenta.',
    title2: 'Su título',
    lien: 'El gravamen se libera cuando su último pago está liquidado. Llámenos si necesita una carta.',
    lienCleared: (day) =>
      `Su último pago quedó liquidado el ${day}, así que el gravamen ya puede liberarse. Llámenos si necesita una carta.`,
    lienClears: (day) =>
      `El gravamen se libera cuando su último pago queda liquidado, el ${day}. Llámenos si necesita una carta.`,
    credit: (amount) => `Guardamos ${amount} que pagó de más. Llámenos para recuperarlo.`,
  },
  chargedOff: {
    heading: 'Todavía debe',
    since: (day) => `Dada por perdida el ${day}`,
    noInterest: 'Ya no corren intereses sobre esta deuda.',
    noInstallments: 'No hay pagos mensuales ni vencimientos. Se debe toda.',
    lowers: 'Cada pago baja lo que debe, centavo por centavo.',
    was: 'Dado por perdido',
    recovered: 'Pagado y recuperado desde entonces',
    talk: (phone) => `Para acordar cómo pagarla, llame al ${phone}.`,
    pay: 'Hacer un pago',
  },
  filed: {
    heading: 'Capital pendiente',
    asOf: (day) => `Según el informe del ${day}`,
    title: 'Conocida por un informe público',
    text:
      'Después de ese día no se sabe nada, así que aquí no se puede calcular ni pagar. Cada mes ' +
      'de su actividad está como lo da el informe.',
    behind: (days) => `${plural(days, 'día')} de atraso, según el informe`,
    current: 'Al día, según el informe',
  },
}
