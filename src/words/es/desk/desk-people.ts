import type { deskPeople as english } from '../../en/desk/desk-people.ts'

// Quién puede entrar al portal del personal.
export const deskPeople: typeof english = {
  place: 'Personal',
  title: 'Personal',
  lead: 'Quién puede entrar a este portal y con qué función.',
  everybody: 'Todo el personal',
  add: 'Agregar a alguien',
  state: {
    waits: 'espera a otra persona de administración',
    never: 'todavía no ha entrado',
    passkeys: (count) => (count === 1 ? '1 llave de acceso' : `${count} llaves de acceso`),
    sso: 'entra con la cuenta del trabajo',
    disabled: (day) => `ya no trabaja aquí desde el ${day}`,
  },
  link: { button: 'Enlace nuevo', named: (name) => `Enlace nuevo para ${name}` },
  disable: { button: 'Dar de baja', named: (name) => `Dar de baja a ${name}` },
  waiting: {
    title: 'En espera de otra persona de administración',
    lead: 'Nada de esto funciona hasta que lo apruebe alguien distinto de quien lo pidió.',
    asked: (who, moment) => `Pedido por ${who}, ${moment}`,
    approve: 'Aprobar',
    approveNamed: (name) => `Aprobar a ${name}`,
  },
  done: {
    added: 'Agregado. Ahora tiene que aprobarlo otra persona de administración.',
    asked: 'Pedido. Ahora otra persona de administración tiene que aprobar el enlace.',
    approved:
      'Aprobado. El enlace va ahora a su dirección del trabajo; funciona una vez, durante un día. Nadie más lo ve.',
    disabled: 'Dado de baja: sus sesiones, enlaces y llaves ya no abren nada.',
  },
  form: {
    lead: 'Otra persona de administración tiene que aprobarlo; entonces la persona recibe por correo un enlace para crear su llave de acceso.',
    name: 'Nombre',
    email: 'Dirección del trabajo',
    emailHint: 'También sirve para encontrarle cuando entra con su cuenta del trabajo.',
    role: 'Función',
    roles: {
      agent: 'Busca clientes, quita pausas y cierra sesiones. Ve los contactos ocultos.',
      supervisor: 'Lo mismo, ve los contactos enteros e inicia recuperaciones.',
      administrator: 'Atiende a clientes y lleva el personal.',
      auditor: 'Lee todo y no cambia nada.',
    },
    nameMissing: 'Escriba su nombre.',
    emailWrong: 'Escriba una dirección como ana@financiera.example.',
    roleMissing: 'Elija una función.',
    tooLong: (most) => `Use ${most} caracteres o menos.`,
  },
}
