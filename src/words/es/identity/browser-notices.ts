import type { browserNotices as english } from '../../en/identity/browser-notices.ts'

export const browserNotices: typeof english = {
  signInClosed: {
    subject: (lender) => `Usted cerró su acceso a ${lender.name}`,
    mail: (lender) => [
      `Su acceso a ${lender.host} está cerrado, como se pidió allí. Se cerró la sesión en todos los navegadores. Su cuenta y lo que debe siguen igual, y los estados de cuenta llegan en papel.`,
      'Si fue usted, no tiene que hacer nada. Para volver, abra nuestra página y regístrese con su contrato a mano.',
      `Si no fue usted, llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: su acceso se cerró. Su cuenta sigue igual. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  unusualSignIn: {
    subject: (lender) => `Una entrada en ${lender.name} que no esperábamos`,
    mail: (lender, _code, from) => [
      `Alguien entró en ${lender.host}: ${from.when}, con ${from.device}, desde la red ${from.network}.`,
      ...(from.isTrusted
        ? [
            'Se marcó la casilla para confiar en este navegador: durante 30 días entra solo con su contraseña. Los cambios importantes siguen pidiendo más.',
          ]
        : []),
      'Si fue usted, no tiene que hacer nada. Escribimos cuando no conocemos el navegador, tras intentos fallidos o después de mucho tiempo.',
      `Si no fue usted, abra usted nuestra página, vaya a “Acceso y seguridad” y pulse “No fui yo”. O llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender, _code, from) =>
      `${lender.name}: alguien entró con ${from.device}, red ${from.network}, ${from.when}. ` +
      `${from.isTrusted ? 'Es de confianza durante 30 días. ' : ''}` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  deviceTrusted: {
    subject: (lender) => `Un navegador es de confianza para su acceso a ${lender.name}`,
    mail: (lender) => [
      `Durante 30 días un navegador entra en ${lender.host} solo con su contraseña. Los cambios importantes siguen pidiendo más.`,
      `Si no fue usted, llame ya al ${lender.fraudPhone}, a cualquier hora: alguien sabe su contraseña.`,
    ],
    text: (lender) =>
      `${lender.name}: durante 30 días un navegador entra solo con su contraseña. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
}
