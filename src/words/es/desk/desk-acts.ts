import type { deskActs as english } from '../../en/desk/desk-acts.ts'

export const deskActs: typeof english = {
  extendTitle: 'Aplazar las fechas de pago',
  extendLead:
    'Se aplazan el pago pendiente más antiguo y todos los siguientes. Los intereses siguen corriendo; los cargos por mora de fechas ya pasadas se siguen debiendo.',
  extendNone: 'A esta cuenta no le queda ningún pago que aplazar.',
  months: 'Cuánto',
  monthsMissing: 'Elija cuántos meses.',
  monthsOf: (months, due, amount) =>
    `${months === 1 ? '1 mes' : `${months} meses`}: el próximo pago vence el ${due}, se aplazan ${amount}`,
  monthsLate: (months, due, amount) =>
    `${months === 1 ? '1 mes' : `${months} meses`}: sigue atrasado desde el ${due}, se aplazan ${amount}`,
  byMonths: (months) => (months === 1 ? '1 mes' : `${months} meses`),
  moved: 'Las fechas de pago se aplazan',
  firstMoved: 'Primer pago que se aplaza',
  number: (number) => `Pago ${number}`,
  amounts: { extend: 'Se aplazan', chargeOff: 'Capital dado por perdido' },
  chargeOffTitle: 'Dar el préstamo por perdido',
  chargeOffLead: (principal, owed) =>
    `Se dan por perdidos ${principal} de capital. Se siguen debiendo ${owed}, sin más intereses, y los pagos automáticos terminan. Aquí no puede deshacerse.`,
  chargeOffNone: 'En esta cuenta no hay nada que dar por perdido.',
  chargeOffMissing: 'Abra la página de nuevo: no decía cuánto se da por perdido.',
  dates: 'Fechas de pago',
  datesNone: 'Ningún pago tiene ya fecha: se debe todo el importe.',
  payment: 'Pago',
  last: (number) => `Pago ${number}, el último`,
  debits: 'Pagos programados',
  debitsLead: 'Qué pasa con cada uno. Se avisa a sus dueños.',
  debitsNone: 'No hay ningún pago programado.',
  day: 'Día',
  by: 'Lo programó',
  byAutopay: 'Pagos automáticos',
  byBorrower: 'El deudor',
  fate: 'Qué pasa con él',
  stays: 'Sigue en pie',
  canceled: 'Cancelado',
  isNew: 'Nuevo',
  changed: (was) => `Cambia, era de ${was}`,
  next: (amount, day) => `El próximo cobro será entonces de ${amount} el ${day}.`,
  autopayNone: 'No hay pagos automáticos.',
  autopay: {
    active: 'Los pagos automáticos continúan.',
    paused: 'Los pagos automáticos siguen en pausa.',
    needsAttention: 'Los pagos automáticos esperan: su dueño debe ocuparse.',
    ended: 'Los pagos automáticos terminan.',
  },
}
