import type { cardTasks as english } from '../../en/cards/card-tasks.ts'

export const cardTasks: typeof english = {
  cardDisputed: 'El banco de una tarjeta retiró dinero: responda en el procesador',
  cardRefunded: 'Un pago con tarjeta se devolvió en el procesador',
  cardNotRefunded: 'El procesador no devolvió un pago con tarjeta: resuélvalo allí',
  cardRefundFailed: 'Una devolución a una tarjeta no llegó: acuerde otra forma con quien pagó',
  cardPartlyRefunded: 'Una parte de un pago con tarjeta se devolvió en el procesador',
  cardUnexpected: 'El procesador cobró un pago que había fallado',
}
