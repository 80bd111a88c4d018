import type { savedCards as english } from '../../en/cards/saved-cards.ts'

export const savedCards: typeof english = {
  title: 'Guardar una tarjeta',
  lead: 'Paga con ella sin escribirla de nuevo. La escribe en la página de nuestro procesador de tarjetas, nunca aquí.',
  how: {
    heading: 'Cómo funciona',
    steps: [
      'Usted da aquí su permiso.',
      'Se abre la página de nuestro procesador de tarjetas. Allí escribe su tarjeta; su número nunca nos llega.',
      'Usted vuelve aquí, y la tarjeta queda entre los medios con los que puede pagar.',
    ],
    free: 'Guardar una tarjeta es gratis y no se cobra nada por ello.',
  },
  permission: 'Su permiso',
  authorization: (lender) =>
    `Permito que ${lender} haga guardar por su procesador de tarjetas la tarjeta que escribo en su ` +
    'página, y que la cobre por los pagos que yo acepte y por el pago automático que yo active con ' +
    'ella. Puedo quitarla cuando quiera.',
  agree: 'Permito esto.',
  agreeMissing: 'Marque la casilla para dar su permiso. No se guardó nada.',
  go: 'Continuar al procesador de tarjetas',
  twice: 'Si presiona dos veces, se guarda una sola tarjeta.',
  down: 'La página de nuestro procesador de tarjetas no se abre por el momento. No se guardó nada. Inténtelo de nuevo en unos minutos.',
  kept: 'La tarjeta está guardada. Ya puede pagar con ella.',
  goodThrough: (day) => `Válida hasta el ${day}`,
  ready: (day) => `Válida hasta el ${day}. Puede pagar con ella.`,
  expired: (day) => `Fue válida hasta el ${day}. Guarde la tarjeta nueva para pagar con ella.`,
  stopped: 'El banco de la tarjeta dice que ya no paga. Quítela y guarde otra.',
  states: { good: 'Guardada', expired: 'Vencida', stopped: 'Detenida' },
  visit: {
    open: {
      heading: 'Aún sin guardar',
      text: 'Hasta ahora no se guardó ninguna tarjeta en la página del procesador. Continúe allí o déjelo.',
    },
    over: {
      heading: 'No se guardó ninguna tarjeta',
      text: 'La página del procesador de tarjetas se cerró o nunca se abrió. No se conserva nada.',
    },
    refused: {
      heading: 'Esta tarjeta no se guarda',
      notDebit:
        'No es una tarjeta de débito, y solo aceptamos tarjetas de débito. Nuestro procesador la olvidó.',
      other: 'No podemos volver a cobrar a esta tarjeta. Nuestro procesador la olvidó.',
    },
    lookAgain: 'Mirar de nuevo',
    again: 'Guardar otra tarjeta',
  },
  facts: { heading: 'Esta tarjeta', brand: 'Tarjeta', expires: 'Válida hasta', added: 'Guardada' },
  nickname: 'Su nombre para esta tarjeta (opcional)',
  removal: {
    text: 'Nuestro procesador de tarjetas la olvida, y ya no podrá pagar aquí con ella. Puede guardarla otra vez cuando quiera.',
    submit: 'Quitar tarjeta',
  },
  pay: 'Pagar con esta tarjeta',
  remove: 'Quitar esta tarjeta',
  choose: {
    heading: '¿Con qué tarjeta?',
    other: 'Otra tarjeta',
    otherNote: 'La escribe en la página siguiente',
  },
  note: 'Se cobra cuando usted presiona el botón',
  cancelText: 'Una vez pagado no se puede cancelar.',
  payAuthorization: (permission) =>
    `Autorizo a ${permission.lender} a cobrar ${permission.total} una vez a mi tarjeta ` +
    `${permission.card} el ${permission.day}` +
    (permission.fee === null
      ? '. '
      : `: ${permission.amount} para mi cuenta y un cargo de ${permission.fee}. `) +
    'Si mi banco retira el dinero, sigo debiendo el monto.',
  payNow: (total) => `Pagar ${total} ahora`,
  payTwice: 'Si presiona dos veces, se cobra una sola vez.',
  debit: {
    from: (card) => `De ${card}. Todavía no se ha cobrado.`,
    charges: 'Se cobra a su tarjeta',
    chargesTheirs: 'Se cobra a la tarjeta',
    chargesText: 'A la hora de cierre de este día',
    wouldCharge: 'Debía cobrarse',
  },
  charging: {
    heading: 'En cobro',
    detail:
      'Estamos preguntando al banco de su tarjeta. Mire de nuevo en un minuto; se cobra una sola vez.',
  },
  asked:
    'El banco de su tarjeta quiere preguntarle primero. Continúe en la página del procesador de tarjetas para responderle.',
}
