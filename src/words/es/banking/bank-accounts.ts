import type { bankAccounts as english } from '../../en/banking/bank-accounts.ts'
import { add } from './add-bank-account.ts'
import { removal } from './bank-account-removal.ts'

export const bankAccounts: typeof english = {
  title: 'Formas de pago',
  lead: 'Con qué puede pagar. Solo usted lo ve; un codeudor, no.',
  menu: 'Con qué puede pagar y qué está verificado',
  none: 'Todavía no hay ninguna forma de pago',
  noneText: 'Añada con qué quiere pagar. Lleva un minuto y es gratis.',
  open: 'Abrir',
  openNamed: (account) => `Abrir ${account}`,
  isDefault: 'Preferida',
  known: 'Usted ya había añadido esta cuenta. Aquí está.',
  added: 'La cuenta está añadida.',
  verifiedNow: 'Es correcto: la cuenta está verificada. Ya puede pagar desde ella.',
  removed: 'La cuenta bancaria se quitó.',
  usableFrom: (day) => `Esta cuenta se puede usar a partir del ${day}.`,
  notUsable: 'Esta cuenta no se puede usar ahora.',
  states: {
    unverified: 'Sin verificar',
    checking: 'En verificación',
    verified: 'Verificada',
    failed: 'Verificación fallida',
    stopped: 'Detenida',
  },
  next: {
    verified: (day) => `Verificada el ${day}. Puede pagar desde ella.`,
    prenote: (firstUse) =>
      `La anunciamos a su banco. Esta cuenta se puede usar a partir del ${firstUse}. Ya puede ` +
      'programar pagos para ese día o después.',
    depositsComing: (arrive) =>
      `Dos depósitos de menos de $1.00 llegan a más tardar el ${arrive}. Escriba aquí los dos ` +
      'importes ese día; desde entonces se puede usar esta cuenta.',
    depositsThere: (until) =>
      `Dos depósitos de menos de $1.00 deben estar en la cuenta. Escriba aquí los dos importes a ` +
      `más tardar el ${until}.`,
    unverified: 'No se toma nada de ella antes de verificarla.',
    failed: {
      numbers:
        'Su banco no conoce esta cuenta o está cerrada. Quítela aquí, mire los números en un cheque ' +
        'y añádala otra vez.',
      refused:
        'Su banco no nos deja tomar pagos de ella. Pregunte a su banco o pague desde otra cuenta.',
      expired: 'Los dos importes no se escribieron a tiempo. No se tomó nada.',
      wrongAmounts: 'Los importes fueron incorrectos tres veces. No se tomó nada.',
      notSent: 'No pudimos enviar la verificación a su banco. No se tomó nada.',
      other: (phone) => `Su banco devolvió la verificación. Llámenos al ${phone}.`,
    },
    stopped: {
      numbers:
        'Su banco devolvió un pago porque la cuenta está cerrada o sus números son incorrectos. Ya ' +
        'no tomamos nada de ella. Añada otra cuenta y pague desde esa.',
      refused: (phone) =>
        'Su banco devolvió un pago porque no tiene su permiso para él. Ya no tomamos nada de ella. ' +
        `Si quiere pagar otra vez desde ella, llámenos al ${phone}.`,
      other: (phone) =>
        `No tomamos nada de ella hasta aclararlo. Llámenos al ${phone} o pague desde otra cuenta.`,
    },
  },
  again: {
    heading: 'Verificar esta cuenta',
    prenote: 'Anunciarla a su banco',
    microDeposits: 'Enviar dos depósitos',
    textPrenote: (firstUse) =>
      `La anunciamos a su banco, sin tomar nada. Si el banco no se opone, podrá pagar desde ella a partir del ${firstUse}.`,
    textDeposits: (arrive) =>
      `Dos depósitos nuevos de menos de $1.00 llegan a más tardar el ${arrive}.`,
  },
  verify: {
    heading: 'Escriba los dos importes',
    lead: 'Busque dos depósitos pequeños nuestros en la aplicación de su banco, en cualquier orden.',
    first: 'Primer importe',
    second: 'Segundo importe',
    hint: 'En centavos o dólares, por ejemplo 7 o 0.07.',
    wrong: 'Escriba un importe de menos de un dólar, por ejemplo 0.07.',
    submit: 'Verificar cuenta',
    left: (left) => (left === 1 ? 'Queda un intento.' : `Quedan ${left} intentos.`),
  },
  name: {
    heading: 'Nombre',
    nickname: 'Su nombre para esta cuenta (opcional)',
    submit: 'Guardar nombre',
    saved: 'El nombre está guardado.',
  },
  standing: {
    heading: 'Cuenta preferida',
    text: 'La cuenta preferida se le ofrece primero cuando paga.',
    is: 'Es la que se le ofrece primero cuando paga.',
    submit: 'Hacerla preferida',
    saved: 'Desde ahora se le ofrece primero.',
  },
  facts: {
    heading: 'Esta cuenta',
    kind: 'Tipo',
    bank: 'Banco',
    added: 'Añadida',
    state: 'Estado',
  },
  pay: 'Hacer un pago',
  remove: 'Quitar esta cuenta',
  back: 'Todas las formas de pago',
  add,
  removal,
}
