import type { paperNotices as english } from '../../en/documents/paper-notices.ts'

export const paperNotices: typeof english = {
  paperAttached: {
    subject: (lender) => `Hay un papel de ${lender.name} en Documentos`,
    mail: (lender) => [
      'Adjuntamos un papel a su cuenta. Puede descargarlo en Documentos.',
      `Para verlo, escriba usted mismo ${lender.host}: nunca enviamos enlaces. Si algo no es correcto, llame al ${lender.fraudPhone}.`,
    ],
    text: (lender) =>
      `${lender.name}: se adjuntó un papel a su cuenta. Véalo en Documentos, en ${lender.host}.`,
  },
  paperMailed: {
    subject: (lender) => `${lender.name} le envía un papel por correo`,
    mail: (lender) => [
      'Usted pidió a nuestro personal una copia de un papel de su cuenta. Sale con el próximo correo a la dirección de su perfil. No tiene costo.',
      `Si usted no la pidió, llame al ${lender.fraudPhone}. Para ver qué papel es, escriba usted mismo ${lender.host}: nunca enviamos enlaces.`,
    ],
    text: (lender) =>
      `${lender.name}: una copia de un papel sale por correo a su dirección, como se pidió por teléfono. ¿No fue usted? Llame al ${lender.fraudPhone}.`,
  },
  papersByMail: {
    subject: (lender) => `Los papeles de ${lender.name} llegan otra vez por correo`,
    mail: (lender) => [
      'Como usted pidió a nuestro personal, sus papeles llegan por correo desde el próximo, sin cargo. Lo que estaba en línea sigue allí.',
      `Si usted no lo pidió, llame al ${lender.fraudPhone}. Puede elegir de nuevo en Su perfil: escriba usted mismo ${lender.host}.`,
    ],
    text: (lender) =>
      `${lender.name}: sus papeles llegan otra vez por correo, como se pidió por teléfono. ¿No fue usted? Llame al ${lender.fraudPhone}.`,
  },
  paperRemoved: {
    subject: (lender) => `${lender.name} retiró un papel de su cuenta`,
    mail: (lender) => [
      'Se retiró un papel que no correspondía a su cuenta. Dos de nosotros lo miramos antes.',
      `Para ver lo que hay, escriba usted mismo ${lender.host}: nunca enviamos enlaces. Si algo no es correcto, llame al ${lender.fraudPhone}.`,
    ],
    text: (lender) =>
      `${lender.name}: se retiró un papel que no correspondía a su cuenta. Véalo en ${lender.host}.`,
  },
}
