import type { cardNotices as english } from '../../en/cards/card-notices.ts'
import type { PaymentFacts } from '../../en/payment-messages.ts'

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

const ends = (lender: Lender, { confirmation }: PaymentFacts) => [
  `Número de confirmación: ${confirmation}.`,
  `Si no fue usted, llame ahora al ${lender.fraudPhone}, a cualquier hora. Nuestra página es ${lender.host}: escríbala usted mismo, nunca enviamos enlaces.`,
]

export const cardNotices: typeof english = {
  cardPaid: {
    subject: (lender) => `Su pago con tarjeta a ${lender.name}`,
    mail: (lender, _code, facts) => [
      `Se pagaron ${facts.amount} con tarjeta y cuentan como pagados el ${facts.effective}.`,
      ...ends(lender, facts),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: ${facts.amount} pagados con tarjeta. Número ${facts.confirmation}. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  cardNotTaken: {
    subject: (lender) => `Su pago con tarjeta a ${lender.name} no se cobró`,
    mail: (lender, _code, facts) => [
      `No se cobraron ${facts.amount} de su tarjeta, y lo que se debe sigue pendiente. La página del pago en ${lender.host} dice por qué.`,
      ...ends(lender, facts),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: su pago con tarjeta de ${facts.amount} no se cobró; sigue pendiente. ` +
      `Número ${facts.confirmation}.`,
  },
  cardWentBack: {
    subject: (lender) => `Su pago con tarjeta a ${lender.name} fue devuelto`,
    mail: (lender, _code, facts) => [
      `Los ${facts.amount} que se pagaron con tarjeta el ${facts.effective} volvieron a la tarjeta. Ya no cuentan y se deben de nuevo.`,
      ...ends(lender, facts),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: su pago con tarjeta de ${facts.amount} volvió a la tarjeta y se debe de ` +
      `nuevo. Número ${facts.confirmation}.`,
  },
  cardSentBack: {
    subject: (lender) => `${lender.name} devolvió su pago con tarjeta`,
    mail: (lender, _code, facts) => [
      `Devolvimos a su tarjeta los ${facts.amount} que se pagaron el ${facts.effective}. El pago ya no cuenta en su cuenta, y lo que había pagado se debe de nuevo. Su banco lo muestra en un plazo de 5 a 10 días bancarios.`,
      ...ends(lender, facts),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: devolvimos a la tarjeta su pago de ${facts.amount}. Ya no cuenta. ` +
      `Número ${facts.confirmation}.`,
  },
  cardDisputeOver: {
    subject: (lender) => `Terminó la disputa de su pago con tarjeta a ${lender.name}`,
    mail: (lender, _code, facts) => [
      `El banco de su tarjeta resolvió la disputa y nos entregó otra vez los ${facts.amount}. El pago cuenta desde el ${facts.effective}, como antes de la disputa. Pregunte al banco de su tarjeta si no está de acuerdo.`,
      ...ends(lender, facts),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: terminó la disputa de su pago con tarjeta de ${facts.amount}. Cuenta de ` +
      `nuevo. Número ${facts.confirmation}.`,
  },
  cardRefundFailed: {
    subject: (lender) => `Lo que ${lender.name} devolvió a su tarjeta no llegó`,
    mail: (lender, _code, facts) => [
      `El banco de su tarjeta no aceptó los ${facts.amount} que le habíamos devuelto a la tarjeta. Tenemos otra vez el dinero, y cuenta como pagado el ${facts.effective}, como antes de devolverlo. Buscaremos otra forma con usted.`,
      ...ends(lender, facts),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: los ${facts.amount} que devolvimos a su tarjeta no llegaron. Cuentan otra ` +
      `vez como pagados. Número ${facts.confirmation}.`,
  },
}
