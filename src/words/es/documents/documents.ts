import type { documents as english } from '../../en/documents/documents.ts'
import { check } from './check.ts'
import { payoffLetter } from './payoff-letter.ts'
import { statement } from './statement.ts'

export const documents: typeof english = {
  title: 'Documentos',
  lead: 'Todo lo que imprimimos de esta cuenta. Cada documento queda como era el día en que lo hicimos.',
  kinds: { payoffLetter: 'Carta para saldar', statement: 'Estado de cuenta' },
  columns: { made: 'Fecha', what: 'Documento', code: 'Código', file: 'Archivo' },
  detail: { payoffLetter: (day, amount) => `Para cerrar el préstamo el ${day}: ${amount}` },
  ready: (name) => `${name}: lista.`,
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
  codes: 'Cada documento lleva un código. Quien lo tenga puede comprobarlo sin iniciar sesión:',
  checkLink: 'comprobar una carta',
  print: {
    page: 'Página',
    of: 'de',
    foot: (legalName, id) => `${legalName}. Con firma digital. Documento ${id}`,
    checkHeading: 'Compruebe esta carta antes de enviar dinero',
    checkHow: (host, phone) => `En ${host}/check o por teléfono: ${phone}`,
    code: 'Código de la carta',
    documentCode: 'Código del documento',
    qr: (host) => `Código cuadrado que abre ${host}/check con el código de esta carta`,
    customers: (count) => (count === 1 ? 'Cliente' : 'Clientes'),
    account: 'Cuenta',
    ending: (digits) => `terminada en ${digits}`,
    vehicle: 'Vehículo',
    vin: 'VIN terminado en',
    quote: 'Cotización',
  },
  payoffLetter,
  statement,
  check,
}
