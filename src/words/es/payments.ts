import type { payments as english } from '../en/payments.ts'
import { amount } from './payment-amount.ts'
import { attempts, change, cutoff } from './payment-change.ts'
import { cancel, list } from './payment-list.ts'
import { review } from './payment-review.ts'
import { states } from './payment-states.ts'

const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

export const payments: typeof english = {
  title: 'Hacer un pago',
  steps: {
    label: 'Pasos',
    amount: 'Importe',
    review: 'Revisión',
    done: 'Listo',
    doneWords: 'Hecho:',
  },
  kinds: { checking: 'Cuenta corriente', savings: 'Cuenta de ahorros', card: 'Tarjeta' },
  kindsWithin: { checking: 'cuenta corriente', savings: 'cuenta de ahorros', card: 'tarjeta' },
  amount,
  from: {
    heading: '¿Desde qué cuenta?',
    free: 'Gratis',
    fee: (amount) => `Comisión de ${amount}`,
    add: 'Añadir una cuenta bancaria',
    none:
      'Todavía no tiene aquí ninguna cuenta bancaria. Añada aquella desde la que quiere pagar; ' +
      'lleva un minuto y es gratis.',
  },
  when: {
    heading: '¿Cuándo?',
    field: 'Contarlo como pagado el',
    today: 'Hoy',
    dueDate: (day) => `Vencimiento, ${day}`,
    cutoffToday: (time) => `Para que cuente hoy, envíelo antes de las ${time}.`,
    cutoff: (day, time) => `Para que cuente el ${day}, envíelo ese día antes de las ${time}.`,
    left: (time) => `Faltan ${time}.`,
    range: (from, to) => `Del ${from} al ${to}.`,
    duration: (minutes) => {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      const parts = [hours === 0 ? '' : some(hours, 'hora')]
      if (rest > 0 || hours === 0) parts.push(some(rest, 'minuto'))
      return parts.filter(Boolean).join(' ')
    },
  },
  effect: {
    heading: 'Lo que hace este pago',
    empty: 'Elija un importe y una cuenta y pulse Actualizar para ver lo que hace su pago.',
    interest: (days) => `Interés, ${some(days, 'día')}`,
    interestPlain: 'Interés',
    interestSpan: (from, to) => `Interés, del ${from} al ${to}`,
    principal: 'Capital',
    charges: 'Comisiones y cargos por mora',
    held: 'Guardado para usted: más de lo que debe',
    howWeGotThis: 'Cómo llegamos a esto',
    principalAfter: 'Capital después',
    interestAfter: 'Interés que queda sin pagar',
    nextAfter: (day) => `Próximo pago, vence el ${day}`,
    stillPastDue: (day) => `Sigue atrasado, desde el ${day}`,
    fee: 'Costo de pagar',
    total: 'Se toma en total',
    leaves: (account) => `Sale de ${account}`,
    saved: 'Interés que ahorra lo adicional',
    update: 'Actualizar',
    review: 'Revisar el pago',
    notYet: 'No se toma nada hasta que confirme en la página siguiente.',
    bar: (parts) => `Cómo se reparte el pago: ${parts}.`,
  },
  review,
  authorization: (permission) =>
    `Autorizo a ${permission.lender} a tomar ${permission.amount} una vez de ` +
    `${permission.account} en ${permission.bank} el ${permission.day} o después. Si mi banco lo ` +
    'devuelve, sigo debiendo el importe.',
  authorizationFee: (fee) =>
    `${fee} de ese total son la comisión por pagar de esta forma y no se abonan a mi cuenta.`,
  done: {
    dates: 'Fechas de este pago',
    ahead: 'Por venir',
    copy: 'Copiar',
    copied: 'Copiado',
    status: 'Pago programado',
    statusCanceled: 'Pago cancelado',
    headline: (amount, day) => `${amount} el ${day}`,
    from: (account) => `Desde ${account}. Todavía no ha salido nada de su banco.`,
    fee: (fee, total) =>
      `Con la comisión de ${fee} por pagar de esta forma, ${total} en total. La comisión no se abona a la cuenta.`,
    byOther: 'Lo programó el codeudor. Todavía no se ha movido dinero.',
    canceled: 'No se tomó ni se tomará nada.',
    confirmation: 'Número de confirmación',
    again:
      'Ya había enviado este pago. Está programado una sola vez; esta es la misma confirmación.',
    sent: 'Enviado por usted',
    sentByOther: 'Enviado',
    counts: 'Cuenta como pagado',
    countsText: 'El interés se detiene aquí',
    leaves: 'Sale de su banco',
    leavesText: 'No antes de este día',
    cleared: 'Liquidado',
    clearedText: 'Ya no puede devolverse por falta de fondos',
    unauthorized: (day) => `Su banco todavía puede devolverlo como no autorizado hasta el ${day}.`,
    unauthorizedShow: '¿Puede devolverse después?',
    cancel: 'Cancelar este pago',
    cancelUntil: (moment) => `Puede cancelarlo hasta ${moment}.`,
    applied: 'Cómo se aplicará',
    appliedNote:
      'Si antes de ese día se paga o se carga otra cosa, el reparto se hace de nuevo ese día.',
    principalAfter: 'Capital después',
    changes: 'Qué cambia',
    nextPayment: (amount, day, perDiem) => [
      'Próximo pago: ',
      amount,
      ` el ${day}. El interés sigue corriendo a ${perDiem} por día.`,
    ],
    stillPastDue: (amount, day, perDiem) => [
      'Sigue atrasado: ',
      amount,
      `; la parte más antigua, desde el ${day}. El interés sigue corriendo a ${perDiem} por día.`,
    ],
    closes: 'Su préstamo se cierra ese día con un saldo de $0.00.',
    ifReturned: 'Si su banco lo devuelve, el importe se debe otra vez y se lo decimos en Mensajes.',
    receipt: 'Hay un recibo en sus mensajes.',
    permission: 'Su permiso',
    toOverview: 'Volver al resumen',
    all: 'Todos los pagos',
  },
  list,
  states,
  change,
  attempts,
  cutoff,
  cancel,
  errors: {
    amount: 'Escriba un importe en dólares, como 150.00.',
    extra: 'Escriba cuánto quiere pagar de más, como 150.00.',
    date: 'Escriba un día con mes, día y año.',
    from: 'Elija la cuenta desde la que paga.',
    choice: 'Elija cuánto quiere pagar.',
  },
  closed: {
    title: 'No hay nada que pagar',
    text: 'No debe nada en esta cuenta.',
  },
}
