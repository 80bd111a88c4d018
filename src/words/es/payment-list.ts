import type { cancel as cancelEn, list as listEn } from '../en/payment-list.ts'

export const list: typeof listEn = {
  heading: 'Programados y cancelados',
  title: 'Pagos',
  lead: 'Lo que ha programado y cancelado. Los pagos que contaron están en su actividad.',
  already: 'Ya programado',
  make: 'Hacer un pago',
  scheduled: 'Programado',
  canceled: 'Cancelado',
  none: 'No hay ningún pago programado',
  noneText: 'Un pago que programe aparece aquí hasta que cuenta.',
  activity: 'Ver toda la actividad',
  date: 'Cuenta como pagado',
  amount: 'Importe',
  from: 'Desde',
  confirmation: 'Confirmación',
  state: 'Estado',
  byOther: 'Del codeudor',
  notLeft: 'Todavía no ha salido nada de su banco.',
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
