import type { desk as english } from '../../en/desk/desk.ts'
import { deskAccounts } from './desk-accounts.ts'
import { deskCustomers } from './desk-customers.ts'
import { deskDeferments } from './desk-deferments.ts'
import { deskEntry } from './desk-entry.ts'
import { deskMarks } from './desk-marks.ts'
import { deskMoney } from './desk-money.ts'
import { deskPapers } from './desk-papers.ts'
import { deskPeople } from './desk-people.ts'
import { deskPosting } from './desk-posting.ts'
import { deskTime } from './desk-time.ts'

/** El portal del personal. */
export const desk: typeof english = {
  title: 'Escritorio del personal',
  name: (lender) => `${lender} · personal`,
  skip: 'Ir al contenido',
  navigation: 'Lugares del portal del personal',
  heading: (lender) => `${lender}: portal del personal`,
  answers: 'El portal del personal responde.',
  databaseAnswers: 'La base de datos responde.',
  databaseSilent: 'La base de datos no responde. Nada puede mostrarse hasta que responda.',
  checkedAt: (moment) => `Comprobado ${moment} (UTC).`,
  roles: {
    agent: 'Atención al cliente',
    supervisor: 'Supervisión',
    administrator: 'Administración',
    auditor: 'Auditoría',
  },
  ...deskEntry,
  accounts: deskAccounts,
  customers: deskCustomers,
  marks: deskMarks,
  money: deskMoney,
  posting: deskPosting,
  papers: deskPapers,
  deferments: deskDeferments,
  people: deskPeople,
  time: deskTime,
  errors: {
    notFound: {
      title: 'No hay tal página',
      text: 'La dirección no lleva a ninguna parte, o lo que había ya no está.',
    },
    notAllowed: {
      title: 'No con su función',
      text: 'Su función en este portal no lo incluye. El intento quedó anotado. Si lo necesita para su trabajo, pídalo a un administrador.',
    },
    formRefused: {
      title: 'No aceptamos este formulario',
      text: 'No vino de una página abierta de este portal, o su sesión terminó. No se cambió nada. Abra la página de nuevo y envíelo desde allí.',
    },
    failed: {
      title: 'Algo falló de nuestro lado',
      text: 'No se cambió nada. Inténtelo en un minuto; si sigue igual, dé el número de abajo a quien lleva este portal.',
    },
    reference: 'Referencia',
    home: 'Al inicio del portal',
  },
  mailbox: {
    title: 'Buzón de la demostración',
    lead: 'No hay servidor de correo ni de mensajes, así que aquí queda lo que se enviaría. El Keyturn de una financiera no tiene esta página.',
    none: 'Todavía no se envió nada',
    noneText: 'Los códigos llegan aquí en uno o dos segundos.',
    again: 'Mirar otra vez',
    time: 'Tiempo de la demostración',
    text: 'Mensaje de texto',
    to: (address, at) => `Para ${address}, ${at.slice(0, 16).replace('T', ' ')} UTC`,
  },
}
