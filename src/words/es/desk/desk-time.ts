import type { deskTime as english } from '../../en/desk/desk-time.ts'

/** La página que mueve el reloj de una demostración. */
export const deskTime: typeof english = {
  title: 'Tiempo de la demostración',
  lead: 'Aquí los días pasan tan rápido como usted quiera, solo para el dinero: vencimientos, archivos para el banco, devoluciones, cargos por mora. La entrada va por el tiempo real, así que los códigos y las sesiones siguen igual. El Keyturn de una financiera no tiene esta página.',
  clock: 'Reloj del dinero',
  cutoff: 'Hora límite para los pagos de este día',
  cutoffOver: 'ya pasó',
  moveOn: 'Avanzar',
  moveOnLead: 'Cada día se cierra en su orden, con todo lo que trae. No hay vuelta atrás.',
  nextDay: 'Día siguiente',
  toCutoff: 'Hasta la hora límite',
  month: (day) => `Un mes, hasta el ${day}`,
  through: 'Hasta una fecha',
  throughHint: 'El último día que pasa, dentro de un año como máximo.',
  closeThrough: 'Dejar pasar los días',
  refusals: {
    notADate: 'Elija una fecha.',
    closed: 'Ese día ya pasó. Elija uno posterior.',
    tooFar: 'Elija una fecha dentro de un año. La orden keyturn close llega más lejos.',
  },
  passed: 'Días que pasaron',
  passedLead: 'Desde esta página, desde que se inició el escritorio; el más reciente primero.',
  nonePassed: 'Ninguno todavía',
  nonePassedText: 'Lo que ocurre en un día se cuenta aquí.',
  quiet: (days) => `No ocurrió nada en ${days === 1 ? 'un día' : `${days} días`}.`,
  counted: {
    files: (n) => `${n} ${n === 1 ? 'archivo' : 'archivos'} al banco`,
    posted: (n) => `${n} ${n === 1 ? 'pago contado' : 'pagos contados'}`,
    returned: (n) => `${n} ${n === 1 ? 'devuelto' : 'devueltos'}`,
    lateCharges: (n) => `${n} ${n === 1 ? 'cargo' : 'cargos'} por mora`,
    paymentsAnnounced: (n) => `${n} ${n === 1 ? 'pago anunciado' : 'pagos anunciados'}`,
    pastDue: (n) => `${n} ${n === 1 ? 'cuenta vencida' : 'cuentas vencidas'}`,
    quotesEnded: (n) =>
      n === 1
        ? '1 cotización de liquidación terminada'
        : `${n} cotizaciones de liquidación terminadas`,
    bankAccountsVerified: (n) =>
      n === 1 ? '1 cuenta bancaria verificada' : `${n} cuentas bancarias verificadas`,
    bankAccountsFailed: (n) =>
      n === 1 ? '1 cuenta bancaria sin verificar' : `${n} cuentas bancarias sin verificar`,
  },
  bank: 'El banco de la demostración',
  bankLead:
    'Responde según los cuatro últimos números de la cuenta de la que se cobra; las demás pagan. 0101: sin fondos, paga en el siguiente intento. 0102: sin fondos en cada intento. 0103: no existe esa cuenta. 0110: denunciado como no autorizado, dos semanas después. 0120: el banco corrige el número.',
  mailbox: 'Buzón de la demostración',
}
