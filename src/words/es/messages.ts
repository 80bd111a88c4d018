import type { messages as english } from '../en/messages.ts'
import { bankMessages } from './banking/bank-messages.ts'
import { cardMessages } from './cards/cards.ts'
import { orderMessages } from './money/orders.ts'
import { returnMessages, returnReasons } from './money/returns.ts'
import { notSentReasons, sendingMessages } from './money/sending.ts'
import { paymentMessages } from './payment-messages.ts'
import { sharingMessages } from './sharing/sharing-messages.ts'

export const messages: typeof english = {
  title: 'Mensajes',
  lead: 'Recibos y avisos de esta cuenta. Solo usted los ve.',
  none: 'Todavía no hay mensajes',
  noneText: 'Aquí llega un recibo cuando usted hace un pago.',
  unread: 'Nuevo',
  confirmation: 'Número de confirmación',
  seePayment: 'Ver este pago',
  seeBankAccount: 'Ver esta cuenta bancaria',
  mailEnd: (lender) =>
    `Inicie sesión en ${lender.host} para verlo. Si algo no es correcto, llame al ${lender.fraudPhone}.`,
  reasons: { ...returnReasons, ...notSentReasons },
  templates: {
    ...returnMessages,
    paymentDue: {
      title: (facts) => `Pago por vencer: ${facts.amount} el ${facts.day}`,
      text: () =>
        'Puede pagar hasta la hora límite de ese día. No está contado aquí lo que usted ya programó para antes.',
    },
    statementReady: {
      title: (facts) => `Estado de cuenta hasta el ${facts.day}`,
      text: () => 'Está en Documentos, y ahí se queda.',
    },
    statementCorrected: {
      title: (facts) => `Estado de cuenta corregido hasta el ${facts.day}`,
      text: () =>
        'Sustituye al anterior y dice qué cambió y por qué. Los dos están en Documentos; también se corrigieron los estados de cuenta posteriores que continúan a partir de él.',
    },
    vehicleInterestReady: {
      title: (facts) => `Intereses de su préstamo de vehículo: ${facts.amount}`,
      text: () =>
        'La constancia del año que terminó antes de este mensaje está en Documentos, para guardarla con sus documentos de impuestos.',
    },
    defermentOffered: {
      title: () => 'Una oferta de aplazar pagos',
      text: (facts) =>
        `Está en Documentos, para leerla y firmarla a más tardar el ${facts.day}. No cambia nada hasta que todas las personas que deben la hayan firmado y la hayamos registrado: hasta entonces cada pago vence en su fecha.`,
    },
    privacyNoticeGiven: {
      title: () => 'Nuestro aviso de privacidad',
      text: () =>
        'Qué compartimos de su información personal y con quién. Está en Documentos, para guardarlo.',
    },
    paperAttached: {
      title: (facts) => `Nuevo en Documentos: ${facts.paper}`,
      text: () => 'Adjuntamos este papel a su cuenta. Puede descargarlo en Documentos.',
    },
    paperRemoved: {
      title: (facts) => `Retirado de su cuenta: ${facts.paper}`,
      text: () =>
        'Este papel no correspondía a su cuenta. Dos de nosotros lo miramos antes de retirarlo.',
    },
    paperMailed: {
      title: (facts) => `En camino por correo: ${facts.paper}`,
      text: (facts) =>
        `Usted pidió a nuestro personal una copia de este papel. Sale con el próximo correo, sin cargo, a la dirección que figura en Su perfil. Si usted no la pidió, llámenos al ${facts.phone}.`,
    },
    paymentPastDue: {
      title: (facts) => `Vencido: ${facts.amount}`,
      text: (facts) =>
        `No ha llegado su pago del ${facts.day}. Pague lo vencido cuanto antes: puede haber un cargo por mora y, en un préstamo, los intereses siguen.`,
    },
    ...sendingMessages,
    ...orderMessages,
    ...paymentMessages,
    ...bankMessages,
    ...cardMessages,
    ...sharingMessages,
  },
  other: {
    title: 'Un aviso sobre su cuenta',
    text: (phone) => `Llame al ${phone} si quiere saber más.`,
  },
}
