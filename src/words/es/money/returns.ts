import type {
  returnMessages as englishMessages,
  returnNotices as englishNotices,
  returnReasons as englishReasons,
} from '../../en/money/returns.ts'

export const returnReasons: typeof englishReasons = {
  funds: 'No había dinero suficiente en la cuenta bancaria.',
  stopped: 'Su banco dice que usted detuvo este pago.',
  notAuthorized: 'Su banco dice que este pago no estaba autorizado.',
  accountWrong: 'La cuenta bancaria está cerrada o su número no es correcto.',
  other: 'Su banco no lo permitió.',
  notUsable: 'Esta cuenta no se puede usar para pagarnos.',
}

export const returnMessages: typeof englishMessages = {
  paymentReturned: {
    title: (facts) => `Su banco devolvió ${facts.amount} del ${facts.day}`,
    text: (facts) =>
      `${facts.reason} El pago ya no cuenta y lo que había pagado se vuelve a deber. ` +
      'Pague de otra manera o llámenos.',
  },
  paymentRetried: {
    title: (facts) =>
      `Su banco devolvió ${facts.amount}: lo intentamos de nuevo el ${facts.withdrawn}`,
    text: (facts) =>
      `${facts.reason} Hasta que llegue el dinero, el pago no cuenta. Procure que haya ` +
      `${facts.amount} en la cuenta el ${facts.withdrawn}; no tiene que hacer nada más.`,
  },
  paymentReturnedShared: {
    title: (facts) => `Un pago de la otra persona titular fue devuelto: ${facts.amount}`,
    text: (facts) =>
      `El pago del ${facts.day} no cuenta por ahora y lo que había pagado se vuelve a deber.`,
  },
  bankAccountStopped: {
    title: (facts) => `Ya no tomamos nada de ${facts.account}`,
    text: (facts) =>
      `${facts.reason} Los pagos previstos desde ella quedan anulados. Añada otra cuenta bancaria ` +
      'para pagar o llámenos.',
  },
  bankAccountCorrected: {
    title: (facts) => `Cuenta bancaria corregida: ${facts.account}`,
    text: (facts) =>
      `${facts.bank} nos dijo cómo se escribe esta cuenta y así la usamos desde ahora. No tiene ` +
      'que hacer nada. Si no es su cuenta, llámenos.',
  },
  bankAccountRefused: {
    title: (facts) => `Cuenta bancaria no verificada: ${facts.account}`,
    text: (facts) =>
      `${facts.reason} No podemos tomar pagos de ella. Revise los números y añádala de nuevo, o ` +
      'añada otra.',
  },
}

export const returnNotices: typeof englishNotices = {
  paymentReturned: {
    subject: (lender) => `Un pago a ${lender.name} fue devuelto`,
    mail: (lender) => [
      'Su banco devolvió un pago de su cuenta.',
      `Abra usted ${lender.host} para leer cuál, por qué y qué pasa ahora.`,
    ],
    text: (lender) =>
      `${lender.name}: su banco devolvió un pago. Abra ${lender.host} para leer qué pasa ahora.`,
  },
  bankAccountStopped: {
    subject: (lender) => `Una cuenta bancaria quedó detenida en ${lender.name}`,
    mail: (lender) => [
      'Ya no tomamos nada de una de sus cuentas bancarias y los pagos previstos desde ella quedan anulados.',
      `Abra usted ${lender.host} para leer por qué y para pagar desde otra cuenta.`,
    ],
    text: (lender) =>
      `${lender.name}: ya no tomamos nada de una de sus cuentas bancarias. Abra ${lender.host} para leer por qué.`,
  },
  bankAccountCorrected: {
    subject: (lender) => `Cambiaron los datos de una cuenta bancaria en ${lender.name}`,
    mail: (lender) => [
      'Su banco nos dijo que una de sus cuentas bancarias se escribe de otra manera y así la usamos desde ahora.',
      `Abra usted ${lender.host} para ver su terminación. Si no es su cuenta, llame al ${lender.fraudPhone} a cualquier hora.`,
    ],
    text: (lender) =>
      `${lender.name}: su banco corrigió los datos de una cuenta bancaria suya. Abra ${lender.host} para verla.`,
  },
  bankAccountRefused: {
    subject: (lender) => `No se pudo verificar una cuenta bancaria en ${lender.name}`,
    mail: (lender) => [
      'El banco rechazó la comprobación de una cuenta bancaria que usted añadió, así que no podemos tomar pagos de ella.',
      `Abra usted ${lender.host} para leer por qué y para añadirla de nuevo o añadir otra.`,
    ],
    text: (lender) =>
      `${lender.name}: no se pudo verificar una cuenta bancaria que usted añadió. Abra ${lender.host} para leer por qué.`,
  },
}
