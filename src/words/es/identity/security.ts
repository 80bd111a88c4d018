import type { security as english } from '../../en/identity/security.ts'

/** "A la 1:05", but "a las 2:05". */
const at = (time: string) => `${/^1\D/.test(time) ? 'a la' : 'a las'} ${time}`

export const security: typeof english = {
  title: 'Acceso y seguridad',
  lead: 'Cómo entra usted, dónde tiene la sesión abierta y qué pasó con su acceso.',
  methods: {
    heading: 'Cómo entra usted',
    password: 'Contraseña',
    text: (number) => `Código por mensaje de texto al ${number}`,
    textNote: 'Otros pueden apoderarse de un número de teléfono.',
    mail: (address) => `Código por correo electrónico a ${address}`,
    mailNote: 'El modo más débil: le sirve a quien lea su correo.',
  },
  sessions: {
    heading: 'Dónde tiene la sesión abierta',
    here: 'Este navegador',
    seen: (moment, address) => `Último uso: ${moment}, desde ${address}`,
    since: (moment) => `Abierta: ${moment}`,
    end: 'Cerrarla allí',
    endOthers: 'Cerrar todas las demás',
    only: 'No tiene la sesión abierta en ningún otro sitio.',
    ends: (idle, latest) =>
      `Si no hace nada, este navegador cierra la sesión ${at(idle)} y, en todo caso, ${at(latest)}.`,
    soon: {
      idleTitle: '¿Desea seguir con la sesión abierta?',
      latestTitle: 'Su sesión se cerrará pronto',
      idle: (time) =>
        `Su sesión se cerrará ${at(time)} si usted no continúa. Lo que ha escrito se queda en la página.`,
      latest: (time, hours) =>
        `Su sesión se cerrará ${at(time)} en todo caso: después de ${hours === 1 ? 'una hora' : `${hours} horas`} hay que entrar de nuevo. Envíe antes lo que está escribiendo.`,
      stay: 'Seguir con la sesión abierta',
      close: 'Cerrar este aviso',
      signOut: 'Cerrar sesión ahora',
    },
    over: {
      title: 'Su sesión se cerró',
      text: 'Aquí ya no se muestra nada de su cuenta, para que nadie más pueda leerlo. Lo que no se había enviado no se guardó.',
      again: 'Entrar de nuevo',
    },
    ended: 'Sesión cerrada allí.',
    endedOthers: 'Cerradas todas las demás sesiones.',
  },
  activity: {
    heading: 'Qué pasó',
    caption: 'Qué pasó en su acceso, lo más nuevo primero',
    when: 'Cuándo',
    what: 'Qué',
    where: 'Desde',
    none: 'Todavía nada',
    byStaff: 'Nuestro personal',
    notYou: (phone) =>
      `¿Algo de esto no fue usted? Pulse “No fui yo” a su lado. Dudas: ${phone}, a cualquier hora.`,
  },
  device: (browser, system) => `${browser} en ${system}`,
  unknownBrowser: 'Un navegador',
  unknownSystem: 'un dispositivo',
}
