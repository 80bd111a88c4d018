import type { billNotices as english } from '../en/bill-notices.ts'

const where = (host: string) =>
  `Para pagar o ver lo que debe, escriba usted mismo ${host}: nunca enviamos enlaces.`

export const billNotices: typeof english = {
  paymentDue: {
    subject: (lender) => `Se acerca su pago a ${lender.name}`,
    mail: (lender, _code, facts) => [
      `${facts.amount} vence el ${facts.effective}. Aquí no se cuenta el dinero que usted ya programó para antes.`,
      where(lender.host),
      'Puede dejar de recibir estos recordatorios en Su perfil.',
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: ${facts.amount} vence el ${facts.effective}. Puede dejar estos avisos en Su perfil, en ${lender.host}.`,
  },
  statementReady: {
    subject: (lender) => `Su estado de cuenta de ${lender.name} está listo`,
    mail: (lender, _code, facts) => [
      `Su estado de cuenta hasta el ${facts.effective} está listo. Lo encuentra en Documentos.`,
      where(lender.host),
      'Puede dejar de recibir estos recordatorios en Su perfil.',
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: su estado de cuenta hasta el ${facts.effective} está listo. Puede dejar estos avisos en Su perfil, en ${lender.host}.`,
  },
  statementCorrected: {
    subject: (lender) => `${lender.name} corrigió un estado de cuenta suyo`,
    mail: (lender, _code, facts) => [
      `Corregimos su estado de cuenta hasta el ${facts.effective}. El corregido dice qué cambió y por qué; los dos están en Documentos.`,
      where(lender.host),
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: corregimos su estado de cuenta hasta el ${facts.effective}. Véalo en Documentos, en ${lender.host}.`,
  },
  vehicleInterestReady: {
    subject: (lender) => `Constancia de intereses de su préstamo de ${lender.name}`,
    mail: (lender, _code, facts) => [
      `Los intereses que recibimos de usted en el año hasta el ${facts.effective} están en una constancia en Documentos, para guardarla con sus documentos de impuestos.`,
      where(lender.host),
      'Puede dejar de recibir estos recordatorios en Su perfil.',
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: su constancia de intereses del año hasta el ${facts.effective} está lista. Puede dejar estos avisos en Su perfil, en ${lender.host}.`,
  },
  defermentOffered: {
    subject: (lender) => `Una oferta de ${lender.name} de aplazar pagos`,
    mail: (lender, _code, facts) => [
      `Una oferta de aplazar pagos está en Documentos, para leerla y firmarla a más tardar el ${facts.effective}. No cambia nada hasta que esté firmada y registrada.`,
      `Para leerla, escriba usted ${lender.host}: nunca enviamos enlaces.`,
      'Puede desactivar estos recordatorios en Su perfil.',
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: una oferta de aplazar pagos, válida hasta el ${facts.effective}, está en Documentos. Desactive estos mensajes en Su perfil, en ${lender.host}.`,
  },
  privacyNoticeGiven: {
    subject: (lender) => `Aviso de privacidad de ${lender.name}`,
    mail: (lender, _code, facts) => [
      `Qué compartimos de su información personal y con quién está en nuestro aviso de privacidad, revisado el ${facts.effective}. Lo encuentra en Documentos y, sin iniciar sesión, en la página de privacidad.`,
      `Para leerlo, escriba usted ${lender.host}: nunca enviamos enlaces.`,
      'Puede desactivar estos recordatorios en Su perfil.',
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: nuestro aviso de privacidad, revisado el ${facts.effective}, está en Documentos. Desactive estos mensajes en Su perfil, en ${lender.host}.`,
  },
  paymentPastDue: {
    subject: (lender) => `Un pago a ${lender.name} está atrasado`,
    mail: (lender, _code, facts) => [
      `${facts.amount} está atrasado: el pago del ${facts.effective} no ha llegado. Páguelo en cuanto pueda; puede haber un cargo por mora.`,
      where(lender.host),
      'Puede dejar de recibir estos recordatorios en Su perfil.',
    ],
    text: (lender, _code, facts) =>
      `${lender.name}: ${facts.amount} está atrasado desde el ${facts.effective}. Puede dejar estos avisos en Su perfil, en ${lender.host}.`,
  },
}
