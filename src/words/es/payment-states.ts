import type { states as english } from '../en/payment-states.ts'

export const states: typeof english = {
  short: {
    scheduled: () => 'Programado',
    onItsWay: () => 'En camino',
    returnable: (day) => `Puede devolverse hasta el ${day}`,
    cleared: (day) => `Liquidado el ${day}`,
    retrying: () => 'Devuelto, se intenta otra vez',
    returned: () => 'Devuelto',
    held: () => 'Aún no tomado',
    notSent: () => 'No enviado',
    canceled: () => 'Cancelado',
  },
  heading: {
    scheduled: 'Pago programado',
    onItsWay: 'Pago en camino',
    returnable: 'Pago aplicado',
    cleared: 'Pago liquidado',
    retrying: 'Pago devuelto, se intenta otra vez',
    returned: 'Pago devuelto',
    held: 'Pago aún no tomado',
    notSent: 'Pago no enviado',
    canceled: 'Pago cancelado',
  },
  note: {
    scheduled: 'Todavía no ha salido nada de su banco.',
    onItsWay: 'En el banco desde la hora límite.',
    countsFrom: (day) => `Cuenta desde el ${day}.`,
  },
  detail: {
    onItsWay: (account) => `Desde ${account}. Ya salió hacia el banco.`,
    applied: (account) => `Desde ${account}. Está aplicado a su cuenta.`,
    back: (account) => `Desde ${account}. Ahora no cuenta.`,
    held: (account) => `Desde ${account}. No se ha movido dinero.`,
    notSent: (account) => `Desde ${account}. No se ha movido dinero.`,
    paidByOther: 'Pagado por el codeudor.',
    backByOther: 'Pagado por el codeudor. Ahora no cuenta.',
    notSentByOther: 'Programado por el codeudor. No se ha movido dinero.',
  },
  times: {
    counted: 'Contó como pagado',
    wouldCount: 'Debía contar',
    left: 'Salió de su banco',
    wouldLeave: 'Debía salir de su banco',
    leftTheirs: 'Salió del banco',
    leavesTheirs: 'Sale del banco',
    clearedText: 'No hubo devolución por falta de fondos',
    returned: 'Devuelto por su banco',
    returnedTheirs: 'Devuelto por el banco',
    returnedText: 'El importe se debe otra vez',
    canceled: 'Cancelado',
    canceledText: 'No se tomó nada',
    notSent: 'No enviado',
    held: 'Rechazado por nuestro banco',
    heldText: 'No se tomó nada',
    sentAgain: 'Se intenta otra vez',
  },
  tooLate: {
    lead: 'Ya no se puede cambiar ni cancelar aquí.',
    text: (day, phone) =>
      `Ya salió hacia el banco y el dinero sale el ${day}. Llame al ${phone} si no ` +
      'debe tomarse. Su banco debe respetar una orden de detener un débito que usted le dé con 3 ' +
      'días hábiles o más de anticipación.',
  },
  afterwards:
    'Después ya no se puede cancelar aquí. Su banco debe respetar una orden de detener un débito ' +
    'que usted le dé con 3 días hábiles o más de anticipación.',
  unauthorized: (day) => `Su banco todavía puede devolverlo como no autorizado hasta el ${day}.`,
  unauthorizedTheirs: (day) =>
    `El banco todavía puede devolverlo como no autorizado hasta el ${day}.`,
  unauthorizedOver: (day) => `El plazo para devolverlo como no autorizado terminó el ${day}.`,
  back: {
    lead: (amount, why) => `Su banco devolvió ${amount}: ${why}.`,
    leadPlain: (amount) => `Su banco devolvió ${amount}.`,
    leadTheirs: (amount) => `El banco del codeudor devolvió ${amount}.`,
    again: (day) =>
      `Lo intentamos una vez más el ${day}. Tenga el dinero allí para entonces; no hace falta que ` +
      'haga nada más. Hasta que llegue, el importe se debe.',
    againSent:
      'El mismo débito salió otra vez hacia el banco. No hace falta que haga nada. Hasta que ' +
      'llegue el dinero, el importe se debe.',
    dueAgain: 'El importe se debe otra vez, desde el día en que había contado.',
    next: {
      represent: 'No se intenta otra vez. Páguelo de nuevo cuando tenga el dinero.',
      stop: 'Usted o su banco lo detuvo. No se toma nada más por él. Pague de otra manera o llámenos.',
      revoke:
        'Su banco dice que usted no lo permitió. No se toma nada más de esa cuenta hasta que lo ' +
        'permita de nuevo. Si usted no hizo este pago, díganoslo enseguida.',
      fixAccount:
        'Esa cuenta bancaria no admite débitos, así que no se toma nada más de ella. Añada la correcta y pague de nuevo.',
      correct: 'Algo del débito no fue como usted lo permitió. Lo revisamos y le escribimos.',
      deceased: 'Lo revisamos y le escribimos. No se toma nada más de esa cuenta.',
      ownMistake: 'El error es nuestro, no suyo. Lo revisamos y le escribimos.',
      creditRefused: 'Lo revisamos y le escribimos.',
      askedByOurBank: 'Nuestro propio banco lo pidió de vuelta. Lo revisamos y le escribimos.',
      betweenBanks: 'Los bancos lo arreglan entre ellos. Le escribimos si algo cambia.',
      review:
        'Una persona de nuestra oficina lo revisa y le escribe. No se toma nada más de esa cuenta.',
    },
    paidLater: (back, paid) =>
      `Fue el ${back}. Se intentó otra vez, se pagó y cuenta desde el ${paid}.`,
    tries: (count) => (count === 1 ? 'Se intentó una vez.' : `Se intentó ${count} veces.`),
  },
  held: {
    lead: 'Nuestro propio banco rechazó el archivo en el que iba este pago.',
    text:
      'No ha salido nada de su banco y el pago no cuenta por ahora. Le escribimos dentro de cinco ' +
      'días bancarios: o se envía otra vez y sigue contando desde su día, o no se envía.',
    retry:
      'No ha salido nada de su banco. Le escribimos dentro de cinco días bancarios para decirle si ' +
      'se intenta otra vez.',
    todo: 'No tiene que hacer nada. Si prefiere pagar de otra forma, cancélelo primero.',
    theirs: 'El archivo bancario con este pago fue rechazado. Por ahora no cuenta.',
  },
  notSent: {
    lead: (why) => `Este pago no se envió: ${why}.`,
    theirs: 'Este pago no se envió. No se mueve dinero por él.',
    reasons: {
      accountClosed: { why: 'ya no se debía nada', todo: 'No hace falta hacer nada.' },
      bankAccountStopped: {
        why: 'su banco había devuelto un pago anterior de esta cuenta bancaria',
        todo: 'Pague desde otra cuenta bancaria o arregle primero esta.',
      },
      bankAccountNotVerified: {
        why: 'la cuenta bancaria no se pudo comprobar a tiempo',
        todo: 'Termine de comprobarla o pague desde otra.',
      },
      bankAccountRemoved: {
        why: 'la cuenta bancaria se había quitado',
        todo: 'Pague desde otra.',
      },
      amountAboveOwed: {
        why: 'se debía menos que eso',
        todo: 'Mire lo que se debe ahora y páguelo.',
      },
      historyEnds: { why: 'nadie cobra esta cuenta aquí', todo: 'Llámenos.' },
      bankDataUnusable: {
        why: 'los números de la cuenta bancaria no se pueden usar',
        todo: 'Quítela, añádala de nuevo y pague.',
      },
      fileRefused: {
        why: 'nuestro propio banco rechazó el archivo en el que iba',
        todo: 'Pague otra vez. Si esto le costó un cargo por mora, llámenos: lo quitamos.',
      },
      autopayEnded: {
        why: 'los pagos automáticos habían terminado antes',
        todo: 'Haga el pago aquí si todavía se debe.',
      },
    },
    other: {
      why: 'algo de él ya no era correcto',
      todo: 'Hágalo de nuevo o llámenos.',
    },
    dueStays: 'No se movió dinero, y lo que se debe se sigue debiendo.',
  },
  payAgain: 'Pagar de nuevo',
  appliedNow: 'Cómo se aplicó',
  appliedNote: 'Según el libro de su cuenta, tal como está ahora.',
  chosen: (what) => `Usted eligió: ${what}.`,
  order: (order, version) => `Orden de su contrato (${version}): ${order.join(', ')}.`,
  buckets: {
    interest: 'interés',
    principal: 'capital',
    lateCharges: 'cargos por mora',
    fees: 'comisiones',
  },
  working: 'Ver el cálculo',
  takenBack: 'Ver el asiento que se retiró',
  byOther: 'Pagado por el codeudor',
  last: (amount, day) => `Último pago: ${amount}, contó el ${day}.`,
  lastByOther: (amount, day) => `Último pago: ${amount}, del codeudor, contó el ${day}.`,
  attention: {
    returned: (amount) => `Su pago de ${amount} fue devuelto`,
    retrying: (amount) => `Su pago de ${amount} fue devuelto y se intenta otra vez`,
    held: (amount) => `Su pago de ${amount} aún no se ha tomado`,
    notSent: (amount) => `Su pago de ${amount} no se envió`,
    see: 'Ver por qué y qué hacer',
  },
}
