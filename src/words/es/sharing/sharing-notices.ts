import type { sharingNotices as english } from '../../en/sharing/sharing-notices.ts'

const see = ({ host }: { readonly host: string }) =>
  `Para verlo, escriba usted mismo ${host}: nunca enviamos un enlace.`

export const sharingNotices: typeof english = {
  payoffLinkMade: {
    subject: (lender) => `Su importe para saldar en ${lender.name} fue compartido`,
    mail: (lender, _code, facts) => [
      `Se creó un enlace por el que ${facts.payer} puede ver el importe para saldar su préstamo, con un código que solo usted vio.`,
      `Si fue usted, no tiene que hacer nada. Si no, llame ahora al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: su importe para saldar se compartió con ${facts.payer}. ¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  payoffLinkLocked: {
    subject: (lender) => `Un enlace suyo en ${lender.name} está bloqueado`,
    mail: (lender, _code, facts) => [
      `Alguien que tiene el enlace para ${facts.payer} escribió cinco códigos incorrectos seguidos. No se le mostró nada, y el enlace ya no funciona.`,
      see(lender),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: el enlace para ${facts.payer} está bloqueado tras cinco códigos incorrectos. No se mostró nada.`,
  },
  dealerPaying: {
    subject: (lender) => `Se anunció un pago para saldar a ${lender.name}`,
    mail: (lender, _code, facts) => [
      `${facts.payer} dijo que ${facts.amount} nos llegarán hasta el ${facts.effective}.`,
      'Siga pagando hasta que llegue: sus pagos siguen venciendo y el pago automático continúa.',
      see(lender),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: ${facts.payer} dijo que paga ${facts.amount} hasta el ${facts.effective}. Siga pagando hasta que llegue.`,
  },
  payoffLate: {
    subject: (lender) => `Un pago para saldar a ${lender.name} no ha llegado`,
    mail: (lender, _code, facts) => [
      `${facts.payer} anunció ${facts.amount} para el ${facts.effective}, y no han llegado.`,
      `Llame hoy a ${facts.payer}. Sus pagos siguen venciendo y el pago automático continúa hasta que llegue el dinero.`,
      see(lender),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: el pago para saldar de ${facts.payer} del ${facts.effective} no ha llegado. Siga pagando, y llámele.`,
  },
  payoffShort: {
    subject: (lender) => `Un pago para saldar a ${lender.name} no alcanzó`,
    mail: (lender, _code, facts) => [
      `Llegó dinero de ${facts.payer}, y faltan ${facts.missing}. El préstamo queda abierto por el resto, y sobre él corre interés.`,
      see(lender),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: faltan ${facts.missing} para saldar. El préstamo queda abierto por el resto.`,
  },
  payoffArrived: {
    subject: (lender) => `Su préstamo en ${lender.name} está saldado`,
    mail: (lender, _code, facts) => [
      `Su préstamo está saldado, y ya no se espera nada de ${facts.payer}.`,
      see(lender),
    ],
    text: (lender) => `${lender.name}: su préstamo está saldado.`,
  },
  payerLate: {
    subject: (lender) => `Un pago que usted anunció a ${lender.name} no ha llegado`,
    mail: (_lender, _code, facts) => [
      `Usted dijo que ${facts.amount} por un ${facts.vehicle} nos llegarían hasta el ${facts.effective}. No han llegado.`,
      'El importe que cierra el préstamo crece cada día: abra el enlace que le dio el cliente para ver el de hoy, o pídale otro.',
      'Recibe esto porque pidió que le avisáramos. También avisamos al cliente.',
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: el pago por un ${facts.vehicle} del ${facts.effective} no ha llegado.`,
  },
  payerShort: {
    subject: (lender) => `Un pago que usted envió a ${lender.name} no alcanzó`,
    mail: (_lender, _code, facts) => [
      `Llegó dinero por un ${facts.vehicle}, y faltan ${facts.missing}. El préstamo queda abierto hasta que lleguen, y sobre el resto corre interés.`,
      'Abra el enlace que le dio el cliente para ver el importe de hoy, o pídale otro.',
      'Recibe esto porque pidió que le avisáramos. También avisamos al cliente.',
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: para el pago por un ${facts.vehicle} faltan ${facts.missing}.`,
  },
}
