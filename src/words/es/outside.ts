import type { outside as english } from '../en/outside.ts'
import { billNotices } from './bill-notices.ts'
import { cardNotices } from './cards/card-notices.ts'
import { staffMail } from './desk/staff-mail.ts'
import { paperNotices } from './documents/paper-notices.ts'
import { browserNotices } from './identity/browser-notices.ts'
import { outsideProofs } from './identity/outside-proofs.ts'
import { profileNotices } from './identity/profile-notices.ts'
import { returnNotices } from './money/returns.ts'
import { paymentNotices } from './payment-messages.ts'
import { sharingNotices } from './sharing/sharing-notices.ts'

export const outside: typeof english = {
  ...browserNotices,
  ...staffMail,
  ...outsideProofs,
  ...profileNotices,
  ...returnNotices,
  ...paymentNotices,
  ...cardNotices,
  ...billNotices,
  ...sharingNotices,
  ...paperNotices,
  passkeyAdded: {
    subject: (lender) => `Un nuevo modo de entrar en ${lender.name}`,
    mail: (lender) => [
      `En su acceso a ${lender.host} se añadió una llave de acceso.`,
      'Si fue usted, no tiene que hacer nada.',
      `Si no fue usted, alguien puede entrar en su nombre: llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: se añadió una llave de acceso en su acceso. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  passkeyRemoved: {
    subject: (lender) => `Se eliminó un modo de entrar en ${lender.name}`,
    mail: (lender) => [
      `En su acceso a ${lender.host} se eliminó una llave de acceso.`,
      'Si fue usted, no tiene que hacer nada.',
      `Si no fue usted, llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: se eliminó una llave de acceso en su acceso. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  passkeyCopied: {
    subject: (lender) => `Desactivamos una llave de acceso de ${lender.name}`,
    mail: (lender) => [
      `Desactivamos una llave de acceso de ${lender.host}: respondió como solo lo haría una copia.`,
      `Entre de otro modo, no elimine nada y llame al ${lender.fraudPhone}, a cualquier hora: lo vemos con usted.`,
    ],
    text: (lender) =>
      `${lender.name}: desactivamos una de sus llaves de acceso, porque parece haber una copia. ` +
      `Llame al ${lender.fraudPhone}.`,
  },
  signInCode: {
    subject: (lender) => `Su código de ${lender.name}`,
    mail: (lender, code) => [
      `Su código es ${code}.`,
      `Escríbalo en la página de ${lender.host} que lo pide. Sirve una vez, durante 10 minutos.`,
      `Nunca pedimos este código por teléfono ni por mensaje. Si usted no está iniciando sesión, alguien conoce su contraseña: llame ya al ${lender.fraudPhone}.`,
    ],
    text: (lender, code) =>
      `${lender.name}: su código es ${code}. Sirve una vez, durante 10 minutos, en ` +
      `${lender.host}. Nunca se lo pedimos.`,
  },
  registrationCode: {
    subject: (lender) => `Su código de ${lender.name}`,
    mail: (lender, code) => [
      `Su código es ${code}.`,
      `Alguien está registrando su cuenta en ${lender.host}. Si es usted, escriba el código en esa página. Sirve una vez, durante 10 minutos.`,
      `Si no es usted, no dé el código a nadie y llame al ${lender.fraudPhone}.`,
    ],
    text: (lender, code) =>
      `${lender.name}: su código para registrarse en ${lender.host} es ${code}. ` +
      '¿No es usted? No lo dé a nadie y llámenos.',
  },
  recoveryCode: {
    subject: (lender) => `Su código de ${lender.name}`,
    mail: (lender, code) => [
      `Su código es ${code}.`,
      `Alguien está eligiendo una contraseña nueva para su cuenta en ${lender.host}. Si es usted, escriba el código en esa página. Sirve una vez, durante 10 minutos.`,
      `Si no es usted, no dé el código a nadie y llame al ${lender.fraudPhone}.`,
    ],
    text: (lender, code) =>
      `${lender.name}: su código para una contraseña nueva en ${lender.host} es ${code}. ` +
      '¿No es usted? No lo dé a nadie y llámenos.',
  },
  registered: {
    subject: (lender) => `Su cuenta quedó registrada en ${lender.name}`,
    mail: (lender) => [
      `Su cuenta ya tiene acceso en ${lender.host}.`,
      `Si no la registró usted, llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: su cuenta ya tiene acceso en ${lender.host}. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  passwordReset: {
    subject: (lender) => `Se cambió su contraseña de ${lender.name}`,
    mail: (lender) => [
      `Se eligió una contraseña nueva para su cuenta en ${lender.host} y se cerraron todas las sesiones.`,
      `Si no fue usted, llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: se eligió una contraseña nueva para su cuenta. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  passwordChanged: {
    subject: (lender) => `Su contraseña de ${lender.name} ha cambiado`,
    mail: (lender) => [
      `La contraseña de su acceso a ${lender.host} ha cambiado, y cerramos la sesión en los demás navegadores.`,
      `Si no fue usted, llame enseguida al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: su contraseña ha cambiado. ¿No fue usted? Llame enseguida al ${lender.fraudPhone}.`,
  },
  reportedNotMe: {
    subject: (lender) => `Su acceso a ${lender.name} está cerrado`,
    mail: (lender) => [
      `Alguien con la sesión abierta en su nombre en ${lender.host} avisó de que algo no lo hizo usted. Cerramos la sesión en todos los navegadores, y su contraseña ya no sirve.`,
      'Para volver a entrar, abra nuestra página y elija “¿Olvidó su nombre de usuario o su contraseña?”. Tenga a mano su contrato.',
      `Durante 24 horas no se puede añadir ninguna cuenta bancaria ni cambiar ningún contacto. Si usted no avisó de nada, o si falta dinero, llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: su acceso se cerró tras un aviso. Abra usted ${lender.host} y elija otra ` +
      `contraseña. Dudas: ${lender.fraudPhone}.`,
  },
  recoveryStarted: {
    subject: (lender) => `Elija una contraseña nueva para ${lender.name}`,
    mail: (lender) => [
      `Nuestro personal cerró su acceso a ${lender.host} y la sesión en todos los navegadores, para que solo usted pueda abrirlo de nuevo.`,
      'Para volver a entrar, abra usted nuestra página y elija “¿Olvidó su nombre de usuario o su contraseña?”. Tenga a mano su contrato. Nadie de nuestra empresa le pide nunca su contraseña ni un código.',
      `Si nadie habló con usted de esto, llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: nuestro personal cerró su acceso. Abra usted ${lender.host} y elija otra ` +
      `contraseña. ¿No lo acordó? Llame al ${lender.fraudPhone}.`,
  },
  authenticatorAdded: {
    subject: () => 'Se añadió una aplicación de autenticación a su acceso',
    mail: (lender) => [
      `Se añadió una aplicación de autenticación a su acceso en ${lender.host}. Sus códigos confirman desde ahora que es usted.`,
      `Si fue usted, no tiene que hacer nada. Si no, llame ya al ${lender.fraudPhone}, a cualquier hora: alguien conoce su contraseña.`,
    ],
    text: (lender) =>
      `${lender.name}: se añadió una aplicación de autenticación a su acceso. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  authenticatorRemoved: {
    subject: () => 'Se quitó una aplicación de autenticación de su acceso',
    mail: (lender) => [
      `Se quitó una aplicación de autenticación de su acceso en ${lender.host}. Sus códigos ya no sirven.`,
      `Si fue usted, no tiene que hacer nada. Si no, llame ya al ${lender.fraudPhone}, a cualquier hora: alguien conoce su contraseña.`,
    ],
    text: (lender) =>
      `${lender.name}: se quitó una aplicación de autenticación de su acceso. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  backupCodesMade: {
    subject: () => 'Códigos de reserva nuevos para su acceso',
    mail: (lender) => [
      `Se hicieron códigos de reserva nuevos para su acceso en ${lender.host}. Los que tenía antes ya no sirven.`,
      `Si fue usted, no tiene que hacer nada. Si no, llame ya al ${lender.fraudPhone}, a cualquier hora: alguien conoce su contraseña.`,
    ],
    text: (lender) =>
      `${lender.name}: se hicieron códigos de reserva nuevos. Los de antes ya no sirven. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  backupCodeUsed: {
    subject: () => 'Se usó un código de reserva para entrar',
    mail: (lender) => [
      `Se usó uno de sus códigos de reserva en ${lender.host}. Ya no sirve.`,
      `Si fue usted, no tiene que hacer nada. Si no, llame ya al ${lender.fraudPhone}, a cualquier hora: alguien conoce su contraseña.`,
    ],
    text: (lender) =>
      `${lender.name}: se usó uno de sus códigos de reserva. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
}
