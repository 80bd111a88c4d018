import type { sharingMessages as english } from '../../en/sharing/sharing-messages.ts'

export const sharingMessages: typeof english = {
  payoffLinkMade: {
    title: (facts) => `Importe para saldar compartido con ${facts.payer}`,
    text: () =>
      'Lo ve en cuanto usted le diga el código. Cada vez que se abre queda en Compartir el importe para saldar, donde puede terminarlo.',
  },
  payoffLinkOpened: {
    title: (facts) => `${facts.payer} abrió el importe que usted compartió`,
    text: () => 'Desde dónde, y cada vez desde entonces, está en Compartir el importe para saldar.',
  },
  payoffLinkLocked: {
    title: (facts) => `El enlace para ${facts.payer} está bloqueado`,
    text: () =>
      'Alguien escribió cinco códigos incorrectos seguidos. No se le mostró nada. Cree otro enlace si todavía lo quiere.',
  },
  payoffLinkEnded: {
    title: (facts) => `El enlace de ${facts.payer} está terminado`,
    text: () =>
      'Nuestro personal lo terminó, como se pidió por teléfono. Ya nadie ve nada con él. Haga uno nuevo si todavía lo quiere.',
  },
  dealerPaying: {
    title: (facts) => `${facts.payer} pagará ${facts.amount} hasta el ${facts.day}`,
    text: () =>
      'Siga pagando hasta que llegue: sus pagos siguen venciendo y el pago automático continúa. Le avisamos si se atrasa.',
  },
  payoffLate: {
    title: (facts) => `El dinero de ${facts.payer} para saldar no ha llegado`,
    text: (facts) =>
      `Se anunciaron ${facts.amount} para el ${facts.day}. Llame hoy a ${facts.payer}. Sus pagos siguen venciendo y el pago automático continúa hasta que llegue el dinero.`,
  },
  payoffShort: {
    title: (facts) => `Faltan ${facts.missing} para saldar`,
    text: (facts) =>
      `Llegó dinero, y menos de lo que cierra el préstamo. Queda abierto por el resto, y sobre él corre interés. Llame a ${facts.payer}.`,
  },
  payoffArrived: {
    title: () => 'Su préstamo está saldado',
    text: (facts) =>
      `Ya no se espera nada de ${facts.payer}. La carta que lo dice está en Documentos.`,
  },
}
