import type { stepUp as english } from '../../en/identity/step-up.ts'

export const stepUp: typeof english = {
  heldTitle: 'Esto espera un día',
  held: (until) =>
    `Hace poco se cambió la manera de entrar en su cuenta. Durante las 24 horas siguientes nadie puede añadir una cuenta bancaria ni cambiar o quitar un teléfono o correo, sea quien sea. Se puede otra vez a partir de: ${until}.`,
  heldAnyway:
    'Todo lo demás funciona: pagar con las cuentas bancarias que ya tiene aquí y todos sus papeles.',
  heldNotYou: (phone) =>
    `¿No fue usted quien hizo el cambio? Llame ya al ${phone}, a cualquier hora.`,
}
