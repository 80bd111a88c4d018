import type { staffMail as english } from '../../en/desk/staff-mail.ts'

export const staffMail: typeof english = {
  staffLink: {
    subject: (lender) => `Su entrada al escritorio de ${lender.name}`,
    mail: (_lender, link) => [
      'Abra este enlace en el dispositivo con el que trabaja. Le pide su huella, su rostro o un número, y crea una llave de acceso con la que entrará desde entonces.',
      link,
      'Funciona una vez, durante un día. Si no sabe para qué es, no lo abra y avise a una persona de administración.',
    ],
    text: (lender, link) => `${lender.name}: abra ${link}`,
  },
}
