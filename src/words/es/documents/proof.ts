import type { receipt as english, paidInFull as englishLetter } from '../../en/documents/proof.ts'

export const receipt: typeof english = {
  make: 'Obtener el recibo (PDF)',
  makeText:
    'Firmado, con un código con el que cualquiera puede comprobarlo. Se guarda en Documentos.',
  title: (name, day) => `Recibo de pago, ${name}, ${day}`,
  heading: (day) => `Recibimos su pago del ${day}`,
  detail: (day, amount) => `${amount} del ${day}`,
  confirmation: 'Número de confirmación',
  cleared: (day, until) =>
    `Liquidado el ${day}. Un banco todavía puede devolverlo como no autorizado hasta el ${until}.`,
  returnable: (day, until) =>
    `Cuenta. Un banco todavía puede devolverlo por falta de fondos hasta el ${day}, y como no autorizado hasta el ${until}.`,
  rule: (version) =>
    `Repartido en el orden del contrato (reglas «${version}»); el orden completo está en Condiciones.`,
  what: 'Adónde fue',
  amount: 'Importe',
  total: 'Pago',
  after: { loan: 'Capital después de él', lease: 'Pagos restantes después de él' },
  check: 'Compruebe que este documento es nuestro',
  corrected: 'Auténtico, pero se corrigió una cifra',
  correctedText:
    'Hicimos este documento, y el dinero que nombra cuenta. Desde entonces se corrigió una de sus cifras: quien se lo dio puede pedir uno nuevo.',
}

export const paidInFull: typeof englishLetter = {
  make: 'Obtener la carta de préstamo saldado (PDF)',
  title: (name, day) => `Préstamo saldado, ${name}, ${day}`,
  heading: (day) => `Este préstamo se saldó el ${day}`,
  detail: (day) => `No se debe nada desde el ${day}`,
  nothing: 'No se debe nada en esta cuenta.',
  cleared: (day, until) =>
    `El último pago quedó liquidado el ${day}. Un banco todavía puede devolverlo como no autorizado hasta el ${until}.`,
  returnable: (day, until) =>
    `Un banco todavía puede devolver el último pago por falta de fondos hasta el ${day}, y como no autorizado hasta el ${until}.`,
  lien: 'El gravamen se libera una vez liquidado el último pago.',
  what: 'Lo que se pagó mientras administramos este préstamo',
  amount: 'Importe',
  last: (day) => `Último pago, ${day}`,
  interest: 'Intereses, en total',
  principal: 'Capital, en total',
  charges: 'Cargos por mora y otros cargos, en total',
  held: 'Retenido a su favor, por devolver',
  owed: 'Se debe todavía',
}
