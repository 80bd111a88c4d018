import type { add as english } from '../../en/banking/add-bank-account.ts'

export const add: typeof english = {
  title: 'Añadir una cuenta bancaria',
  lead:
    'Los dos números están al pie de un cheque y en la aplicación de su banco. Los guardamos ' +
    'cifrados y mostramos solo los cuatro últimos dígitos.',
  kind: 'Tipo de cuenta',
  kindMissing: 'Elija cuenta corriente o de ahorros.',
  routing: 'Número de ruta',
  routingHint: '9 dígitos. El primer número abajo a la izquierda de un cheque.',
  routingWrong: 'No es un número de ruta de un banco de EE. UU. Revise sus 9 dígitos.',
  number: 'Número de cuenta',
  numberHint: 'De 4 a 17 dígitos. No es el número de su tarjeta.',
  numberWrong: 'Escriba de 4 a 17 dígitos, sin letras.',
  again: 'Número de cuenta otra vez',
  againMissing: 'Escriba el número de cuenta otra vez.',
  againWrong: 'Los dos números de cuenta son distintos. Escriba ambos otra vez.',
  name: 'Nombre del banco',
  nameHint: 'Como usted lo llama, para reconocerlo cuando pague.',
  nameMissing: 'Escriba el nombre del banco.',
  nickname: 'Su nombre para esta cuenta (opcional)',
  nicknameHint: 'Por ejemplo, «Casa». Hasta 40 caracteres.',
  nicknameWrong: 'Use 40 caracteres o menos.',
  holder: '¿A nombre de quién está la cuenta?',
  holderMine: (name) => `Al mío: ${name}`,
  holderMineNote: 'Una cuenta conjunta sirve, si su nombre figura en ella.',
  holderOther: 'De otra persona',
  holderMissing: 'Diga a nombre de quién está la cuenta.',
  holderRefused: (phone) =>
    'Solo podemos tomar pagos de una cuenta a su propio nombre: su titular tiene que darnos ' +
    `permiso. Elija una cuenta suya o llámenos al ${phone}.`,
  next: {
    heading: 'Qué sigue',
    prenote: (firstUse) =>
      'Anunciamos la cuenta a su banco, sin tomar nada. Si el banco no se opone, podrá pagar desde ' +
      `ella a partir del ${firstUse}.`,
    microDeposits: (arrive) =>
      `Enviamos dos depósitos de menos de $1.00, que llegan a más tardar el ${arrive}. Usted ` +
      'escribe aquí los dos importes y desde entonces puede pagar con la cuenta. Se los queda usted.',
    free: 'No cuesta nada y no se toma nada sin su permiso.',
  },
  copy: {
    heading: 'Una que ya usa',
    lead: 'Están verificadas en otra cuenta suya, así que no hay nada que escribir.',
    button: 'Usar aquí',
    named: (account) => `Usar aquí: ${account}`,
    from: (bank, vehicle) => `${bank}. De su cuenta del ${vehicle}.`,
  },
  submit: 'Añadir cuenta bancaria',
  back: 'Atrás',
}
