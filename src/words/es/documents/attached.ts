import type { attached as english } from '../../en/documents/attached.ts'

export const attached: typeof english = {
  kinds: {
    contract: 'Contrato firmado',
    amendment: 'Cambio del contrato',
    titlePaper: 'Título o matrícula',
    insurance: 'Seguro',
    letter: 'Carta',
    otherPaper: 'Otro papel',
  },
  detail: (title: string, day: string) => `${title}, del ${day}`,
  replaced: 'Hay uno más nuevo en su lugar',
}
