import type { deskFlags as english } from '../../en/desk/desk-flags.ts'

/** Lo que se sabe de una cuenta más allá de su dinero. */
export const deskFlags: typeof english = {
  title: 'Lo que sabemos de ella',
  none: 'No hay nada anotado.',
  add: 'Anotar algo',
  order: 'Ordenar recoger el vehículo',
  lift: 'Retirar',
  liftNamed: (what) => `Retirar: ${what}`,
  kinds: {
    death: 'Fallecimiento',
    bankruptcy: 'Quiebra',
    dispute: 'Disputa',
    totalLoss: 'Pérdida total',
    vehicleReturned: 'Vehículo devuelto',
    legalHold: 'En nuestra oficina legal',
    ceaseContact: 'No quiere contacto',
    repossession: 'Orden de recoger el vehículo',
    hold: 'El vehículo se queda',
  },
  of: (what, name) => `${what} de ${name}`,
  does: {
    death:
      'Su pago automático termina, lo programado se cancela y no se le envía ninguna factura ni aviso.',
    bankruptcy:
      'El pago automático termina, lo programado se cancela y no se envía ninguna factura ni aviso a nadie (11 USC 362). El vehículo se queda.',
    dispute: 'El pago automático espera y lo programado se cancela, hasta resolver la disputa.',
    totalLoss:
      'El pago automático espera y lo programado se cancela, hasta que pague la aseguradora.',
    vehicleReturned: 'El pago automático termina y lo programado se cancela.',
    legalHold:
      'El pago automático espera, lo programado se cancela y no sale ninguna factura ni aviso.',
    ceaseContact:
      'No sale ninguna factura ni aviso. El pago automático sigue, con los avisos que exige la ley.',
    repossession: 'Un agente puede recoger el vehículo, salvo que algo lo impida.',
    hold: 'Nadie se lleva el vehículo, se haya ordenado lo que sea.',
  },
  causes: {
    payment: 'Llegó un pago después de la orden.',
    promise: 'Se programó un pago después de la orden.',
    extension: 'Se aplazaron los vencimientos después de la orden.',
  },
  since: (day, moment) => `Desde el ${day} · anotado ${moment}`,
  lifted: (moment, why) => `Retirado ${moment}: ${why}`,
  past: 'Retirado',
  form: {
    title: 'Anotar algo de la cuenta',
    lead: 'El pago automático lo sigue al instante: lo que deba detenerse se cancela, y se avisa a quien lo activó. Usted y el momento quedan escritos para siempre.',
    orderTitle: 'Ordenar recoger el vehículo',
    orderLead:
      'Solo mientras haya algo atrasado. Un pago, un pago programado o un aplazamiento detienen la orden en el mismo instante, hasta que un supervisor la revise.',
    kind: 'Qué ocurrió',
    kindMissing: 'Elija qué ocurrió.',
    since: 'Desde qué día',
    sinceHint: 'Del fallecimiento, la petición, la carta, la devolución. Hoy, si no lo sabe.',
    sinceWrong: 'Elija un día, a más tardar hoy.',
    reason: 'Cómo lo sabe',
    reasonHint: 'Una frase para quien lo lea después. Sin números de cuenta.',
    save: 'Anotarlo',
    orderSave: 'Dar la orden',
    back: 'No cambiar nada',
    already: 'Ya está anotado. Retírelo primero si se trata de algo nuevo.',
    notLate: 'No hay nada atrasado en esta cuenta: no se ordena recoger el vehículo.',
    set: 'Queda anotado, y el pago automático lo ha seguido.',
  },
  lifting: {
    title: (what) => `Retirar: ${what}`,
    lead: 'Nada empieza por sí solo. A quien activó un pago automático que esperaba se le avisa de que puede reanudarlo; el que terminó sigue terminado.',
    leads: {
      hold: 'Si hay una orden en vigor, un agente puede llevarse el vehículo desde ese momento.',
      repossession: 'La orden deja de estar en vigor y nadie se lleva el vehículo por ella.',
      ceaseContact:
        'Las facturas y los recordatorios vuelven a enviarse, como los haya elegido la persona.',
    },
    reason: 'Por qué ya no vale',
    save: 'Retirarlo',
    done: 'Queda retirado.',
    before: 'Ya se había retirado.',
  },
  orders: {
    link: 'Vehículos por recoger',
    title: 'Vehículos por recoger',
    lead: 'Como está en este minuto. Mire aquí antes de que nadie salga: no hay otra lista, y una orden puede detenerse en cualquier momento.',
    none: 'No hay ninguna orden de recoger un vehículo.',
    mayGo: 'Se pueden recoger',
    held: 'Detenidas: el vehículo se queda donde está',
    noneToGo: 'Ninguno en este momento.',
    noneHeld: 'Ninguna.',
    vehicle: 'Vehículo',
    account: 'Cuenta',
    why: 'Por qué se detiene',
  },
}
