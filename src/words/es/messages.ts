import type { messages as english } from '../en/messages.ts'

export const messages: typeof english = {
  title: 'Mensajes',
  lead: 'Recibos y avisos de esta cuenta. Solo usted los ve.',
  none: 'Todavía no hay mensajes',
  noneText: 'Aquí llega un recibo cuando usted hace un pago.',
  unread: 'Nuevo',
  confirmation: 'Número de confirmación',
  seePayment: 'Ver este pago',
  templates: {
    paymentScheduled: {
      title: (facts) => `Pago programado: ${facts.amount} el ${facts.day}`,
      text: (facts) =>
        `${facts.amount} cuenta como pagado el ${facts.day} y sale de su banco el ` +
        `${facts.withdrawn}. Todavía no ha salido nada de su banco.`,
    },
    paymentCanceled: {
      title: (facts) => `Pago cancelado: ${facts.amount} del ${facts.day}`,
      text: () => 'No se tomó ni se tomará nada. Lo que se debe se sigue debiendo.',
    },
    paymentNotSent: {
      title: (facts) => `Pago no realizado: ${facts.amount} del ${facts.day}`,
      text: (facts) => `${facts.reason} No se tomó nada. Lo que se debe se sigue debiendo.`,
    },
    bankAccountAdded: {
      title: (facts) => `Cuenta bancaria añadida: ${facts.account}`,
      text: (facts) =>
        `Puede pagar desde ${facts.account} en ${facts.bank}. Si no la añadió usted, llámenos ahora.`,
    },
  },
  notSent: {
    accountClosed: 'Esta cuenta se cerró antes de que se pudiera enviar el pago.',
    historyEnds: 'No cobramos pagos de esta cuenta.',
    bankAccountRemoved: 'La cuenta bancaria de la que iba a salir fue eliminada.',
    bankAccountStopped: 'Su banco detuvo los pagos desde la cuenta bancaria de la que iba a salir.',
    bankAccountNotVerified: 'La cuenta bancaria de la que iba a salir no está verificada.',
    bankDataUnusable:
      'Los números de su cuenta bancaria no pueden ser correctos. Añada la cuenta otra vez.',
    amountAboveOwed: 'Ahora se debe menos que el monto del pago. Si lo desea, haga uno nuevo.',
  },
  other: {
    title: 'Un aviso sobre su cuenta',
    text: (phone) => `Llame al ${phone} si quiere saber más.`,
  },
}
