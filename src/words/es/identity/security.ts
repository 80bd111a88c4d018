import type { security as english } from '../../en/identity/security.ts'

export const security: typeof english = {
  title: 'Acceso y seguridad',
  lead: 'Cómo entra usted, dónde tiene la sesión abierta y qué pasó en la puerta.',
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
      `Si no hace nada, este navegador cierra la sesión a las ${idle} y, en todo caso, a las ${latest}.`,
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
