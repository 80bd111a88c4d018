import type { cancel as cancelEn, list as listEn } from '../en/payment-list.ts'

export const list: typeof listEn = {
  heading: 'Sus pagos',
  title: 'Pagos',
  lead: 'Lo que ha pagado aquí y lo que está programado: cómo está cada pago, con sus fechas.',
  already: 'Ya programado',
  make: 'Hacer un pago',
  none: 'Aquí no se ha hecho ningún pago',
  noneText: 'Un pago que haga queda aquí, con su número, mientras exista la cuenta.',
  activity: 'Ver toda la actividad',
  date: 'Cuenta como pagado',
  amount: 'Importe',
  from: 'Desde',
  confirmation: 'Confirmación',
  state: 'Estado',
  byOther: 'Del codeudor',
  initiated: (day) => `Hecho el ${day}`,
  withdrawn: (day) => `Sale del banco el ${day}`,
  left: (day) => `Salió del banco el ${day}`,
  clears: (day) => `Se liquida el ${day}`,
  cameBack: (times) =>
    times === 1 ? 'Devuelto una vez, después pagado' : `Devuelto ${times} veces, después pagado`,
  unauthorizedUntil: (day) => `Devolución no autorizada hasta el ${day}`,
}

export const cancel: typeof cancelEn = {
  see: 'Ver el pago',
  title: '¿Cancelar este pago?',
  text: (amount, day) => `No se tomarán ${amount} para el ${day}.`,
  dueStays: 'Lo que se debe se sigue debiendo. Si todavía quiere pagar, programe otro pago.',
  confirm: 'Cancelar el pago',
  keep: 'Conservarlo',
  notYours: 'Solo el codeudor puede cancelar este pago',
  notYoursText: (phone) =>
    `Lo programó desde su propia cuenta bancaria. Pídale que lo cancele o llame al ${phone}.`,
  tooLate: 'Este pago ya no se puede cancelar',
  tooLateText: (phone) =>
    `Ya está cancelado, o su archivo salió hacia el banco. Llame al ${phone} si no debe tomarse.`,
  done: 'El pago está cancelado. No se tomó nada.',
}
