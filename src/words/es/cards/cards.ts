import type { cards as english, cardMessages as englishMessages } from '../../en/cards/cards.ts'
import { sandbox } from './sandbox.ts'
import { savedCards } from './saved-cards.ts'

export const cards: typeof english = {
  sandbox,
  saved: savedCards,
  link: 'Pagar con tarjeta de débito',
  title: 'Pagar con tarjeta de débito',
  reviewTitle: 'Revise su pago con tarjeta',
  lead: 'Cuenta el día en que usted paga, a cualquier hora. Usted escribe la tarjeta en la página de nuestro procesador de tarjetas, nunca aquí.',
  bankInstead: 'Pagar desde una cuenta bancaria',
  how: {
    heading: 'Cómo funciona',
    steps: [
      'Usted revisa aquí el monto y da su permiso.',
      'Se abre la página de nuestro procesador de tarjetas. Allí escribe su tarjeta; su número nunca nos llega.',
      'Usted vuelve aquí y ve enseguida si se pagó.',
    ],
    debit: 'Solo tarjetas de débito. No se cobra ninguna tarjeta de crédito.',
    any: 'Tarjetas de débito y de crédito.',
  },
  update: 'Actualizar',
  review: 'Revisar el pago',
  notYet: 'No se cobra nada hasta que usted pague en la página del procesador de tarjetas.',
  rows: {
    from: 'Desde',
    card: 'Una tarjeta de débito',
    anyCard: 'Una tarjeta',
    cardNote: 'La escribe en la página siguiente',
    counts: 'Cuenta como pagado',
    countsNote: 'El día en que usted paga',
    fee: 'Cargo por pagar con tarjeta',
    feeNone: 'Pagar con tarjeta es gratis',
    feeCited: (citation) => `Lo permite: ${citation}`,
    total: 'Se cobra a su tarjeta',
    dispute: '¿Puede volver?',
    cancelText:
      'Puede volver atrás hasta que pague en la página siguiente. Una vez pagado no se puede cancelar.',
  },
  authorization: (permission) =>
    `Autorizo a ${permission.lender} a cobrar ${permission.total} una vez a la tarjeta que escribo ` +
    `en la página de su procesador de tarjetas el ${permission.day}` +
    (permission.fee === null
      ? '. '
      : `: ${permission.amount} para mi cuenta y un cargo de ${permission.fee}. `) +
    'Si mi banco retira el dinero, sigo debiendo el monto.',
  agree: 'Acepto este pago.',
  go: (total) => `Continuar para pagar ${total}`,
  twice: 'Si presiona dos veces, se abre un solo pago.',
  pageName: (ending) => `Pago de su cuenta que termina en ${ending}`,
  feeName: 'Cargo por pagar con tarjeta',
  repeats: (amount, confirmation) => `Un pago de ${amount} hace lo mismo: ${confirmation}.`,
  down: 'La página de nuestro procesador de tarjetas no se abre por el momento. No se cobró nada. Inténtelo de nuevo en unos minutos o pague desde una cuenta bancaria.',
  states: {
    started: {
      heading: 'Aún sin pagar',
      detail:
        'No se cobró nada. Continúe en la página del procesador de tarjetas o descarte este pago.',
    },
    taking: {
      heading: 'En confirmación',
      detail:
        'Su tarjeta fue aceptada y el procesador está confirmando el pago. Mire de nuevo en un minuto.',
    },
    releasing: {
      heading: 'No cobrado',
      detail: 'Estamos liberando el dinero que el banco de su tarjeta había reservado.',
    },
    failed: { heading: 'Sin pagar', detail: 'No se cobró nada. Lo que se debe sigue pendiente.' },
    paid: {
      heading: 'Pagado',
      detail: 'Cuenta en su cuenta.',
      goingBack:
        'Lo estamos devolviendo a la tarjeta. Cuenta en su cuenta hasta que el procesador lo haya enviado; entonces se lo decimos en Mensajes.',
      soon: 'Contará en su cuenta en cuanto se abra ese día, en unos minutos.',
    },
    disputed: {
      heading: 'Retirado',
      detail: 'El banco de la tarjeta retiró el dinero por una disputa. Ya no cuenta.',
    },
    refunded: {
      heading: 'Devuelto',
      detail: 'El dinero se devolvió a la tarjeta. Ya no cuenta.',
    },
  },
  reasons: {
    notPaid: 'Nadie pagó en la página del procesador de tarjetas.',
    notOpened: 'La página del procesador de tarjetas nunca se abrió.',
    released: 'El banco de la tarjeta no pagó.',
    declined:
      'El banco de la tarjeta no pagó. No nos dice por qué: pregúntele o pague de otra forma.',
    declinedFunds: 'La tarjeta no tenía saldo suficiente.',
    declinedExpired: 'La tarjeta está vencida. Guarde la nueva para pagar con ella.',
    declinedGone: 'El banco de la tarjeta dice que esta tarjeta ya no paga.',
    declinedOwnerAsked:
      'El banco de la tarjeta quería preguntarle a usted primero, y no puede hacerlo cuando el pago automático cobra a la tarjeta. Pague usted este.',
    notDebit:
      'No era una tarjeta de débito, y solo aceptamos tarjetas de débito. Su banco puede mostrar el monto como pendiente unos días; no se cobra.',
    accountClosed: 'La cuenta se cerró antes de que llegara el pago.',
    amountChanged:
      'Lo que se debe cambió antes de que llegara el pago. Su banco puede mostrar el monto como pendiente unos días; no se cobra.',
    amountDiffers: 'El procesador pidió otro monto que el que usted aceptó. Se liberó.',
  },
  byOther: 'Pagado por el codeudor',
  headline: (amount) => `${amount} con tarjeta`,
  otherBrand: 'Tarjeta',
  details: 'Detalles',
  begun: 'Iniciado',
  paidOn: 'Pagado',
  fee: 'Cargo',
  continue: 'Continuar al procesador de tarjetas',
  lookAgain: 'Mirar de nuevo',
  drop: 'Descartar este pago',
  payAgain: 'Hacer otro pago',
  overview: 'Al resumen',
  all: 'Todos los pagos',
  permission: 'Su permiso',
  dispute: (day) => `Su banco todavía puede retirarlo por una disputa hasta el ${day}.`,
  listHeading: 'Con tarjeta',
  listColumns: {
    day: 'Día',
    card: 'Tarjeta',
    number: 'Confirmación',
    amount: 'Monto',
    state: 'Estado',
  },
}

export const cardMessages: typeof englishMessages = {
  cardPaid: {
    title: (facts) => `Pagado con tarjeta: ${facts.amount}, contado el ${facts.day}`,
    text: () => 'Cuenta en su cuenta. Guarde el número de confirmación como recibo.',
  },
  cardNotTaken: {
    title: (facts) => `Pago con tarjeta no cobrado: ${facts.amount}`,
    text: () =>
      'Liberamos el dinero que el banco de su tarjeta había reservado, y lo que se debe sigue pendiente. La página del pago dice por qué.',
  },
  cardWentBack: {
    title: (facts) => `Pago con tarjeta retirado: ${facts.amount}`,
    text: () =>
      'El dinero volvió a la tarjeta, así que ya no cuenta en su cuenta y se debe de nuevo. La página del pago dice por qué.',
  },
  cardRefundFailed: {
    title: (facts) => `Devuelto, pero no llegó: ${facts.amount}`,
    text: () =>
      'El banco de su tarjeta no aceptó el dinero que le habíamos devuelto. Lo tenemos otra vez, y el pago cuenta desde su propio día, como antes. Buscaremos otra forma con usted.',
  },
  cardDisputeOver: {
    title: (facts) => `La disputa terminó y el pago cuenta de nuevo: ${facts.amount}`,
    text: () =>
      'El banco de su tarjeta resolvió la disputa de este pago y nos entregó otra vez el dinero. El pago cuenta en su cuenta desde su propio día, como antes de la disputa. Pregunte al banco de su tarjeta si no está de acuerdo.',
  },
  cardSentBack: {
    title: (facts) => `Pago con tarjeta devuelto por nosotros: ${facts.amount}`,
    text: () =>
      'Enviamos el dinero de vuelta a la tarjeta; su banco lo muestra en un plazo de 5 a 10 días bancarios. El pago ya no cuenta en su cuenta, y lo que había pagado se debe de nuevo.',
  },
}
