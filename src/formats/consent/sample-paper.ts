// A paper that shows whether somebody can open our papers: its code is typed on the page that asks
// for consent (15 USC 7001(c)(1)(C)(ii)).
import qrcode from 'qrcode-generator'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { PaperSize } from '#src/domain/regions/paper-sizes.ts'
import { formatDate } from '#src/words/format.ts'
import type { Locale } from '#src/words/locale.ts'
import { words } from '#src/words/words.ts'
import type { ProofSheet } from '../documents/sheet.ts'

export type SampleOf = {
  readonly locale: Locale
  readonly code: string
  readonly on: CivilDate
  /** ISO. */
  readonly madeAt: string
  readonly paper: PaperSize
  readonly lender: {
    readonly name: string
    readonly legalName: string
    readonly phone: string
    readonly address: readonly string[]
  }
}

export function samplePaper(of: SampleOf): ProofSheet {
  const { locale, code, lender, madeAt, paper } = of
  const { print, consent: w } = words(locale).documents
  const phone = lender.phone.replaceAll(' ', '\u00a0')
  return {
    template: 'proof',
    madeAt,
    language: locale,
    paper,
    lender: { name: lender.name, line: [...lender.address.slice(1), phone].join(' · ') },
    title: w.sample.title(lender.name),
    keywords: [],
    kind: w.sample.kind,
    date: formatDate(of.on, locale, 'full'),
    foot: w.sample.foot(lender.legalName),
    page: { word: print.page, of: print.of },
    check: {
      heading: w.sample.type,
      how: w.sample.why,
      label: w.code,
      code,
      qr: squareCode(code),
      alt: w.sample.square,
    },
    about: [],
    heading: w.sample.heading,
    total: code,
    notes: [w.sample.text],
    lines: {
      heads: [w.sample.what, w.sample.as],
      rows: w.sample.rows.map(([label, amount]) => ({ label, amount })),
    },
  }
}

/** Error correction M; the quiet zone of ISO/IEC 18004 included. */
function squareCode(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code.createSvgTag({ cellSize: 4, margin: 16, scalable: true })
}
