import type { check as english } from '../../en/documents/check.ts'

export const check: typeof english = {
  title: 'Comprobar una carta',
  lead: 'Escriba el código impreso en una carta nuestra. No necesita una cuenta.',
  field: 'Código de la carta',
  hint: 'Dieciséis letras y cifras en grupos de cuatro, junto al código cuadrado.',
  submit: 'Comprobar',
  again: 'Comprobar otra carta',
  wrong: 'Escriba las dieciséis letras y cifras. Un código no lleva las letras I, L, O ni U.',
  unknown: 'No conocemos ninguna carta con este código',
  unknownText: (phone) =>
    `Compárelo otra vez con la carta. Si es correcto, no envíe dinero: llámenos al ${phone}, o a un número que usted mismo haya buscado.`,
  states: {
    genuine: 'Auténtica',
    superseded: 'Reemplazada: el importe ha cambiado',
    expired: 'Auténtica, pero vencida',
    used: 'Auténtica, y pagada',
  },
  stateText: {
    genuine: 'Nosotros escribimos esta carta, y lo que dice aún vale.',
    superseded:
      'Nosotros escribimos esta carta. Desde entonces algo cambió el importe: pida otra antes de enviar dinero.',
    expired:
      'Nosotros escribimos esta carta. Su último día ya pasó: pida otra antes de enviar dinero.',
    used: 'Nosotros escribimos esta carta, y el préstamo se saldó con ella. No envíe más dinero.',
  },
  kind: 'Tipo',
  written: 'Escrita el',
  closes: (day) => `Cierra el préstamo el ${day}`,
  goodThrough: 'Vale hasta',
  compare: 'Compare cada importe con su papel. Si uno es distinto, alguien cambió el papel.',
  days: 'Día por día',
  day: 'El dinero nos llega',
  amount: 'Para saldar',
  counted: 'Si nada se devuelve',
  send: 'Adónde enviar dinero',
  sendText: 'Solo aquí. Nunca cambiamos estos datos por carta, correo ni teléfono.',
  mail: 'Cheques por correo',
  wire: 'Transferencia',
  ach: 'Abono ACH',
  bank: 'Banco',
  routing: 'Número de ruta',
  account: 'Número de cuenta',
  beneficiary: 'Beneficiario',
  reference: 'Referencia',
  referenceText: (code) => `El código de la carta: ${code}`,
  none: (phone) => `Para una transferencia o un abono ACH, llámenos al ${phone}.`,
}
