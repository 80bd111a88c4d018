import type { protection as english } from '../../en/identity/protection.ts'

export const protection: typeof english = {
  password: {
    title: 'Cambie su contraseña',
    lead: 'La nueva vale enseguida, en este navegador y en todos los demás.',
    current: 'Contraseña actual',
    next: 'Contraseña nueva',
    effects:
      'Se cierra la sesión en todos los demás navegadores, ninguno queda como de confianza y avisamos a cada uno de sus contactos.',
    submit: 'Cambiar la contraseña',
    back: 'Volver a seguridad',
    changed:
      'Contraseña cambiada. Cerramos la sesión en los demás navegadores y ninguno es ya de confianza.',
    change: 'Cambiarla',
    since: (moment) => `En uso desde ${moment}.`,
    currentMissing: 'Escriba su contraseña actual.',
    nextMissing: 'Escriba una contraseña nueva.',
    currentWrong: 'No es su contraseña actual. Escríbala otra vez.',
    unchanged: 'Es su contraseña actual. Elija otra.',
    pausedHeading: 'Las contraseñas están en pausa',
    paused: (wait) =>
      `Hubo varias contraseñas equivocadas. Vuelva a intentarlo en ${wait}. Nada está bloqueado y su sesión sigue abierta.`,
    pausedNetwork: (wait) =>
      `Desde su red llegaron demasiadas contraseñas equivocadas, de quien fuera. Vuelva a intentarlo en ${wait}.`,
  },
  trust: {
    label: 'Confiar en este navegador durante 30 días',
    hint: 'Así le basta aquí su contraseña. Nunca en un equipo compartido.',
    heading: 'Navegadores de confianza',
    lead: 'En ellos le basta su contraseña. Los cambios importantes siguen pidiendo más. Si cambia su contraseña o un modo de entrar, ninguno queda como de confianza.',
    here: (name) => `${name} (este navegador)`,
    until: (since, until) => `De confianza desde ${since} hasta ${until}.`,
    forget: 'Quitar la confianza',
    forgetNamed: (name) => `Quitar la confianza: ${name}`,
    forgotten: 'Ese navegador ya no es de confianza. La próxima vez se le pedirá más.',
  },
  first: {
    lead: 'Su cuenta se muestra después de este único paso: una aplicación en su teléfono que genera códigos. Desde entonces se le pedirá al entrar.',
  },
  notMe: {
    link: 'No fui yo',
    linkNamed: (what, when) => `No fui yo: ${what}, ${when}`,
    title: '¿Fue otra persona?',
    lead: 'Si no lo hizo usted, cerramos ya todas las entradas. Si no está seguro, también puede hacerlo: no se pierde nada.',
    what: 'Qué',
    when: 'Cuándo',
    where: 'Desde',
    happens: 'Qué pasa al pulsar el botón',
    effects: [
      'Se cierra la sesión en todos los navegadores, también en este, y ninguno queda como de confianza.',
      'Su contraseña deja de servir. Elige otra con su contrato y un código; tarda unos tres minutos.',
      'Durante 24 horas no se puede añadir ninguna cuenta bancaria ni cambiar ningún contacto.',
      'Avisamos a cada uno de sus contactos y a nuestro personal, que revisa lo que pasó.',
    ],
    submit: 'No fui yo: cerrar todo',
    keep: 'Fui yo',
    reportedTitle: 'Todo está cerrado',
    reported:
      'Cerramos la sesión en todos los navegadores y su contraseña ya no sirve. Nuestro personal revisa lo que pasó.',
    next: 'Elija ahora una contraseña nueva. Necesita su contrato y un teléfono o correo que figure en su expediente. Después revise sus modos de entrar y elimine lo que no sea suyo. Una llave de acceso vuelve a bastar por sí sola cuando la haya usado después de esa contraseña.',
    recover: 'Elegir una contraseña nueva',
    call: (phone) => `Si falta dinero, llame ya al ${phone}, a cualquier hora.`,
  },
}
