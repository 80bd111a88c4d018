import type { outsideProofs as english } from '../../en/identity/outside-proofs.ts'

export const outsideProofs: typeof english = {
  lostFactorCode: {
    subject: (lender) => `Su código de ${lender.name}`,
    mail: (lender, code) => [
      `Su código es ${code}.`,
      `Alguien que conoce su contraseña dice en ${lender.host} que perdió un teléfono o una llave de acceso. Si es usted, escriba el código en esa página. Sirve una vez, durante 10 minutos.`,
      `Si no es usted, no dé el código a nadie y llame ya al ${lender.fraudPhone}.`,
    ],
    text: (lender, code) =>
      `${lender.name}: su código para quitar un teléfono o llave perdidos es ${code}. ` +
      '¿No es usted? No lo dé a nadie y llámenos.',
  },
  newAccountCode: {
    subject: (lender) => `Su código de ${lender.name}`,
    mail: (lender, code) => [
      `Su código es ${code}.`,
      `Alguien está añadiendo su cuenta a su acceso en ${lender.host}. Si es usted, escriba el código en esa página. Sirve una vez, durante 10 minutos.`,
      `Si no es usted, no dé el código a nadie y llame al ${lender.fraudPhone}.`,
    ],
    text: (lender, code) =>
      `${lender.name}: su código para añadir una cuenta a su acceso es ${code}. ` +
      '¿No es usted? No lo dé a nadie y llámenos.',
  },
  factorsRecovered: {
    subject: (lender) => `Se quitaron maneras perdidas de entrar en ${lender.name}`,
    mail: (lender) => [
      `Aplicaciones, llaves de acceso o códigos de reserva que se dieron por perdidos ya no están en su acceso en ${lender.host}, y se cerraron todas las sesiones.`,
      'Durante 24 horas nadie puede añadir una cuenta bancaria ni cambiar cómo le localizamos.',
      `Si no fue usted, llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: se quitaron maneras perdidas de entrar y se cerraron las sesiones. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  factorProved: {
    subject: (lender) => `Una manera nueva de entrar en ${lender.name}`,
    mail: (lender) => [
      `Alguien que conocía los números de su contrato añadió una manera de entrar en ${lender.host}.`,
      'Durante 24 horas nadie puede añadir una cuenta bancaria ni cambiar cómo le localizamos.',
      `Si fue usted, no tiene que hacer nada. Si no, llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: se añadió una manera de entrar con los números de su contrato. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  accountAdded: {
    subject: (lender) => `Se añadió una cuenta a un acceso en ${lender.name}`,
    mail: (lender) => [
      `Una cuenta suya aparece ahora junto a otra en un acceso de ${lender.host}.`,
      `Si no la añadió usted, llame ya al ${lender.fraudPhone}, a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: se añadió una cuenta suya a un acceso. ` +
      `¿No fue usted? Llame ya al ${lender.fraudPhone}.`,
  },
  registrationRepeated: {
    subject: (lender) => `Alguien intentó registrar su cuenta en ${lender.name}`,
    mail: (lender) => [
      `Alguien escribió en ${lender.host} los números de su cuenta para registrarla o añadirla a un acceso. Usted ya tiene acceso, así que nada cambió.`,
      `Si fue usted, entre como siempre, o elija allí «¿Olvidó su nombre de usuario o su contraseña?». Si no, llame al ${lender.fraudPhone}, a cualquier hora: alguien conoce los números de su contrato.`,
    ],
    text: (lender) =>
      `${lender.name}: alguien intentó registrar otra vez su cuenta. Nada cambió. ` +
      `¿No fue usted? Llame al ${lender.fraudPhone}.`,
  },
}
