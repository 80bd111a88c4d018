import type { deskCredits as english } from '../../en/desk/desk-credits.ts'

export const deskCredits: typeof english = {
  title: 'Pagos del archivo',
  lead: (most) => `Los primeros ${most}. Lo que no corresponde a ninguna cuenta queda retenido.`,
  of: (amount) => `Un pago de ${amount} que no corresponde a ninguna cuenta`,
  facts: 'Lo que sabemos de él',
  reference: 'Referencia',
  day: 'Recibido',
  amount: 'Importe',
  state: 'Estado',
  payer: 'Quién pagó',
  nobody: 'Sin nombre',
  written: 'Número de cuenta tal como se escribió',
  fitsNone: 'Sin cuenta',
  states: {
    waiting: 'Pendiente',
    posted: 'Registrado',
    unapplied: 'Retenido, sin cuenta',
    sentBack: 'Devuelto',
    dropped: 'Descartado',
  },
  unapplied: 'Pagos que no corresponden a ninguna cuenta',
  unappliedNone: 'No hay ninguno retenido.',
  held: {
    title: 'Cuentas con dinero retenido',
    lead: (most) =>
      `Primero lo más antiguo, como máximo ${most}. En negativo: salió y después se anuló su pago.`,
    none: 'No hay dinero retenido en ninguna cuenta.',
    since: 'Retenido desde',
    account: 'Cuenta',
    amount: 'Retenido',
    open: 'Corregir su dinero',
  },
  what: 'Qué debe hacerse con él',
  whatMissing: 'Elija qué debe hacerse con él.',
  assign: 'Registrarlo en la cuenta de abajo',
  sendBack: 'Devolverlo por cheque a quien pagó',
}
