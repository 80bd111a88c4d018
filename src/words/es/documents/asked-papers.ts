import type {
  askedPapers as english,
  autopayCopy as englishCopy,
  coupons as englishCoupons,
  askForm as englishForm,
  amortization as englishSchedule,
  vehicleInterest as englishVehicle,
  yearInterest as englishYear,
} from '../../en/documents/asked-papers.ts'

export const askedPapers: typeof english = {
  what: 'Concepto',
  amount: 'Importe',
  paid: 'Pagado',
  interest: 'Intereses',
  principal: 'Capital',
  charges: 'Cargos',
  other: 'Otro',
  total: 'En total',
  otherChanges: 'Cambios por algo que no fue un pago',
  otherNote:
    '«Otro» es dinero retenido a su favor, o dinero para un saldo que antes se dio por perdido.',
  opening: (day) => `Al comenzar el ${day}`,
  closing: (day) => `Al terminar el ${day}`,
  principalPaid: 'Capital pagado',
  servedSince: (day) =>
    `Este préstamo llegó a nosotros el ${day}. Lo que se pagó a otros antes de ese día no lo conocemos y no está contado aquí.`,
}

export const yearInterest: typeof englishYear = {
  offer: (year) => `Resumen de intereses de ${year}`,
  offerText: 'Lo que usted pagó ese año: intereses, capital, cargos por mora y otros cargos.',
  title: (name, year) => `Resumen de intereses de ${year}, ${name}`,
  heading: (year) => `Lo que usted pagó en ${year}`,
  total: 'Intereses pagados',
  detail: (year, amount) => `Intereses pagados en ${year}: ${amount}`,
  counts: 'Cada pago está en el mes en que cuenta. Lo que fue devuelto no está incluido.',
  months: 'Mes por mes',
  month: 'Mes',
  balance: 'Cómo cambió el capital',
  noForm: 'Es un resumen de su cuenta, no un formulario de impuestos.',
  checked: (year) => `Intereses pagados en ${year}`,
}

export const vehicleInterest: typeof englishVehicle = {
  offer: (year) => `Constancia de intereses del préstamo de vehículo de ${year}`,
  offerText:
    'Lo que debemos informarle de los intereses de un préstamo de vehículo, para guardarlo con sus documentos de impuestos.',
  title: (name, year) => `Constancia de intereses del préstamo de vehículo de ${year}, ${name}`,
  heading: (year) => `Intereses de su préstamo de vehículo en ${year}`,
  total: (year) => `Intereses que recibimos de usted en ${year}`,
  detail: (year, amount) => `Intereses recibidos en ${year}: ${amount}`,
  facts: 'Lo que debemos informarle',
  value: 'Dato',
  lender: 'Prestamista',
  address: 'Dirección',
  phone: 'Teléfono para preguntas sobre esto',
  made: 'Día en que se otorgó el préstamo',
  opening: (day) => `Capital al comenzar el ${day}`,
  openingMade: 'Capital el día en que se otorgó el préstamo',
  vehicle: 'Vehículo',
  vin: 'Número de identificación del vehículo (VIN)',
  vinUnknown: 'No lo conocemos',
  unknown: 'Lo que no conocemos',
  unknownRows: {
    isNew: 'Si el vehículo era nuevo y usted su primer dueño',
    assembly: 'Si se ensambló en los Estados Unidos',
    use: 'Si usted lo usa para sí y no para un negocio',
    lien: 'Si nuestro gravamen es el primero',
  },
  unknownValue: 'No está en nuestros registros',
  rule: (citation, least, after, from, through) =>
    `Se entrega según ${citation} por intereses de ${least} o más en un año de préstamos de vehículo otorgados después del ${after}, en los años fiscales ${from} a ${through}.`,
  noForm:
    'Es una constancia de su prestamista y no un formulario de la oficina de impuestos. Si usted puede deducir estos intereses depende de su declaración y de lo que no conocemos.',
  checked: (year) => `Intereses recibidos en ${year}`,
}

export const amortization: typeof englishSchedule = {
  offer: 'Tabla de amortización',
  offerText: 'Cada pago que llegó y cada uno que viene, con totales de cada año.',
  title: (name, day) => `Tabla de amortización, ${name}, ${day}`,
  heading: (day) => `Su préstamo de principio a fin, al ${day}`,
  detail: (day, amount) => `Al ${day}, capital ${amount}`,
  ends: (day) =>
    `Si cada pago que viene se hace en su fecha de vencimiento y no se paga nada más, no se debe nada después del ${day}.`,
  endsNot:
    'Si cada pago que viene se hace en su fecha de vencimiento y no se paga nada más, queda algo después del último.',
  over: 'No queda nada por pagar.',
  moves: 'Lo que llegue antes, después o por otro importe cambia todas las filas siguientes.',
  balance: 'Cómo baja el capital',
  paidSoFar: 'Capital pagado hasta ahora',
  now: (day) => `Al terminar el ${day}`,
  ahead: 'Capital que falta pagar',
  left: 'Queda después del último pago',
  rows: 'Pago por pago',
  date: 'Fecha',
  payment: 'Pago',
  after: 'Capital después',
  states: {
    paid: 'Pagado',
    catchUp: 'Lo atrasado y los cargos',
    ahead: (number) => `Pago ${number}, por venir`,
  },
  year: (year) => `En ${year}`,
  allPaid: 'Pagado hasta ahora',
  allAhead: 'Por venir',
  checked: (day) => `Capital el ${day}`,
}

export const coupons: typeof englishCoupons = {
  offer: 'Cupones de pago de un año',
  offerText: 'Un cupón por cada pago de los próximos 12 meses, para enviarlo con un cheque.',
  title: (name, from, to) => `Cupones de pago, ${name}, del ${from} al ${to}`,
  heading: (from, to) => `Cupones de pago, del ${from} al ${to}`,
  detail: (count, from, to) =>
    count === 1 ? `1 cupón, ${to}` : `${count} cupones, del ${from} al ${to}`,
  use: 'Corte el cupón del pago y envíelo con un cheque que lleve su número de cuenta. Cuenta el día en que nos llega.',
  holds:
    'Cada importe es válido si todos los pagos anteriores llegaron completos en su fecha de vencimiento. Lo atrasado, los cargos por mora y otros cargos no están en ninguno.',
  autopay: 'No envíe ninguno por un pago que se cobra con el pago automático.',
  one: (number, day) => `Pago ${number}, vence el ${day}`,
  due: 'Vence',
  checked: 'Vencimientos',
}

export const autopayCopy: typeof englishCopy = {
  offer: 'Copia de su permiso de pago automático',
  offerText: 'Palabra por palabra como usted lo dio, con su día y sus condiciones.',
  make: 'Obtener una copia (PDF)',
  title: (name, day) => `Permiso de pago automático, ${name}, ${day}`,
  heading: 'Su permiso de pago automático',
  detail: (day) => `Dado el ${day}`,
  given: (moment, by) => `Dado por ${by} el ${moment}, con estas palabras:`,
  terms: 'Sus condiciones',
  term: 'Condición',
  value: 'Lo acordado',
  givenOn: 'Dado el',
  kept: 'Guardamos estas palabras con su cuenta. Esta es su copia.',
  checked: 'Permiso dado el',
}

export const askForm: typeof englishForm = {
  link: 'Pedir un documento',
  title: 'Pedir un documento',
  lead: 'Se hace al momento, firmado, con un código con el que cualquiera puede comprobarlo. Se guarda en Documentos.',
  which: '¿Qué documento?',
  make: 'Hacer este documento',
  missing: 'Elija el documento que desea.',
  none: 'Ahora no hay ningún documento que pedir',
  noneText: 'Los estados de cuenta, recibos y cartas están en Documentos cuando se hacen.',
}
