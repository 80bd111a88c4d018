import type { passkeys as english } from '../../en/identity/passkeys.ts'

export const passkeys: typeof english = {
  or: 'o sin contraseña',
  signIn: 'Entrar con una llave de acceso',
  idle: 'No se usó ninguna llave de acceso. Inténtelo otra vez o entre de otro modo.',
  refusedHeading: 'La llave de acceso no funcionó',
  pausedHeading: 'Las llaves de acceso están en pausa',
  paused: (wait) =>
    `Se probaron demasiadas llaves que no servían. Siga en ${wait} o entre de otro modo. Nada está bloqueado.`,
  confirm: 'Usar su llave de acceso',
  confirmHint: 'Lo más rápido: su huella, su cara o el PIN de su dispositivo.',
  confirmOr: 'o con un código',
  title: 'Llaves de acceso',
  lead: 'Con una llave de acceso entra usted con su huella, su cara o el PIN de su dispositivo. Solo funciona en nuestra propia dirección: nadie se la puede sacar con engaños.',
  yours: 'Sus llaves de acceso',
  none: 'Todavía ninguna llave de acceso',
  noneText: 'Añada una en cada dispositivo que use, o una que compartan sus dispositivos.',
  since: (day) => `Añadida: ${day}`,
  used: (moment) => `Último uso: ${moment}`,
  unused: 'Todavía sin usar',
  shared: 'La guardan sus dispositivos en común',
  remove: 'Eliminar',
  removeNamed: (name) => `Eliminar ${name}`,
  add: 'Añadir una llave de acceso',
  manage: 'Añadir o eliminar llaves de acceso',
  name: 'Nombre de esta llave',
  nameHint: 'Para que la reconozca: «Mi teléfono», «Portátil del trabajo».',
  nameMissing: 'Dé un nombre a la llave de acceso.',
  nameTooLong: (most) => `Use ${most} caracteres o menos.`,
  notMade: 'No se creó ninguna llave de acceso. Inténtelo otra vez cuando quiera.',
  knownHere: 'Este dispositivo ya tiene una llave de acceso suya.',
  full: (most) =>
    `Tiene ${most} llaves de acceso, y no puede tener más. Elimine una que ya no use; después podrá añadir otra.`,
  needsScript:
    'Las llaves de acceso necesitan JavaScript y un navegador que las conozca. Todo lo demás funciona sin ello: su contraseña con un código por mensaje de texto o correo electrónico.',
  added: 'Llave de acceso añadida. Escribimos a todos sus contactos.',
  removed:
    'Llave de acceso eliminada. Escribimos a todos sus contactos. Puede que su dispositivo aún la muestre: bórrela allí.',
  elsewhere: 'Sus demás sesiones siguen abiertas:',
  elsewhereLink: 'vea dónde',
}
