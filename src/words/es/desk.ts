import type { desk as english } from '../en/desk.ts'

/** El escritorio del personal. */
export const desk: typeof english = {
  title: 'Escritorio del personal',
  skip: 'Ir al contenido',
  heading: (lender) => `${lender}: escritorio del personal`,
  answers: 'El escritorio responde.',
  databaseAnswers: 'La base de datos responde.',
  databaseSilent: 'La base de datos no responde. Nada puede mostrarse hasta que responda.',
  noData:
    'El acceso del personal aún no existe, así que esta página no muestra ninguna cuenta ni dato.',
  checkedAt: (moment) => `Comprobado ${moment} (UTC).`,
  notFound: 'No hay tal página en el escritorio del personal.',
  mailbox: {
    title: 'Buzón de la demostración',
    lead: 'No hay servidor de correo ni de mensajes, así que aquí queda lo que se enviaría. El Keyturn de una financiera no tiene esta página.',
    none: 'Todavía no se envió nada',
    noneText: 'Los códigos llegan aquí en uno o dos segundos.',
    again: 'Mirar otra vez',
    text: 'Mensaje de texto',
    to: (address, at) => `Para ${address}, ${at.slice(0, 16).replace('T', ' ')} UTC`,
  },
}
