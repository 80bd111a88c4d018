import type {
  paymentMessages as englishMessages,
  paymentNotices as englishNotices,
  PaymentFacts,
} from '../en/payment-messages.ts'

export const paymentMessages: typeof englishMessages = {
  paymentScheduled: {
    title: (facts) => `Pago programado: ${facts.amount} el ${facts.day}`,
    text: (facts) =>
      `${facts.amount} cuenta como pagado el ${facts.day} y sale de su banco el ` +
      `${facts.withdrawn}. Todavía no ha salido nada de su banco.`,
  },
  paymentChanged: {
    title: (facts) => `Pago cambiado: ${facts.amount} el ${facts.day}`,
    text: (facts) =>
      `Ahora es de ${facts.amount}, cuenta como pagado el ${facts.day} y sale de su banco el ` +
      `${facts.withdrawn}. Conserva su número. Todavía no ha salido nada de su banco.`,
  },
  paymentCanceled: {
    title: (facts) => `Pago cancelado: ${facts.amount} del ${facts.day}`,
    text: () => 'No se tomó ni se tomará nada. Lo que se debe se sigue debiendo.',
  },
  paymentApplied: {
    title: (facts) => `Pago aplicado: ${facts.amount}, contó el ${facts.day}`,
    text: (facts) =>
      (facts.interest === ''
        ? ''
        : `A interés ${facts.interest}, a capital ${facts.principal}, a comisiones y cargos por ` +
          `mora ${facts.charges}. `) +
      `Queda liquidado el ${facts.cleared} si su banco no lo devuelve antes.`,
  },
}

const number = ({ confirmation }: PaymentFacts) => `Número de confirmación: ${confirmation}.`

const priced = (facts: PaymentFacts) =>
  facts.fee === ''
    ? number(facts)
    : `Con la comisión de ${facts.fee} por pagar de esta forma se toman ${facts.total} en total. ${number(facts)}`

const notYou = (lender: { host: string; fraudPhone: string }) =>
  `Si no fue usted, llame ahora al ${lender.fraudPhone}, a cualquier hora. Nuestra página es ${lender.host}: escríbala usted, nunca enviamos un enlace.`

export const paymentNotices: typeof englishNotices = {
  paymentScheduled: {
    subject: (lender) => `Su pago a ${lender.name} está programado`,
    mail: (lender, _code, facts) => [
      `${facts.amount} cuenta como pagado el ${facts.effective} y sale de su banco el ${facts.withdrawn}. Todavía no ha salido nada de su banco.`,
      priced(facts),
      notYou(lender),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: pago de ${facts.amount} programado para el ${facts.effective}. ` +
      `Número ${facts.confirmation}. ¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  paymentChanged: {
    subject: (lender) => `Su pago a ${lender.name} cambió`,
    mail: (lender, _code, facts) => [
      `Ahora es de ${facts.amount}. Cuenta como pagado el ${facts.effective} y sale de su banco el ${facts.withdrawn}. Todavía no ha salido nada de su banco.`,
      priced(facts),
      notYou(lender),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: su pago es ahora de ${facts.amount} el ${facts.effective}. ` +
      `Número ${facts.confirmation}. ¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  paymentCanceled: {
    subject: (lender) => `Su pago a ${lender.name} está cancelado`,
    mail: (lender, _code, facts) => [
      `No se tomarán ${facts.amount} el ${facts.effective}. Lo que se debe se sigue debiendo.`,
      number(facts),
      notYou(lender),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: su pago de ${facts.amount} del ${facts.effective} está cancelado. ` +
      `Número ${facts.confirmation}. ¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  paymentApplied: {
    subject: (lender) => `Su pago a ${lender.name} está aplicado`,
    mail: (lender, _code, facts) => [
      facts.interest === ''
        ? `${facts.amount} cuenta como pagado el ${facts.effective}.`
        : `${facts.amount} cuenta como pagado el ${facts.effective}: a interés ${facts.interest}, a capital ${facts.principal}, a comisiones y cargos por mora ${facts.charges}.`,
      `Sale de su banco el ${facts.withdrawn} y queda liquidado el ${facts.cleared}, si su banco no lo devuelve antes.`,
      priced(facts),
      notYou(lender),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: pago de ${facts.amount} contado el ${facts.effective}. ` +
      `Número ${facts.confirmation}.`,
  },
  paymentHeld: {
    subject: (lender) => `Su pago a ${lender.name} aún no se ha tomado`,
    mail: (lender, _code, facts) => [
      `Nuestro propio banco rechazó el archivo con su pago de ${facts.amount} del ${facts.effective}. No ha salido nada de su banco y el pago no cuenta por ahora. Le escribimos dentro de cinco días bancarios para decirle si se envía otra vez; no tiene que hacer nada.`,
      number(facts),
      `Si necesita ayuda, llame al ${lender.fraudPhone}.`,
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: su pago de ${facts.amount} del ${facts.effective} aún no se ha tomado; le ` +
      `escribimos qué sigue. Número ${facts.confirmation}.`,
  },
  paymentSentAgain: {
    subject: (lender) => `Su pago a ${lender.name} se envía otra vez`,
    mail: (lender, _code, facts) => [
      `${facts.amount} salen de su banco el ${facts.withdrawn} y cuentan desde el ${facts.effective}. Es el pago que nuestro propio banco había rechazado.`,
      number(facts),
      notYou(lender),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: su pago de ${facts.amount} sale de su banco el ${facts.withdrawn}. ` +
      `Número ${facts.confirmation}.`,
  },
  paymentNotSent: {
    subject: (lender) => `Su pago a ${lender.name} no se envió`,
    mail: (lender, _code, facts) => [
      `No se tomaron ${facts.amount} el ${facts.effective}: no se movió dinero, y lo que se debe se sigue debiendo. La página del pago en ${lender.host} dice por qué y qué hacer.`,
      number(facts),
      `Si necesita ayuda, llame al ${lender.fraudPhone}.`,
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: su pago de ${facts.amount} del ${facts.effective} no se envió; se sigue ` +
      `debiendo. Número ${facts.confirmation}.`,
  },
}
