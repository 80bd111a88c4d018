import type { taskKinds as english } from '../../en/desk/task-kinds.ts'
import { cardTasks } from '../cards/card-tasks.ts'

export const taskKinds: typeof english = {
  fileDoubted: 'No se puede confiar en un archivo del banco',
  fileRefused: 'El banco rechazó un archivo nuestro',
  fileAcceptedLate: 'El banco toma un archivo que había rechazado',
  fileDiffers: 'El banco cuenta otros totales que nosotros',
  fileNotOurs: 'El banco responde a un archivo que no es nuestro',
  entryNotSent: 'Un movimiento no pudo entrar en su archivo',
  returnUnmatched: 'Una devolución no es de ningún movimiento nuestro',
  returnDiffers: 'Una devolución tiene otro importe que nuestro movimiento',
  returnRepeated: 'Un movimiento volvió por segunda vez',
  returnBetweenBanks: 'Los bancos discuten una devolución',
  returnReview: 'Una devolución que alguien de nosotros debe juzgar',
  returnLate: 'Una devolución que llegó tarde: nuestro banco puede rechazarla (R68)',
  creditReturned: 'Volvió dinero que habíamos pagado',
  changeReview: 'El banco pide un cambio en nuestros movimientos',
  changeRefused: 'Una corrección fue rechazada entre los bancos',
  changeUnreadable: 'Una corrección que no se puede usar tal como está',
  ...cardTasks,
  checkToWrite: 'Un reembolso que va por cheque: hágalo y envíelo',
  creditUnapplied: 'Un pago de un archivo no corresponde a ninguna cuenta',
  creditHeld: 'Llegó un pago a una cuenta que no debe nada: queda retenido allí',
  heldBelowZero: 'Se retiró un pago cuyo excedente ya se había reembolsado: reclámelo',
  letterNoAddress: 'Una carta no pudo salir: no consta ninguna dirección postal',
}
