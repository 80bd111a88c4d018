import type { outside as english } from '../en/outside.ts'

const FACTORS: Readonly<Record<string, readonly [added: string, removed: string]>> = {
  passkey: ['se añadió una llave de acceso', 'se eliminó una llave de acceso'],
}

function added(factor: string): string {
  return FACTORS[factor]?.[0] ?? 'se añadió un modo de entrar'
}

function removed(factor: string): string {
  return FACTORS[factor]?.[1] ?? 'se eliminó un modo de entrar'
}

export const outside: typeof english = {
  factorAdded: {
    subject: (lender) => `Un nuevo modo de entrar en ${lender.name}`,
    mail: (lender, factor) => [
      `En su acceso a ${lender.host} ${added(factor)}.`,
      'Si fue usted, no tiene que hacer nada.',
      `Si no fue usted, alguien puede entrar en su nombre: llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender, factor) =>
      `${lender.name}: ${added(factor)} en su acceso. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  factorRemoved: {
    subject: (lender) => `Se eliminó un modo de entrar en ${lender.name}`,
    mail: (lender, factor) => [
      `En su acceso a ${lender.host} ${removed(factor)}.`,
      'Si fue usted, no tiene que hacer nada.',
      `Si no fue usted, llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender, factor) =>
      `${lender.name}: ${removed(factor)} en su acceso. ` +
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
}
