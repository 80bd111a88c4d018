import type { documents as english } from '../../en/documents/documents.ts'
import {
  amortization,
  askedPapers,
  askForm,
  autopayCopy,
  coupons,
  vehicleInterest,
  yearInterest,
} from './asked-papers.ts'
import { attached } from './attached.ts'
import { check } from './check.ts'
import { consent } from './consent.ts'
import { deferment } from './deferment.ts'
import { paperKeys } from './paper-keys.ts'
import { payoffLetter } from './payoff-letter.ts'
import { privacyNotice } from './privacy-notice.ts'
import { paidInFull, receipt } from './proof.ts'
import { statement } from './statement.ts'

export const documents: typeof english = {
  title: 'Documentos',
  lead: 'Todo lo que imprimimos de esta cuenta y papeles como su contrato. Cada uno queda como era el día en que llegó.',
  kinds: {
    payoffLetter: 'Carta para saldar',
    statement: 'Estado de cuenta',
    receipt: 'Recibo de pago',
    paidInFull: 'Carta de préstamo saldado',
    yearInterest: 'Resumen de intereses',
    vehicleInterest: 'Constancia de intereses del préstamo',
    amortization: 'Tabla de amortización',
    coupons: 'Cupones de pago',
    autopayCopy: 'Permiso de pago automático',
    privacyNotice: 'Aviso de privacidad',
    defermentAgreement: 'Oferta de aplazar pagos',
    ...attached.kinds,
  },
  columns: { dated: 'Fecha', what: 'Documento', code: 'Código', file: 'Archivo' },
  detail: { payoffLetter: (day, amount) => `Para cerrar el préstamo el ${day}: ${amount}` },
  ready: (name) => `${name}: ya está.`,
  readyText: 'Se guarda aquí para siempre.',
  open: 'Abrir PDF',
  download: 'Descargar',
  openNamed: (name, day) => `Abrir PDF: ${name} del ${day}`,
  downloadNamed: (name, day) => `Descargar: ${name} del ${day}`,
  size: (kilobytes) => `PDF de ${kilobytes} KB`,
  empty: 'Aún no hay documentos',
  emptyText:
    'La carta para saldar que usted pida en la página del importe para saldar se guarda aquí.',
  emptyAction: 'Ver el importe para saldar',
  emptyPaid: 'La carta que dice que este préstamo está pagado se hace al momento y se guarda aquí.',
  emptyOther:
    'Aquí se guardan los estados de cuenta cuando se emiten y los recibos que pida en Actividad.',
  codes:
    'Cada documento que imprimimos lleva un código. Quien lo tenga puede comprobarlo sin iniciar sesión:',
  checkLink: 'comprobar una carta',
  filter: {
    year: 'Año',
    allYears: 'Todos los años',
    kind: 'Clase',
    allKinds: 'Todas',
    search: 'Buscar',
    find: 'Buscar',
    none: 'Ningún documento lo lleva en su fila. Pruebe con menos palabras.',
    whole: (year) => `Descargar todos los documentos de ${year} (ZIP)`,
  },
  print: {
    page: 'Página',
    of: 'de',
    foot: (legalName, id) => `${legalName}. Con firma digital. Documento ${id}`,
    checkHeading: 'Compruebe esta carta antes de enviar dinero',
    checkHow: (host, phone) => `En ${host}/check o por teléfono: ${phone}`,
    code: 'Código de la carta',
    documentCode: 'Código del documento',
    qr: (host) => `Código cuadrado que abre ${host}/check con el código de este documento`,
    customers: (count) => (count === 1 ? 'Cliente' : 'Clientes'),
    account: 'Cuenta',
    ending: (digits) => `terminada en ${digits}`,
    vehicle: 'Vehículo',
    vin: 'VIN terminado en',
    quote: 'Cotización',
  },
  payoffLetter,
  statement,
  receipt,
  paidInFull,
  askedPapers,
  yearInterest,
  vehicleInterest,
  amortization,
  coupons,
  autopayCopy,
  privacyNotice,
  deferment,
  askForm,
  check,
  keys: paperKeys,
  attached,
  consent,
}
