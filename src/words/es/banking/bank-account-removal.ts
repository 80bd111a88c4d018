import type { removal as english } from '../../en/banking/bank-account-removal.ts'

export const removal: typeof english = {
  title: (account) => `¿Quitar ${account}?`,
  text: 'Ya no podrá pagar aquí desde ella. Puede añadirla otra vez cuando quiera.',
  uses: 'Esto sale de ella',
  autopay:
    'El pago automático. Se detiene y no toma nada hasta que usted elija de dónde más se toma.',
  cancelAutopay: 'Detener el pago automático y cancelar lo que aparece',
  cancel: 'Cancelar también estos pagos',
  cancelOne: 'Cancelar también este pago',
  cancelHint: 'Lo que se debe se sigue debiendo: programe otro pago para no atrasarse.',
  cancelMissing: 'Acepte cancelar lo que sale de ella, o consérvela.',
  payment: (amount, day) => `${amount} el ${day}`,
  goesOut: (confirmation) =>
    `El pago ${confirmation} está en camino y ya no se puede cancelar. ` +
    'Quite esta forma de pago cuando haya salido.',
  sent: 'Los pagos que su banco ya tiene siguen como están.',
  submit: 'Quitar cuenta',
  keep: 'Conservarla',
}
