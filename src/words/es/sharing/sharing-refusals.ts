import type { sharingRefusals as english } from '../../en/sharing/sharing-refusals.ts'

export const sharingRefusals: typeof english = {
  payoffLinkOver: () => 'Este enlace no está abierto. Pida uno nuevo al cliente.',
  payoffLinkCodeWrong: ({ left }) =>
    left === 1
      ? 'Ese no es el código. Uno más incorrecto bloquea el enlace.'
      : `Ese no es el código. Pida al cliente que lo repita; quedan ${left} intentos.`,
  payoffLinksFull: ({ most }) =>
    `Tiene ${most} enlaces que funcionan. Termine uno para crear otro.`,
}
