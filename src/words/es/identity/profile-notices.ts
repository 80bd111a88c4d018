import type { profileNotices as english } from '../../en/identity/profile-notices.ts'

type Notice = (typeof english)['phoneAdded']

export const profileNotices: typeof english = {
  contactCode: {
    subject: (lender) => `Su código de ${lender.name}`,
    mail: (lender, code) => [
      `Su código es ${code}.`,
      `Alguien quiere que ${lender.name} se comunique aquí con él o ella. Si es usted, escriba el código en la página de ${lender.host} que lo pide. Sirve una vez, durante 10 minutos.`,
      'Si no es usted, no dé el código a nadie y no haga nada: sin él nada cambia.',
    ],
    text: (lender, code) =>
      `${lender.name}: su código para recibir aquí nuestros avisos es ${code}. Sirve una vez, ` +
      `durante 10 minutos, en ${lender.host}. ¿No es usted? No lo dé a nadie.`,
  },
  phoneAdded: noticeOf('Se añadió un número de teléfono'),
  phoneReplaced: noticeOf('Se cambió un número de teléfono'),
  phoneRemoved: noticeOf('Se eliminó un número de teléfono'),
  emailAdded: noticeOf('Se añadió un correo electrónico'),
  emailReplaced: noticeOf('Se cambió un correo electrónico'),
  emailRemoved: noticeOf('Se eliminó un correo electrónico'),
  addressChanged: noticeOf('Se cambió la dirección postal'),
}

function noticeOf(what: string): Notice {
  return {
    subject: (lender) => `${what} en ${lender.name}`,
    mail: (lender) => [
      `${what} en su perfil de ${lender.host}.`,
      `Si fue usted, no tiene que hacer nada. Si no fue usted, llame ya al ${lender.fraudPhone}, a cualquier hora: alguien está en su cuenta.`,
    ],
    text: (lender) =>
      `${lender.name}: ${what.charAt(0).toLowerCase()}${what.slice(1)} en su perfil. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  }
}
