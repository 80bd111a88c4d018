import type { deskRefused as english } from '../../en/desk/desk-refused.ts'

export const deskRefused: typeof english = {
  title: 'Qué se hace con este archivo',
  none: 'Nada de este archivo se ha movido, y sus pagos se anularon.',
  sent: (count) => `${count} asientos están por anularse.`,
  undecided: 'Esperan una decisión',
  sentAgain: 'Se envían otra vez',
  notSent: 'No se envían',
  lead: 'Llame antes al banco: lo que rechazó no debe haberlo movido.',
  again: 'Enviar otra vez',
  againText: (day) =>
    `Cada asiento va en el próximo archivo, a más tardar en la hora límite del ${day}. Cada pago ` +
    'se revisa otra vez y cuenta desde el día que tenía; se avisa a su titular el nuevo día del ' +
    'retiro y puede cancelarlo hasta entonces.',
  drop: 'No enviar',
  dropText:
    'Ningún pago se envía. Se avisa a cada titular que se sigue debiendo; las cuentas bancarias ' +
    'que se estaban verificando no quedan verificadas; los reembolsos vuelven a esta lista como ' +
    'tareas.',
  over: (day) =>
    `Después de la hora límite del ${day} nada de él puede enviarse otra vez. Sin una decisión, ` +
    'entonces no se envía.',
  tooLate: 'Es demasiado tarde para enviarlo otra vez.',
  decided: { sendAgain: 'Decidido: se envía otra vez.', doNotSend: 'Decidido: no se envía.' },
  decidedBy: (name, moment) => `Por ${name}, ${moment}`,
  byTime: (moment) => `Nadie decidió a tiempo, ${moment}`,
  working: 'Se está llevando a cabo, cuenta por cuenta.',
  carriedOut: 'Se llevó a cabo para cada asiento.',
  said: 'Está decidido y se está llevando a cabo.',
  before: 'Otra persona había decidido antes; no se cambió nada.',
}
