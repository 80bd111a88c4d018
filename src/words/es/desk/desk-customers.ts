import type { deskCustomers as english } from '../../en/desk/desk-customers.ts'

// Ayudar a un cliente que no puede entrar.
export const deskCustomers: typeof english = {
  place: 'Clientes',
  title: 'Clientes',
  lead: 'Busque a alguien por lo que tiene a mano. Queda anotado a quién consulta, y esa persona también lo ve.',
  wanted: 'Número de cuenta o nombre de usuario',
  wantedHint:
    'Como está en el contrato, o como entra la persona. El número de un importe para saldar también lleva a su cuenta.',
  find: 'Buscar',
  missing: 'Escriba un número de cuenta o un nombre de usuario.',
  tooLong: 'Use 100 caracteres o menos.',
  nobodyTitle: 'No se encontró a nadie',
  nobody:
    'Ninguna cuenta tiene este número y nadie entra con este nombre. Compruébelo letra por letra.',
  found: 'A quién se encontró',
  account: (ending, role) => `Cuenta terminada en ${ending} · ${role}`,
  role: { primary: 'Primer prestatario', co: 'Coprestatario' },
  reports: {
    title: 'Avisos de que no fueron ellos',
    lead: 'Estos clientes dijeron que algo en su acceso no fue cosa suya. Su contraseña ya no sirve; llámeles.',
    none: 'No hay nada pendiente.',
    notMe: (moment) => `Aviso del ${moment}`,
    close: 'Atendido',
    closeNamed: (moment) => `Atendido: aviso del ${moment}`,
    closed: 'El aviso está cerrado.',
  },
  why: 'Por qué no puede entrar',
  kind: {
    password: 'Contraseña',
    factor: 'Segundo factor',
    codes: 'Envío de códigos',
    proof: 'Prueba de la cuenta',
  },
  reasons: {
    none: {
      title: 'Nada lo impide',
      text: 'No corre ninguna pausa y nada está cerrado. Pregunte qué dice la página, letra por letra; muchas veces es el nombre o una mayúscula.',
    },
    notRegistered: {
      title: 'Sin registrar',
      text: 'Esta persona todavía no tiene acceso. Se registra en el portal con su contrato a mano.',
    },
    gaveUp: {
      title: (since) => `Cerró su acceso: ${since}`,
      text: 'No se puede abrir de nuevo. Puede registrarse otra vez en el portal con su contrato a mano.',
    },
    noContact: {
      title: 'Sin teléfono ni correo en el expediente',
      text: 'No se puede enviar ningún código. Primero hace falta un teléfono o un correo en el expediente.',
    },
    recoveryRequired: {
      title: (since) => `Tiene que elegir otra contraseña, desde ${since}`,
      text: 'La anterior no abre nada. Elija “¿Olvidó su nombre de usuario o su contraseña?” en la página de entrada.',
    },
    closed: {
      title: (kind, _times) => `${kind}: cerrado tras demasiados intentos fallidos`,
      text: 'Ninguna espera lo abre. Quite las pausas abajo cuando sepa con quién habla, o la persona se recupera sola.',
    },
    waiting: {
      title: (kind, until) => `${kind}: en pausa hasta ${until}`,
      text: 'Demasiados intentos. Después sigue solo; un navegador con el que ya entró quizá no esté en pausa.',
    },
    wrong: {
      title: (kind, times) =>
        times === 1 ? `${kind}: un intento fallido` : `${kind}: ${times} intentos fallidos`,
      text: 'Todavía no hay ninguna pausa.',
    },
    held: {
      title: (until) => `Entra como siempre, pero retenido hasta ${until}`,
      text: 'Tras una recuperación o un contacto nuevo no se puede añadir una cuenta bancaria durante un día. Nadie puede acortarlo.',
    },
  },
  recent: 'Qué pasó en su acceso',
  recentCaption: 'Qué pasó en su acceso, lo más nuevo primero',
  changes: 'Qué se cambió en su expediente',
  changesCaption: 'Cambios de contactos, dirección, idioma y papeles, lo más nuevo primero',
  bySelf: 'Por el cliente',
  byUs: 'Por nosotros',
  what: 'Qué',
  when: 'Cuándo',
  state: 'Su acceso',
  rows: {
    username: 'Nombre de usuario',
    since: 'Registro',
    password: 'Contraseña desde',
    contacts: 'Contactos',
    none: 'Ninguno',
    papers: 'Papeles',
    papersStates: {
      online: 'Solo en línea',
      mail: 'Por correo',
      never: 'Por correo: no se eligió nada',
      outdated:
        'Por correo: el consentimiento es a un aviso anterior, o no vale para todas las cuentas',
    },
    passkeys: 'Llaves de acceso',
    authenticators: 'Aplicaciones de autenticación',
    backupCodes: 'Códigos de reserva restantes',
    sessions: 'Sesiones abiertas',
    lastUsed: (moment) => `Último uso ${moment}`,
  },
  written: 'Que usted vio esta página queda en su actividad de acceso.',
  help: {
    title: 'Ayuda',
    unlock: {
      button: 'Quitar todas las pausas',
      text: 'Los intentos fallidos dejan de contar: puede intentarlo enseguida.',
    },
    endSessions: {
      button: 'Cerrar todas las sesiones',
      text: 'Cierra todas las sesiones abiertas. Después entra como siempre.',
    },
    paper: {
      button: 'Papeles otra vez por correo',
      text: 'Para quien llama y retira su consentimiento a recibir papeles solo en línea. Desde el próximo papel llegan por correo, para todas las cuentas de este acceso, sin cargo. Se avisa a todos los contactos.',
    },
    startRecovery: {
      button: 'Iniciar una recuperación',
      text: 'Cierra el acceso y todas las sesiones, y avisa a todos los contactos. Solo la persona puede abrirlo de nuevo, con una contraseña suya. Usted no puede elegirla.',
    },
  },
  done: {
    unlocked: 'Se quitaron todas las pausas. Ya puede intentarlo.',
    ended: 'Se cerraron todas las sesiones.',
    started: 'La recuperación está iniciada y se avisó a todos los contactos.',
    paper: 'Los papeles llegan por correo desde ahora, y se avisó a todos los contactos.',
  },
}
