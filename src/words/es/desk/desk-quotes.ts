import type { deskQuotes as english } from '../../en/desk/desk-quotes.ts'

export const deskQuotes: typeof english = {
  title: 'Cotizaciones de liquidación',
  lead: 'Las más recientes primero. El número es lo que tiene a mano un concesionario o quien llama.',
  none: 'Nadie ha preguntado todavía con cuánto se liquida este préstamo.',
  number: 'Número',
  asOf: 'Al',
  goodThrough: 'Vale hasta',
  days: (on, through) => `${on} hasta ${through}`,
  amount: 'Importe',
  state: 'Estado',
  states: { open: 'Vigente', superseded: 'Sustituida', expired: 'Vencida', used: 'Pagada' },
  by: (who, moment) => `La pidió ${who}, ${moment}`,
  customer: 'el cliente',
  staff: (name) => `${name}, de nuestro personal`,
  link: 'quien tiene un enlace de concesionario',
  page: (page, pages) => `Página ${page} de ${pages}`,
  earlier: 'Cotizaciones más recientes',
  later: 'Cotizaciones más antiguas',
}
