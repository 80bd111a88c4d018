import type { lease as english } from '../en/lease.ts'

const plural = (count: number, unit: string, units = `${unit}s`) =>
  `${count} ${count === 1 ? unit : units}`

export const lease: typeof english = {
  ends: (day) => `Termina el ${day}`,
  base: 'Pago base',
  pastDue: 'Atrasado',
  alreadyPaid: 'Ya pagado para este pago',
  lateCharges: 'Cargos por mora',
  fees: 'Comisiones',
  allPaid: 'Todos los pagos del arrendamiento están hechos.',
  prepaid: {
    lead: (amount) => `Usted ha pagado ${amount} por adelantado.`,
    text: 'Se guarda para los próximos pagos. No baja el cargo de renta ni el saldo del arrendamiento: esos siguen el calendario.',
  },
  held: (amount) =>
    `Guardamos ${amount} más de lo que suman todos los pagos. Llámenos para recuperarlos.`,
  progress: {
    heading: 'Su arrendamiento',
    ofTerm: 'del plazo',
    name: (percent, made, all) =>
      `Ha pasado el ${percent} del plazo; ${made} de ${all} pagos están hechos.`,
    monthsLeft: 'Meses que quedan',
    monthsOf: (left, all) => `${left} de ${all}`,
    termOver: 'Plazo cumplido',
    paymentsMade: 'Pagos hechos',
    made: (made, all) => `${made} de ${all}`,
    ends: 'Termina el',
    ended: 'Terminó el',
  },
  balance: {
    heading: 'Saldo del arrendamiento',
    asTable: 'Ver como tabla',
    yours: 'Saldo del arrendamiento',
    yoursShort: 'Saldo',
    today: (amount) => `${amount} de saldo`,
    chart: (now, residual, day) =>
      `Gráfico de líneas. El saldo del arrendamiento es hoy ${now} y llega al valor residual de ${residual} el ${day}.`,
    residual: (amount, day) => ['Termina en el valor residual de ', amount, ` el ${day}.`],
    fixed: 'Baja como lo fija su contrato, mes a mes. Pagar antes no lo baja.',
  },
  end: {
    heading: 'Cuando termine el arrendamiento',
    residual: 'Valor residual',
    option: 'Precio para comprar el vehículo',
    optionNone: 'Su contrato no da derecho a comprar el vehículo.',
    optionFee: 'Cargo por comprarlo',
    optionNote: 'más impuestos y tasas oficiales',
    disposition: 'Cargo por disposición',
    dispositionNote: 'cuando devuelva el vehículo',
    deposit: 'Depósito de garantía que guardamos',
    depositNote: 'se le devuelve, menos lo que deba',
  },
  mileage: {
    heading: 'Millas',
    perYear: 'Millas al año',
    inAll: 'Millas en total',
    soFar: 'Permitidas hasta hoy',
    excess: 'Cada milla más',
    none: 'Su contrato no limita las millas.',
    miles: (count) => `${count} millas`,
    show: 'Cómo llegamos a las millas de hoy',
    inAllLabel: 'millas en total',
    days: 'días en total',
    daysSoFar: 'días hasta hoy',
    result: 'permitidas hasta hoy',
  },
  attention: {
    ends: (day) => `Su arrendamiento termina el ${day}`,
    endsText: (days) => `Faltan ${plural(days, 'día')}. Vea cuánto costará terminarlo.`,
    endsLink: 'Terminar el arrendamiento',
  },
  tasks: {
    pay: 'Pagos',
    payText: 'Programados, hechos y cancelados',
    end: 'Terminar el arrendamiento',
    endText: 'Lo que queda, comprar, devolver',
    terms: 'Condiciones y calendario',
    termsText: 'Declaración, impuestos y reglas',
    activity: 'Toda la actividad',
    activityText: 'Cada pago y su reparto',
  },
  activity: {
    leaseBegins: 'Comienza el arrendamiento',
    everyAmount:
      'Cada línea abre su propia cuenta: impuesto, cargo de renta, depreciación y la regla.',
    tax: 'Impuesto',
    rent: 'Cargo de renta',
    depreciation: 'Depreciación',
    lateCharges: 'A cargos por mora',
    fees: 'A comisiones',
    paidAfter: 'Pagos hechos después',
    toPayment: (number) => `Número ${number}`,
    toPayments: (from, to) => `Números ${from} a ${to}`,
    opening: (paid) => `${plural(paid, 'pago')} antes de ese día`,
    totalsNote:
      'Solo se suman los pagos que contaron. Un pago devuelto por el banco se muestra y no cuenta.',
  },
  pay: {
    otherRange: (least, most) => `Desde ${least} hasta ${most}, todo lo que queda por pagar`,
    order:
      'Va primero a lo que se debe y después a cargos por mora y comisiones. Lo demás adelanta los próximos pagos.',
    ahead: 'Pagado por adelantado',
    appliedOrder: (version) =>
      `Orden de su arrendamiento (${version}): lo que se debe, cargos por mora, comisiones y después los próximos pagos.`,
    next: (amount, day) => ['Próximo pago: ', amount, ` el ${day}.`],
    stillPastDue: (amount, day) => [
      'Sigue atrasado: ',
      amount,
      `, la parte más antigua desde el ${day}.`,
    ],
    allMade: 'Con él están hechos todos los pagos del arrendamiento.',
    countsText: 'Su pago cuenta desde este día',
  },
  payoff: {
    title: 'Terminar su arrendamiento',
    lead: 'Un arrendamiento no tiene un importe para saldar. Estas son las cifras de su contrato.',
    left: 'Pagos que quedan',
    leftLead: 'Todo lo que queda por pagar hasta el último pago.',
    leftCount: (count, amount) => `${plural(count, 'pago')} de ${amount}`,
    leftPaid: 'Ya pagado para ellos',
    leftTotal: 'Queda por pagar',
    scheduled: 'Al final previsto',
    early: 'Un final anterior',
    earlyText:
      'Terminar antes un arrendamiento puede costar un cargo considerable, de hasta varios miles de dólares. Depende del día: cuanto antes lo termine, mayor será probablemente.',
    earlyCall: (phone) =>
      `Llame al ${phone} antes de decidir. Le decimos el importe exacto para un día, para comprar o devolver.`,
  },
}
