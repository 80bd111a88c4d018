import type { messages as english } from '../en/messages.ts'
import { returnMessages, returnReasons } from './money/returns.ts'
import { notSentReasons, sendingMessages } from './money/sending.ts'

export const messages: typeof english = {
  title: 'Mensajes',
  lead: 'Recibos y avisos de esta cuenta. Solo usted los ve.',
  none: 'Todavía no hay mensajes',
  noneText: 'Aquí llega un recibo cuando usted hace un pago.',
  unread: 'Nuevo',
  confirmation: 'Número de confirmación',
  seePayment: 'Ver este pago',
  mailEnd: (lender) =>
    `Inicie sesión en ${lender.host} para verlo. Si algo no es correcto, llame al ${lender.fraudPhone}.`,
  reasons: { ...returnReasons, ...notSentReasons },
  templates: {
    ...returnMessages,
    ...sendingMessages,
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
    bankAccountAdded: {
      title: (facts) => `Cuenta bancaria añadida: ${facts.account}`,
      text: (facts) =>
        `Puede pagar desde ${facts.account} en ${facts.bank}. Si no la añadió usted, llámenos ahora.`,
    },
  },
  other: {
    title: 'Un aviso sobre su cuenta',
    text: (phone) => `Llame al ${phone} si quiere saber más.`,
  },
}
