import type { autopayMessages as english } from '../../en/autopay/autopay-messages.ts'

type Facts = Parameters<typeof english.autopaySet.text>[0]

const canceled = ({ stopped, going }: Facts) =>
  (stopped === '' ? '' : ` Cancelado: ${stopped}.`) +
  (going === '' ? '' : ` Ya está en el banco y no se puede detener: ${going}.`)

const dueStays = 'Lo que se debe se sigue debiendo: pague de otra forma.'

const leaves = ({ byCard, day, withdrawn }: Facts) =>
  byCard
    ? `Se cobra a su tarjeta el ${day} y cuenta como pagado ese día.`
    : `Cuenta como pagado el ${day} y sale de su banco el ${withdrawn}.`

export const autopayMessages: typeof english = {
  autopaySet: {
    title: () => 'El pago automático está activado',
    text: (facts) =>
      `Anunciamos cada débito antes de tomarlo. Esto es lo que usted permitió: ${facts.authorization}`,
  },
  autopayChanged: {
    title: () => 'El pago automático cambió',
    text: (facts) =>
      `Sigue con lo que usted eligió ahora.${canceled(facts)} ` +
      `Esto es lo que usted permitió: ${facts.authorization}`,
  },
  autopayPausedByCustomer: {
    title: () => 'El pago automático está en pausa',
    text: (facts) => `No se toma nada hasta que usted lo reanude.${canceled(facts)} ${dueStays}`,
  },
  autopayResumed: {
    title: () => 'El pago automático está activado otra vez',
    text: () => 'Toma cada pago como antes y anuncia cada uno.',
  },
  autopayRevokedByCustomer: {
    title: () => 'El pago automático está desactivado: usted lo detuvo',
    text: (facts) =>
      `Usted retiró su permiso.${canceled(facts)} ${dueStays} Puede activarlo de nuevo cuando quiera.`,
  },
  autopayPaymentReturned: {
    title: (facts) => `Su banco devolvió ${facts.amount}. El pago automático sigue activado`,
    text: (facts) =>
      `El pago del ${facts.day} fue devuelto (${facts.code}). ` +
      (facts.retry === ''
        ? 'No lo intentamos otra vez: haga un pago aparte. Los próximos débitos siguen como se anunció.'
        : `Lo intentamos una vez más el ${facts.retry}. Los próximos débitos siguen como se anunció.`),
  },
  autopayPaymentUnauthorized: {
    title: () => 'El pago automático lo necesita: su banco devolvió un débito como no autorizado',
    text: (facts) =>
      `Su banco devolvió ${facts.amount} (${facts.code}), así que no tomamos nada más.${canceled(facts)} ` +
      `${dueStays} Para seguir, dé su permiso de nuevo en la página del pago automático.`,
  },
  autopayBankAccountStopped: {
    title: () => 'El pago automático lo necesita: no se puede debitar la cuenta bancaria',
    text: (facts) =>
      `No se toma nada más de ella.${canceled(facts)} ${dueStays} ` +
      'Para seguir, elija otra cuenta bancaria en la página del pago automático.',
  },
  autopayBankAccountRemoved: {
    title: () => 'El pago automático lo necesita: se eliminó su cuenta bancaria',
    text: (facts) =>
      `No se toma nada más.${canceled(facts)} ${dueStays} ` +
      'Para seguir, elija otra cuenta bancaria en la página del pago automático.',
  },
  autopayCardDeclined: {
    title: (facts) => `Su tarjeta no pagó ${facts.amount}. El pago automático sigue activado`,
    text: (facts) =>
      `${facts.declined} No se tomó nada el ${facts.day} (${facts.confirmation}) y no lo intentamos ` +
      'otra vez con la tarjeta: haga un pago aparte. Los próximos débitos siguen como se anunció.',
  },
  autopayCardStopped: {
    title: () => 'El pago automático lo necesita: ya no se puede cobrar a la tarjeta',
    text: (facts) =>
      `${facts.declined} No se toma nada más de ella.${canceled(facts)} ${dueStays} ` +
      'Para seguir, elija otra tarjeta o una cuenta bancaria en la página del pago automático.',
  },
  autopayCardRemoved: {
    title: () => 'El pago automático lo necesita: se eliminó su tarjeta',
    text: (facts) =>
      `No se toma nada más.${canceled(facts)} ${dueStays} ` +
      'Para seguir, elija otra tarjeta o una cuenta bancaria en la página del pago automático.',
  },
  autopayCardExpires: {
    title: () => 'El pago automático lo necesita: su tarjeta vence antes del próximo débito',
    text: (facts) =>
      `${facts.account} vale hasta el ${facts.expires}, y después no se toma nada.` +
      `${canceled(facts)} ${dueStays} Para seguir, guarde la tarjeta nueva o elija una cuenta ` +
      'bancaria en la página del pago automático.',
  },
  autopayCardDisputed: {
    title: () => 'El pago automático lo necesita: se disputó un débito en el banco de su tarjeta',
    text: (facts) =>
      `El banco de la tarjeta retiró ${facts.amount} (${facts.confirmation}), así que no tomamos ` +
      `nada más.${canceled(facts)} ${dueStays} Para seguir, dé su permiso de nuevo en la página ` +
      'del pago automático.',
  },
  autopayDeferred: {
    title: () => 'Sus fechas de vencimiento cambiaron, y con ellas el pago automático',
    text: (facts) =>
      `No se toma nada en las fechas anteriores.${canceled(facts)} Los próximos débitos siguen las nuevas.`,
  },
  autopayDisputed: {
    title: () => 'El pago automático está en pausa mientras revisamos su reclamo',
    text: (facts) => `No se toma nada hasta que usted lo reanude.${canceled(facts)} ${dueStays}`,
  },
  autopayTotalLoss: {
    title: () => 'El pago automático está en pausa: el vehículo es pérdida total',
    text: (facts) =>
      `No se toma nada hasta que usted lo reanude.${canceled(facts)} Hasta que pague su aseguradora, lo que se debe se sigue debiendo.`,
  },
  autopayVehicleReturned: {
    title: () => 'El pago automático está desactivado: el vehículo fue devuelto',
    text: (facts) =>
      `No se toma nada más.${canceled(facts)} Le enviamos la cuenta de lo que quede.`,
  },
  autopayLegalHold: {
    title: () => 'El pago automático está en pausa: la cuenta está en nuestra oficina legal',
    text: (facts) => `Mientras tanto no se toma nada.${canceled(facts)} Llámenos por ello.`,
  },
  autopayMayResume: {
    title: () => 'Ya puede reanudar el pago automático',
    text: () =>
      'Lo que lo detenía está resuelto. Nada se toma por sí solo: para seguir, reanúdelo en la página del pago automático.',
  },
  autopayPaidOff: {
    title: () => 'El pago automático está desactivado: su cuenta está pagada por completo',
    text: (facts) => `No se debe nada más y no se toma nada más.${canceled(facts)}`,
  },
  autopayChargedOff: {
    title: () => 'El pago automático está desactivado: la cuenta pasó a pérdidas',
    text: (facts) =>
      `No se toma nada más por sí solo.${canceled(facts)} Lo que debe se sigue debiendo: llámenos.`,
  },
  autopayBankruptcy: {
    title: () => 'El pago automático está desactivado: nos informaron de una bancarrota',
    text: (facts) =>
      `No se toma nada mientras dure.${canceled(facts)} Usted puede pagar si lo desea.`,
  },
  autopayDeceased: {
    title: () => 'El pago automático está desactivado',
    text: (facts) =>
      `Nos informaron del fallecimiento del titular y no se toma nada más.${canceled(facts)} Llámenos: una persona le ayuda.`,
  },
  autopayEndDateReached: {
    title: () => 'El pago automático está desactivado: llegó su fecha final',
    text: () =>
      `No se toma nada después de la fecha final que usted eligió. ${dueStays} Puede activarlo de nuevo cuando quiera.`,
  },
  autopayScheduleOver: {
    title: () => 'El pago automático está desactivado: su último pago ya pasó',
    text: () =>
      'No queda ningún pago de su contrato por tomar. Lo que aún se deba está en su resumen.',
  },
  autopayDebit: {
    title: (facts) => `El pago automático toma ${facts.amount} del ${facts.day}`,
    text: (facts) =>
      `${facts.why} ${leaves(facts)} Puede cancelarlo hasta ` +
      (facts.byCard ? 'la hora límite de ese día.' : 'que su archivo salga hacia el banco.'),
  },
  autopayLastDebitMade: {
    title: (facts) => `El pago automático toma su último pago: ${facts.amount} el ${facts.day}`,
    text: (facts) =>
      `${facts.why} ${leaves(facts)} ` +
      'Si antes de ese día se paga o se carga algo, le avisamos del nuevo importe.',
  },
  autopayDebitChanged: {
    title: (facts) => `El pago automático toma ${facts.amount} el ${facts.day}, no ${facts.was}`,
    text: (facts) => `${facts.why} ${leaves(facts)}`,
  },
  autopayDebitCanceled: {
    title: (facts) => `El pago automático no toma ${facts.was} el ${facts.day}`,
    text: (facts) => (facts.why === '' ? 'Ese día no se debe nada.' : facts.why),
  },
  autopaySkipped: {
    title: (facts) => `El pago automático no toma nada el ${facts.day}`,
    text: (facts) => facts.why,
  },
  seeAutopay: 'Ver el pago automático',
  and: ' y ',
  on: (amount, day) => `${amount} el ${day}`,
}
