import type { orderMessages as english } from '../../en/money/orders.ts'

export const orderMessages: typeof english = {
  moneyReceived: {
    title: (facts) => `Pago recibido: ${facts.amount}`,
    text: (facts) =>
      `Llegó por correo o en ventanilla y cuenta como pagado el ${facts.day}. La actividad muestra qué pagó.`,
  },
  heldMoneyUsed: {
    title: (facts) => `Se usó dinero que teníamos retenido: ${facts.amount}`,
    text: () => 'Ahora paga lo que se debe en esta cuenta. La actividad muestra qué pagó.',
  },
  heldMoneySentBack: {
    title: (facts) => `Reembolso en camino: ${facts.amount}`,
    text: () =>
      'Usted había pagado más de lo que se debía, y se lo devolvemos. Tarda unos días bancarios, o lo que tarda una carta.',
  },
  heldMoneyReturned: {
    title: (facts) => `El reembolso no llegó: ${facts.amount}`,
    text: () =>
      'El banco nos devolvió el reembolso, así que volvemos a tener el dinero retenido en esta cuenta. Llámenos: lo enviamos de otra forma.',
  },
  heldMoneyMoved: {
    title: (facts) => `Se movió dinero que teníamos retenido: ${facts.amount}`,
    text: () => 'No correspondía a esta cuenta. Lo que se debe aquí no ha cambiado.',
  },
  paymentMovedAway: {
    title: (facts) => `Se corrigió un pago: ${facts.amount}`,
    text: () =>
      'Era para otra cuenta y por un error nuestro se había registrado en esta. Esta cuenta queda como si nunca hubiera llegado. Llámenos si cree que es un error.',
  },
  paymentMovedHere: {
    title: (facts) => `Se añadió un pago: ${facts.amount}`,
    text: () =>
      'Era para esta cuenta y por un error nuestro se había registrado en otra. Cuenta desde el día en que llegó, y lo mismo vale para los cargos por mora y los intereses.',
  },
  lateChargeForgiven: {
    title: (facts) => `Cargo por mora condonado: ${facts.amount}`,
    text: () => 'Usted no lo debe.',
  },
  dueDatesMoved: {
    title: (facts) => `Fechas de pago aplazadas: próximo pago el ${facts.day}`,
    text: (facts) =>
      `Su próximo pago es de ${facts.amount}. Mientras tanto siguen corriendo intereses, así que el préstamo cuesta más en total. Un pago que usted mismo programó sigue en pie si no lo cancela. En «Condiciones y calendario» están todas las fechas de pago.`,
  },
  loanChargedOff: {
    title: (facts) => `Préstamo dado por perdido: usted todavía debe ${facts.amount}`,
    text: (facts) =>
      `El ${facts.day} dimos el préstamo por perdido. Usted sigue debiendo todo el importe, y no se añaden más intereses. Llámenos para acordar cómo pagarlo.`,
  },
}
