import type { leaseTerms as english } from '../en/lease-terms.ts'

export const leaseTerms: typeof english = {
  title: 'Condiciones y calendario',
  lead: 'Lo que usted firmó, en el orden de la declaración federal de arrendamientos. Lo que vale es su contrato.',
  signing: {
    heading: 'Importe a pagar al firmar',
    total: 'A pagar al firmar',
  },
  payments: {
    heading: 'Pagos mensuales',
    first: 'Primer pago',
    rest: (count) => `Los otros ${count} pagos, cada uno`,
    dueAtSigning: 'se paga al firmar',
    due: (day) => `vence el ${day}`,
    dueFrom: (first, last) => `vencen cada mes, del ${first} al ${last}`,
    total: 'Total de los pagos mensuales',
  },
  other: {
    heading: 'Otros cargos',
    lead: 'No forman parte de su pago mensual.',
    disposition: 'Cargo por disposición',
    dispositionNote: 'si no compra el vehículo',
  },
  total: {
    heading: 'Total de los pagos',
    lead: 'Lo que usted habrá pagado al final del arrendamiento.',
    by: (day) => `Pagado hasta el ${day}`,
    show: 'Cómo se forma este total',
  },
  chain: {
    heading: 'Cómo se forma su pago',
    gross: 'Costo capitalizado bruto',
    grossNote: 'valor acordado del vehículo y todo lo demás que paga durante el plazo',
    acquisitionNote: (amount) =>
      `valor acordado del vehículo y todo lo demás que paga durante el plazo, con un cargo de adquisición de ${amount}`,
    reduction: 'Reducción del costo capitalizado',
    reductionNote: 'vehículo entregado, bonificación o dinero que lo bajan',
    adjusted: 'Costo capitalizado ajustado',
    adjustedNote: 'con él se calcula el pago base',
    residual: 'Valor residual',
    residualNote: 'valor al final del arrendamiento',
    depreciation: 'Depreciación y montos amortizados',
    depreciationNote: 'lo que el vehículo pierde de valor, y otros montos, durante el plazo',
    rent: 'Cargo de renta',
    rentNote: 'se cobra además de la depreciación y los montos amortizados',
    totalBase: 'Total de los pagos mensuales base',
    totalBaseNote: 'depreciación y montos amortizados más el cargo de renta',
    count: 'Pagos del arrendamiento',
    countNote: 'número de pagos de su arrendamiento',
    base: 'Pago mensual base',
    total: 'Pago mensual total',
    show: 'Ver la cuenta',
    basis: {
      'money-factor': 'Renta por mes con un factor monetario',
      'constant-yield': 'Renta a una tasa constante sobre el saldo',
    },
  },
  notices: {
    heading: 'Lo que la ley nos hace decirle',
    early: 'Terminar antes',
    earlyText:
      'Si el arrendamiento termina antes, puede tener que pagar un cargo considerable, de hasta varios miles de dólares. Depende del día: cuanto antes, mayor será probablemente.',
    wear: 'Desgaste y uso excesivos',
    wearText:
      'Se le puede cobrar el desgaste que pase del uso normal, según las normas de su contrato.',
    mileage: (perYear, excess) =>
      `Por las millas que pasen de ${perYear} al año se le pueden cobrar ${excess} por milla.`,
    mileageNone: 'Su contrato no limita las millas.',
    option: 'Derecho a comprar',
    optionText: (price, fee) =>
      `Al final del plazo puede comprar el vehículo por ${price} y un cargo por la opción de ${fee}.`,
    optionNone: 'Usted no tiene derecho a comprar el vehículo al final del plazo.',
  },
  contract: {
    heading: 'Su contrato',
    start: 'Comienza el plazo',
    ends: 'Termina el plazo',
    months: 'Meses',
    firstDue: 'Primer vencimiento',
    lastDue: 'Último vencimiento',
    timings: {
      'in-advance': 'cada pago al comienzo de su mes',
      'in-arrears': 'cada pago al final de su mes',
    },
    rules: 'Reglas del contrato',
  },
  rules: {
    heading: 'Cómo se cuenta su dinero',
    tax: 'Impuestos en cada pago',
    taxLine: (name, percent, amount) => `${name}: ${percent} del pago base, ${amount} cada mes.`,
    taxNone: 'Su contrato no tiene impuestos en el pago mensual.',
    order: 'Orden de un pago',
    orderText:
      'El dinero va al pago más antiguo que se debe, hasta el próximo vencimiento; después a cargos por mora y a comisiones. Lo demás adelanta los próximos pagos. Solo lo que pasa de todos los pagos se guarda para usted.',
    early: 'Pagar antes',
    earlyText:
      'El dinero que llega antes no baja el cargo de renta ni el saldo del arrendamiento. Espera a los pagos para los que se hizo.',
    rent: 'Cargo de renta',
    rentText:
      'El cargo de renta es lo que los pagos base suman por encima de la depreciación. El calendario fija la parte de cada mes.',
    rounding: {
      'half-up': 'Cada mes se redondea al centavo una vez. Medio centavo sube.',
      'half-even': 'Cada mes se redondea al centavo una vez. Medio centavo va al centavo par.',
      cut: 'Cada mes se corta al centavo una vez. Las fracciones se pierden.',
    },
  },
  schedule: {
    heading: 'Calendario',
    lead: 'Cada pago con lo que contiene, y el saldo del arrendamiento al final de su mes.',
    payment: 'Pago',
    tax: 'Impuesto',
    rent: 'Cargo de renta',
    depreciation: 'Depreciación',
    balance: 'Saldo',
    ends: 'El último mes toma lo que queda del cargo de renta, para que el saldo termine exactamente en el valor residual.',
    partly: (amount) => `${amount} ya pagados`,
  },
  taken: (day, paid) =>
    `Recibimos este arrendamiento el ${day} con ${paid} ${paid === 1 ? 'pago hecho' : 'pagos hechos'}. Lo anterior no forma parte de este registro.`,
}
