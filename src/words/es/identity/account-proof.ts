import type { accountProof as english } from '../../en/identity/account-proof.ts'

export const accountProof: typeof english = {
  lead: {
    vin: 'Escriba tres datos tal como aparecen en su contrato.',
    birthDate:
      'Escriba dos números tal como aparecen en su contrato y, además, su fecha de nacimiento.',
  },
  accountNumber: 'Número de cuenta',
  accountNumberHint:
    'En su contrato y en todas nuestras cartas. Los espacios y guiones no importan.',
  accountNumberMissing: 'Escriba su número de cuenta.',
  lastFour: {
    us: {
      label: 'Los 4 últimos dígitos de su SSN o ITIN',
      wrong: 'Escriba los 4 últimos dígitos de su SSN o ITIN.',
      inList: 'los 4 últimos dígitos de su SSN o ITIN',
    },
    ca: {
      label: 'Los 4 últimos dígitos de su número de seguro social canadiense (SIN)',
      wrong: 'Escriba los 4 últimos dígitos de su número de seguro social canadiense (SIN).',
      inList: 'los 4 últimos dígitos de su número de seguro social canadiense (SIN)',
    },
    gb: {
      label: 'Los 4 últimos caracteres de su National Insurance number',
      wrong: 'Escriba los 3 últimos dígitos de su National Insurance number y su última letra.',
      inList: 'los 4 últimos caracteres de su National Insurance number',
    },
    de: {
      label: 'Los 4 últimos dígitos de su número de identificación fiscal',
      wrong: 'Escriba los 4 últimos dígitos de su número de identificación fiscal.',
      inList: 'los 4 últimos dígitos de su número de identificación fiscal',
    },
  },
  lastFourHint: 'Los de usted. El codeudor usa los suyos.',
  vin: 'Número de identificación del vehículo (VIN)',
  vinHint:
    '17 letras y dígitos: en su contrato, en su tarjeta del seguro y tras el parabrisas del lado del conductor.',
  vinWrong: 'Un VIN tiene 17 letras y dígitos, y nunca las letras I, O ni Q.',
  birthDate: 'Fecha de nacimiento',
  birthDateHint: 'La suya: mes, día y año.',
  birthDateWrong: 'Escriba su fecha de nacimiento con mes, día y año, por ejemplo 04/27/1985.',
  birthDateMissing:
    'Si los tres son correctos, quizá falte su fecha de nacimiento en nuestro expediente: la añadimos por teléfono.',
  submit: 'Continuar',
  needs: (digits, other) => `su número de cuenta, ${digits} y ${other}`,
  inList: {
    vin: 'el VIN de su vehículo',
    birthDate: 'su fecha de nacimiento',
  },
  ready: (digits, other) => `Tenga a mano su número de cuenta, ${digits} y ${other}.`,
}
