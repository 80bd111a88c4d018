import type { deskPolicy as english } from '../../en/desk/desk-policy.ts'

export const deskPolicy: typeof english = {
  title: 'Qué se hace con las devoluciones',
  lead: 'Según el código del banco y el archivo del prestamista. Todo pago devuelto se anula desde su propio día.',
  see: 'Qué se hace con cada código',
  back: 'Devoluciones',
  lender: 'Del archivo del prestamista',
  retries: 'Intentos después del primero',
  retriesOf: (count) => (count === 0 ? 'Ninguno' : `${count}, en los 180 días desde el primero`),
  wait: 'Se envía otra vez',
  waitOf: (days) =>
    days === 0
      ? 'En la próxima hora límite'
      : `${days} días bancarios después de la próxima hora límite`,
  on: 'Para liquidarse en estos días del mes',
  anyDay: 'Cualquier día bancario',
  fee: 'Cargo',
  noFee: 'Sin cargo',
  feeOf: (amount, citation) => `${amount} una vez por R01 y R09: ${citation}`,
  codes: 'Por código',
  code: 'Código',
  done: 'Qué más se hace',
  stops: 'Detenida',
  person: 'Decide una persona',
  stays: 'Sigue en uso',
  account: 'Cuenta bancaria',
  unknown: 'Cualquier otro código',
  actions: {
    represent: 'Se intenta otra vez',
    stop: 'No se intenta otra vez',
    revoke: 'No se intenta sin un permiso nuevo',
    fixAccount: 'No se intenta; el cliente da otra cuenta',
    correct: 'No se intenta; puede enviarse otra vez cuando se corrija',
    deceased: 'No se cobra más de la cuenta',
    ownMistake: 'Nos toca corregirlo',
    creditRefused: 'Dinero nuestro que volvió',
    askedByOurBank: 'Lo pidió nuestro propio banco',
    betweenBanks: 'No mueve nada; entre los bancos',
    review: 'No se intenta otra vez',
  },
}
