import type { corrected as english } from '../../en/documents/corrected.ts'

export const corrected: typeof english = {
  kind: 'Estado de cuenta corregido',
  title: (name, day) => `Estado de cuenta corregido, ${name}, ${day}`,
  heading: (from, to) => `Estado de cuenta corregido, del ${from} al ${to}`,
  replaces: (day, code) =>
    `Este estado de cuenta sustituye al que emitimos el ${day}, código ${code}. Lo que cambió está debajo de los totales.`,
  reasons: {
    paymentReturned: 'Motivo: el banco de origen devolvió un pago.',
    paymentMoved: 'Motivo: un pago se había aplicado donde no debía y se pasó a su lugar.',
    chargeTakenBack: 'Motivo: se retiró un cargo.',
    recordedLate: 'Motivo: algo que corresponde a este período se registró después.',
    ourMistake: 'Motivo: habíamos registrado algo de forma equivocada.',
    followsEarlier:
      'Motivo: se corrigió un estado de cuenta anterior, y este continúa a partir de él.',
  },
  later: (day) =>
    `Aquí está lo que se debía entonces. Lo que se debe ahora está en el estado de cuenta más reciente, hasta el ${day} o posterior.`,
  what: 'Qué cambió',
  figure: 'Importe',
  before: 'Antes',
  now: 'Ahora',
  lines: 'Renglones que cambiaron',
  change: 'Cambio',
  is: { leftOut: 'Quitado', added: 'Agregado' },
  dueOn: 'Fecha de vencimiento',
  noDay: 'Ninguna',
  current: 'Próximo pago',
  detail: (period, day) => `${period}. Corregido el ${day}`,
  replaced: (detail, day) => `${detail}. Sustituido el ${day} por uno corregido`,
  checkedReplaces: 'Sustituye al estado de cuenta del',
  checkState: 'Es nuestro, pero lo sustituye uno corregido',
  checkText: (day) =>
    `Este documento es nuestro. El ${day} lo sustituyó un estado de cuenta corregido del mismo período: vale el corregido.`,
}
