import type { bankAccount as english } from '../en/bank-account.ts'

export const bankAccount: typeof english = {
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
  submit: 'Añadir cuenta bancaria',
  back: 'Atrás',
}
