import type { deskEntry as english } from '../../en/desk/desk-entry.ts'

// Cómo entra el personal, y lo que es solo suyo.
export const deskEntry: typeof english = {
  entry: {
    signIn: {
      title: 'Entrar al portal del personal',
      lead: 'Para quienes trabajan aquí. No hay contraseña: su llave de acceso abre.',
    },
    confirm: {
      title: 'Confirme que es usted',
      lead: 'Lo que quiere hacer lo pide de nuevo cuando pasaron más de cinco minutos.',
    },
    passkey: 'Usar su llave de acceso',
    idle: 'No se usó ninguna llave. Inténtelo de nuevo cuando quiera.',
    or: 'o con su cuenta del trabajo',
    sso: 'Entrar con su cuenta del trabajo',
    needsScript:
      'Las llaves de acceso necesitan JavaScript y un navegador que las conozca. Active los scripts para esta dirección o use otro navegador.',
    ended: 'Su sesión terminó. Muestre de nuevo quién es y sigue donde estaba.',
    stale: 'Esta página estuvo abierta demasiado tiempo. No pasó nada; siga desde aquí.',
    enroll: {
      title: (name) => `Le damos la bienvenida, ${name}`,
      lead: (role) =>
        `Cree una llave de acceso en este dispositivo: entrará con su huella, su cara o el PIN del dispositivo. Su función: ${role}.`,
      make: 'Crear mi llave de acceso',
      spentTitle: 'Este enlace ya no funciona',
      toSignIn: 'Ir a la entrada',
    },
  },
  own: {
    place: 'Usted',
    menu: (name) => `Menú de ${name}`,
    title: 'Su acceso',
    lead: 'Sus llaves de acceso y dónde tiene la sesión abierta.',
    signOut: 'Cerrar sesión',
    passkeys: 'Sus llaves de acceso',
    onlySso: 'Usted entra con su cuenta del trabajo.',
    add: 'Agregar una llave de acceso',
    passkeyName: 'Nombre de esta llave',
    passkeyNameHint: 'Para reconocerla después: “Portátil del trabajo”, “Llave de seguridad”.',
    notMade: 'No se creó ninguna llave. Inténtelo de nuevo cuando quiera.',
    knownHere: 'Este dispositivo ya tiene una llave suya.',
    sessions: 'Dónde tiene la sesión abierta',
    over: 'Aquí ya no se muestra nada del portal del personal, para que nadie más pueda leerlo. Lo que no se había enviado no se guardó.',
    done: { added: 'Llave agregada.', removed: 'Llave quitada.', ended: 'Sesión cerrada allí.' },
  },
  refusedHeading: 'No funcionó',
  paused: (wait) => `Demasiados intentos desde aquí. Siga dentro de ${wait}. Nada quedó bloqueado.`,
  refusals: {
    passkeyRefused:
      'No conocemos esta llave, o su dispositivo no dijo que era usted. Inténtelo de nuevo o use otra llave suya.',
    passkeyTooLate:
      'Hay cinco minutos para responder y cada respuesta vale una vez. Inténtelo de nuevo desde aquí.',
    passkeyCopied:
      'Parece haber dos copias de esta llave; se desactivó y se cerraron todas las sesiones de su dueño. Pida un enlace nuevo a un administrador.',
    passkeyNotAdded:
      'No se pudo agregar esta llave: ya se conoce, o su dispositivo no dijo que era usted. Inténtelo de nuevo.',
    lastPasskey: 'Es su única forma de entrar. Agregue primero otra llave.',
    linkSpent:
      'Un enlace funciona una vez y durante un día. Este ya se usó, es demasiado viejo o lo sustituyó uno nuevo. Pida otro a una persona de administración.',
    ssoRefused:
      'Su cuenta del trabajo no respondió a esta entrada. Empiece de nuevo desde aquí. No se abrió nada.',
    ssoTooWeak:
      'Su cuenta del trabajo no dijo que se usó un segundo factor suficientemente fuerte y reciente. Entre allí de nuevo con uno.',
    ssoUnknownPerson:
      'Su cuenta del trabajo existe, pero nadie en este portal tiene su dirección. Pida a un administrador que le agregue.',
    ssoSilent:
      'La entrada de su cuenta del trabajo no responde ahora. Use su llave de acceso o inténtelo más tarde.',
    emailTaken: 'Alguien en este portal ya tiene esta dirección.',
    notYours: 'Otra persona tiene que aprobarlo, o ya lo hizo.',
  },
}
