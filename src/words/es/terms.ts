import type { terms as english } from '../en/terms.ts'

export const terms: typeof english = {
  title: 'Condiciones y calendario',
  lead: 'Lo que usted firmó, en palabras sencillas. Lo que vale es su contrato.',
  contract: 'Su contrato',
  amountFinanced: 'Importe financiado',
  rate: 'Tasa de interés anual',
  rateNow: 'Tasa actual',
  payment: 'Pago',
  payments: 'Número de pagos',
  start: 'El interés corre desde',
  firstDue: 'Primer vencimiento',
  lastDue: 'Último vencimiento',
  ruleSet: 'Reglas del contrato',
  ruleSetSince: (day) => `En vigor desde el ${day}`,
  frequency: {
    monthly: 'cada mes',
    semimonthly: 'dos veces al mes',
    biweekly: 'cada dos semanas',
    weekly: 'cada semana',
    yearly: 'cada año',
  },
  rules: 'Cómo se cuenta su dinero',
  interest: {
    heading: 'Interés',
    simple:
      'El interés se cuenta por cada día sobre el capital que aún debe. El día en que paga no se ' +
      'cobra. El interés sin pagar nunca se suma al capital.',
    dayCounts: {
      'actual/365':
        'Un día cuesta una parte de 365 del interés de un año, también en años bisiestos.',
      'actual/actual':
        'Un día cuesta una parte de 365 del interés de un año; en años bisiestos, una de 366.',
      'actual/360': 'Un día cuesta una parte de 360 del interés de un año.',
      '30/360': 'Cada mes cuenta como 30 días y un año como 360.',
      'actual/366-leap':
        'Un día cuesta una parte de 365 del interés de un año; en años bisiestos, una de 366.',
      'actual/366-feb29':
        'Un día cuesta una parte de 365 del interés de un año, o una de 366 si el período incluye el 29 de febrero.',
      'actual/365.25': 'Un día cuesta una parte de 365.25 del interés de un año.',
    },
    dailyRate: (decimals) => `La tasa diaria se corta después de ${decimals} decimales.`,
  },
  rounding: {
    heading: 'Redondeo',
    rules: {
      'half-up':
        'El interés se redondea al centavo una sola vez, cuando se paga. Medio centavo sube.',
      'half-even':
        'El interés se redondea al centavo una sola vez, cuando se paga. Medio centavo va al centavo par.',
      cut: 'El interés se corta al centavo una sola vez, cuando se paga. Las fracciones se pierden.',
    },
    carried: 'La fracción de centavo que queda pasa al pago siguiente.',
    dropped: 'La fracción de centavo que queda no pasa al pago siguiente.',
  },
  waterfall: {
    heading: 'Orden de un pago',
    text: 'Un pago va a estos destinos por turno. Cada uno se llena antes de que reciba el siguiente.',
    buckets: {
      interest: 'Interés hasta el día del pago',
      principal: 'Capital',
      lateCharges: 'Cargos por mora',
      fees: 'Comisiones',
    },
    directed:
      'Un importe que cubre todo lo debido paga primero sus cargos por mora y comisiones, para que no quede ninguno.',
    extra:
      'Lo que paga por encima de lo debido baja el capital de inmediato, salvo que elija otra cosa.',
  },
  lateCharge: {
    heading: 'Cargo por mora',
    rule: (rate, days) =>
      `Un pago que no está completo ${days} días después de su vencimiento tiene un cargo por ` +
      `mora de ${rate} del pago.`,
    minimum: (amount) => `Es de ${amount} como mínimo.`,
    maximum: (amount) => `Es de ${amount} como máximo.`,
    today: (amount) => `Sobre su pago son ${amount}.`,
    once: 'Hay uno por cada pago, nunca un segundo a causa del primero.',
    none: 'Su contrato no tiene ningún cargo por mora que podamos sumar.',
  },
  fees: {
    heading: 'Comisiones',
    none:
      'Pagar desde una cuenta bancaria es gratis. No se cobra por pagar antes ni por pedir el ' +
      'importe para saldar.',
    open: (amount) => `Comisiones pendientes ahora: ${amount}.`,
    remainder: (amount) => `Al saldar, un resto de hasta ${amount} se perdona.`,
  },
  schedule: {
    heading: 'Calendario firmado',
    lead: 'Lo que ocurre si cada pago se hace en su vencimiento. Sus cifras cambian según los días en que pague.',
    number: 'N.º',
    due: 'Vence',
    payment: 'Pago',
    interest: 'Interés',
    principal: 'Capital',
    balance: 'Capital después',
    lastDiffers: 'El último pago es lo que cierra la cuenta.',
    paid: 'Pagado',
  },
  lastDueNow: 'Último vencimiento ahora',
  extension: {
    heading: 'Prórrogas',
    granted: (months, day) =>
      `${months} ${months === 1 ? 'mes concedido' : 'meses concedidos'} el ${day}`,
    moved: (number, to) =>
      `El pago ${number} y todos los siguientes vencen más tarde: el pago ${number} el ${to}.`,
    interest: 'El interés sigue corriendo sobre el capital en esos meses.',
    dueNow: (day) => `ahora ${day}`,
  },
  filing: {
    heading: 'De un informe público',
    text:
      'Esta cuenta se incorporó desde un registro público de su préstamo. Los meses anteriores se ' +
      'muestran como los da el informe. El informe no nombra todas las reglas del contrato; estas ' +
      'se dedujeron:',
    dayCount: 'Cómo se cuentan los días y se redondea el interés',
    waterfall: 'El orden en que se aplica un pago',
    dates: 'Los días del mes en que vencen los pagos',
  },
  taken: {
    heading: 'Cuenta recibida',
    text: (day, amount) =>
      `Recibimos esta cuenta el ${day} con ${amount} de capital. Lo anterior no forma parte de este registro.`,
  },
}
