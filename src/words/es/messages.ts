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
  seeBankAccount: 'Ver esta cuenta bancaria',
  reasons: { ...returnReasons, ...notSentReasons },
  templates: {
    ...returnMessages,
    paymentDue: {
      title: (facts) => `Pago por vencer: ${facts.amount} el ${facts.day}`,
      text: () =>
        'Puede pagar hasta la hora límite de ese día. No está contado aquí lo que usted ya programó para antes.',
    },
    paymentPastDue: {
      title: (facts) => `Vencido: ${facts.amount}`,
      text: (facts) =>
        `No ha llegado su pago del ${facts.day}. Pague lo vencido cuanto antes: los intereses siguen y puede haber un cargo por mora.`,
    },
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
        `Anunciamos ${facts.account} en ${facts.bank} al banco, sin tomar nada. Se puede usar a ` +
        `partir del ${facts.firstUse}. Si no la añadió usted, llámenos ahora al ${facts.phone}.`,
    },
    bankAccountCopied: {
      title: (facts) => `Cuenta bancaria añadida: ${facts.account}`,
      text: (facts) =>
        `${facts.account} en ${facts.bank} ya estaba verificada en otra cuenta suya, así que también ` +
        `puede pagar desde ella aquí. Si no la añadió usted, llámenos ahora al ${facts.phone}.`,
    },
    bankDepositsOnTheirWay: {
      title: (facts) => `Dos depósitos pequeños van en camino a ${facts.account}`,
      text: (facts) =>
        `Cada uno es de menos de $1.00 y llegan a más tardar el ${facts.settles}. Ese día escriba los ` +
        `dos importes en Cuentas bancarias. Si no añadió esta cuenta, llámenos ahora al ${facts.phone}.`,
    },
    bankDepositsThere: {
      title: (facts) => `Ya deben estar dos depósitos pequeños en ${facts.account}`,
      text: (facts) =>
        `Búsquelos en la aplicación de ${facts.bank} y escriba los dos importes en Cuentas bancarias. ` +
        'Después puede pagar desde ella.',
    },
    bankAccountReady: {
      title: (facts) => `Cuenta bancaria verificada: ${facts.account}`,
      text: (facts) => `Ya puede pagar desde ${facts.account} en ${facts.bank}.`,
    },
    bankAccountFailed: {
      title: (facts) => `Cuenta bancaria sin verificar: ${facts.account}`,
      text: (facts) =>
        `${facts.account} en ${facts.bank} no se pudo verificar, así que no se toma nada de ella. Mire ` +
        `en Cuentas bancarias qué hacer o llámenos al ${facts.phone}.`,
    },
    bankAccountRemoved: {
      title: (facts) => `Cuenta bancaria quitada: ${facts.account}`,
      text: (facts) =>
        `No se toma nada nuevo de ${facts.account} en ${facts.bank}. Si no la quitó usted, llámenos ` +
        `ahora al ${facts.phone}.`,
    },
  },
  other: {
    title: 'Un aviso sobre su cuenta',
    text: (phone) => `Llame al ${phone} si quiere saber más.`,
  },
}
