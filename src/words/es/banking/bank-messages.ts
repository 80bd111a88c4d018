import type { bankMessages as english } from '../../en/banking/bank-messages.ts'

export const bankMessages: typeof english = {
  bankAccountAdded: {
    title: (facts) => `Cuenta bancaria añadida: ${facts.account}`,
    text: (facts) =>
      `Anunciamos ${facts.account} en ${facts.bank} al banco, sin tomar nada. Se puede usar a ` +
      `partir del ${facts.firstUse}. Si no la añadió usted, llámenos ahora al ${facts.phone}.`,
  },
  bankAccountCopied: {
    title: (facts) => `Cuenta bancaria añadida: ${facts.account}`,
    text: (facts) =>
      `${facts.account} en ${facts.bank} ya estaba verificada en otra cuenta suya, así que también ` +
      `puede pagar desde ella aquí. Si no la añadió usted, llámenos ahora al ${facts.phone}.`,
  },
  bankDepositsOnTheirWay: {
    title: (facts) => `Dos depósitos pequeños van en camino a ${facts.account}`,
    text: (facts) =>
      `Cada uno es de menos de $1.00 y llegan a más tardar el ${facts.settles}. Ese día escriba los ` +
      `dos importes en Formas de pago. Si no añadió esta cuenta, llámenos ahora al ${facts.phone}.`,
  },
  bankDepositsThere: {
    title: (facts) => `Ya deben estar dos depósitos pequeños en ${facts.account}`,
    text: (facts) =>
      `Búsquelos en la aplicación de ${facts.bank} y escriba los dos importes en Formas de pago. ` +
      'Después puede pagar desde ella.',
  },
  bankAccountReady: {
    title: (facts) => `Cuenta bancaria verificada: ${facts.account}`,
    text: (facts) => `Ya puede pagar desde ${facts.account} en ${facts.bank}.`,
  },
  bankAccountFailed: {
    title: (facts) => `Cuenta bancaria sin verificar: ${facts.account}`,
    text: (facts) =>
      `${facts.account} en ${facts.bank} no se pudo verificar, así que no se toma nada de ella. Mire ` +
      `en Formas de pago qué hacer o llámenos al ${facts.phone}.`,
  },
  bankAccountFreed: {
    title: (facts) => `Ya no está detenida: ${facts.account}`,
    text: (facts) =>
      `${facts.account} en ${facts.bank} está como antes. Nada empieza solo: mire en Formas ` +
      'de pago y programe otra vez los pagos y los pagos automáticos que quiera desde ella.',
  },
  bankAccountRemoved: {
    title: (facts) => `Cuenta bancaria quitada: ${facts.account}`,
    text: (facts) =>
      `No se toma nada nuevo de ${facts.account} en ${facts.bank}. Si no la quitó usted, llámenos ` +
      `ahora al ${facts.phone}.`,
  },
  cardKept: {
    title: (facts) => `Tarjeta guardada: ${facts.account}`,
    text: (facts) =>
      `Puede pagar con ${facts.account} sin escribirla de nuevo. La guarda nuestro procesador de ` +
      `tarjetas; su número nunca nos llega. Si no la guardó usted, llámenos ahora al ${facts.phone}.`,
  },
  cardRemoved: {
    title: (facts) => `Tarjeta quitada: ${facts.account}`,
    text: (facts) =>
      `No se cobra nada nuevo a ${facts.account}, y nuestro procesador de tarjetas la olvida. Si no ` +
      `la quitó usted, llámenos ahora al ${facts.phone}.`,
  },
}
