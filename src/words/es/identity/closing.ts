import type { closing as english } from '../../en/identity/closing.ts'

// Renunciar al acceso.
export const closing: typeof english = {
  heading: 'Si ya no quiere este acceso',
  lead: 'Puede cerrarlo. Su cuenta y lo que debe siguen igual.',
  link: 'Cerrar este acceso',
  title: '¿Cerrar este acceso?',
  intro: 'Así cierra su entrada a este sitio. Su cuenta no se cierra.',
  several: (count) => `Es el acceso a sus ${count} cuentas: aquí deja de ver todas ellas.`,
  stays: 'Lo que sigue igual',
  kept: [
    'Su cuenta sigue abierta, y lo que debe vence los mismos días.',
    'Un pago programado se hace de todos modos. Si no lo quiere, cancélelo antes.',
    'Su contrato, sus derechos y todo lo que consta en nuestros archivos.',
  ],
  changes: 'Lo que cambia',
  effects: [
    'Se cierra la sesión en todos los navegadores, también en este, y ninguno queda como de confianza.',
    'Se eliminan su contraseña, sus llaves de acceso, sus aplicaciones de autenticación y sus códigos de reserva.',
    'Los estados de cuenta y las cartas le llegan en papel, a su dirección postal.',
    'Avisamos a cada uno de sus contactos de que usted lo hizo.',
    'Puede registrarse de nuevo cuando quiera, con su contrato a mano.',
  ],
  address: 'Revisar su dirección postal',
  agree: 'Sí, quiero cerrar mi acceso',
  agreeMissing: 'Marque la casilla para decir que lo quiere.',
  submit: 'Cerrar el acceso',
  keep: 'Conservarlo',
  closedTitle: 'Su acceso está cerrado',
  closed:
    'Se cerró la sesión en todos los navegadores y avisamos a cada uno de sus contactos. Su cuenta y lo que debe siguen igual.',
  paper: 'Desde ahora los estados de cuenta y las cartas le llegan en papel.',
  again: '¿Quiere volver? Regístrese de nuevo con su contrato a mano.',
  register: 'Registrarse de nuevo',
  call: (phone) => `Si no fue decisión suya, llame ya al ${phone}, a cualquier hora.`,
}
