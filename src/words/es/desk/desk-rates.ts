import type { deskRates as english } from '../../en/desk/desk-rates.ts'

export const deskRates: typeof english = {
  title: 'Devoluciones de los últimos 60 días',
  lead: (debits) => `De ${debits} cargos. La marca es el límite de la red.`,
  none: 'No se ha liquidado ningún cargo en los últimos 60 días.',
  kinds: {
    unauthorized: 'Sin autorización',
    administrative: 'Cuentas erróneas o cerradas',
    overall: 'Todas las devoluciones',
  },
  limit: (share) => `Límite ${share}`,
  above: 'Por encima del límite',
  within: 'Dentro del límite',
}
