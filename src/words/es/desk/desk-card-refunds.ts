import type { deskCardRefunds as english } from '../../en/desk/desk-card-refunds.ts'

export const deskCardRefunds: typeof english = {
  title: 'Un pago con tarjeta que devolver',
  lead: 'Vuelve entero a su tarjeta, con su cargo. Cuenta hasta que el procesador lo haya enviado; después, como si no hubiera llegado nunca.',
  none: 'En esta cuenta no cuenta ningún pago con tarjeta.',
  which: 'Qué pago',
  missing: 'Elija el pago.',
  card: 'Tarjeta',
  of: (amount, day, card) => `${amount} del ${day}, ${card}`,
  counted: 'Contó como pagado',
  back: 'A la tarjeta con la que se pagó',
}
