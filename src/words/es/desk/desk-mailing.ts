import type { deskMailing as english } from '../../en/desk/desk-mailing.ts'

export const deskMailing: typeof english = {
  link: 'Enviar una copia',
  onceKnown: 'Enviarla cuando conste una dirección',
  linkNamed: (name, day) => `Enviar una copia: ${name} del ${day}`,
  title: (name) => `Enviar una copia por correo: ${name}`,
  lead: (day) =>
    `Del ${day}. Quien llama puede recibir cualquier papel que le corresponda, en papel y sin cargo.`,
  form: {
    title: 'A quién',
    lead: 'Asegúrese primero de quién llama, como dicen nuestras reglas para llamadas.',
    who: 'Quién lo pidió',
    whoMissing: 'Elija quién lo pidió.',
    noAddress: (name) => `${name}: no se conoce ninguna dirección`,
    save: 'Enviarlo por correo',
    next: 'Sale con el próximo archivo para la imprenta, a la dirección que conste en ese momento. Se le avisa en el portal y por correo electrónico, y queda en su actividad.',
    removed: 'Este papel se retiró de la cuenta: ya nadie lo recibe.',
  },
  refusals: {
    notTheirs: 'Este papel es solo de otro deudor.',
    removed: 'Este papel se retiró de la cuenta mientras tanto: ya nadie lo recibe.',
    noAddress:
      'No se conoce ninguna dirección postal suya. Puede darla en Su perfil o por escrito; envíelo después.',
    waiting:
      'Este papel ya espera el próximo archivo, para la misma persona. Se envía una sola vez.',
  },
  done: 'Sale por correo con el próximo archivo. Se avisa a quien lo pidió.',
  printed: {
    title: 'Lo que imprimimos',
    lead: 'Estados de cuenta, cartas y lo que se pidió en Documentos.',
    none: 'Todavía no se imprimió nada para esta cuenta.',
    openNamed: (name, day) => `${name} del ${day}: abrir el PDF`,
    page: (page, pages) => `Página ${page} de ${pages}`,
    earlier: 'Papeles más recientes',
    later: 'Papeles más antiguos',
  },
  letters: {
    title: 'Por correo',
    lead: 'Qué se envió a quién, y en qué archivo para la imprenta.',
    none: 'No se envió nada por correo, y nada espera.',
    noneOfIt: 'Este papel nunca se envió por correo.',
    what: 'Papel',
    to: 'Para',
    asked: 'Pedido',
    went: 'Archivo',
    askedBy: (name) => `Lo pidió ${name}`,
    byItself: 'Automático',
    waits: 'Espera el próximo archivo',
    dropped: {
      paperRemoved: (moment) => `En ninguno: el papel se retiró ${moment}`,
      noAddress: (moment) => `En ninguno: no había dirección postal ${moment}`,
    },
    madeAt: (moment) => `Hecho ${moment}`,
    deliveredAt: (moment) => `Entregado ${moment}`,
    notDelivered: 'Aún no entregado',
  },
}
