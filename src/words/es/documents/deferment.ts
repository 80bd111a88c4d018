// Una oferta de aplazar pagos, en papel y en la comprobación.
import type { deferment as english } from '../../en/documents/deferment.ts'

const months = (count: number) => (count === 1 ? 'un mes' : `${count} meses`)

export const deferment: typeof english = {
  title: (name, day) => `Oferta de aplazar pagos, ${name}, ${day}`,
  heading: (count) => `Oferta de aplazar pagos ${months(count)}`,
  detail: (count, through) => `Por ${months(count)}, válida hasta el ${through}`,
  offer: 'Esto es una oferta. Todavía no cambia nada.',
  offerText: (through) =>
    `Vale cuando todas las personas nombradas abajo la hayan firmado, nos haya llegado a más tardar el ${through} y la hayamos registrado. Hasta que le avisemos de que la registramos, cada pago sigue venciendo en su fecha.`,
  moves: (count) => `Pagos que se aplazan ${months(count)}`,
  payment: 'Pago',
  number: (number) => `Pago ${number}`,
  dueNow: 'Vence ahora',
  dueThen: 'Vencería',
  unpaid: 'Falta por pagar',
  after: (count) => `Cada pago siguiente también vence ${months(count)} después.`,
  dates: 'Cómo quedan las fechas',
  what: 'Qué',
  today: 'Ahora',
  afterwards: 'Después',
  nextDue: 'Vence el próximo pago',
  lastDue: 'Vence el último pago',
  costs: 'Qué cuesta',
  amount: 'Importe',
  meanwhile: (from, to) => `Intereses que se acumulan del ${from} al ${to}, si no se paga nada:`,
  working: (days, principal, rate) => `${days} días sobre un capital de ${principal} al ${rate}`,
  leftBefore: 'Intereses del resto del préstamo como está ahora',
  leftAfter: 'Intereses del resto del préstamo con esta oferta',
  more: 'Más intereses con esta oferta, en total',
  fee: 'Cargo por ella',
  charges: 'Recargos y cargos que ya se deben, y se siguen debiendo',
  accrues:
    'El suyo es un préstamo de interés simple: los intereses siguen cada día sobre el capital mientras los pagos están aplazados, y se pagan primero con el pago siguiente. El resto del préstamo está calculado como si cada pago llegara en su fecha y lo vencido hoy.',
  chargesStay: 'Los recargos y cargos que ya se deben no se aplazan.',
  autopay:
    'El pago automático y los pagos que usted ha programado siguen como están hasta que registremos esto. Puede pagar en cualquier momento antes de las fechas nuevas.',
  feeBy: (citation) => `El cargo se pide según: ${citation}.`,
  signing: 'Para aceptar, firme aquí',
  signingText: (phone) =>
    `Firman todas las personas que deben. Envíe el papel entero a esta dirección, o llame al ${phone} para preguntar cómo más puede llegarnos:`,
  signature: 'Firma',
  date: 'Fecha',
  check: {
    genuineText:
      'Esta oferta es nuestra y puede aceptarse hasta su último día. No cambia nada hasta que esté firmada y registrada.',
    expiredText: 'Esta oferta es nuestra. Su último día ya pasó: pídanos una nueva.',
    superseded: 'Auténtica, pero reemplazada',
    supersededText:
      'Esta oferta es nuestra. Se hizo una más nueva, o la cuenta cambió desde entonces: esta ya no puede aceptarse.',
    through: 'Válida hasta el',
    nextDue: 'Con ella, vence el próximo pago',
    lastDue: 'Con ella, vence el último pago',
  },
}
