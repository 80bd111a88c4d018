// What stands on every paper: the lender, the kind, the date, the code and how to check it.
import qrcode from 'qrcode-generator'
import { formatDate } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import type { DocumentFacts } from './document-facts.ts'
import type { SheetFrame } from './sheet.ts'

export function frameOf(
  facts: DocumentFacts,
  of: {
    readonly title: string
    readonly kind: string
    /** What is usual on a letter by which money is sent. */
    readonly checkHeading?: string
    readonly codeLabel?: string
  },
): SheetFrame {
  const { id, code, lender, locale, writtenOn, madeAt } = facts
  const w = words(locale).documents.print
  const phone = lender.phone.replaceAll(' ', '\u00a0')
  const { title, kind, checkHeading = w.checkHeading, codeLabel = w.code } = of
  return {
    title,
    kind,
    madeAt,
    language: locale,
    paper: lender.paper,
    lender: { name: lender.name, line: [...lender.address.slice(1), phone].join(' · ') },
    keywords: [id, code],
    date: formatDate(writtenOn, locale, 'full'),
    foot: w.foot(lender.legalName, id),
    page: { word: w.page, of: w.of },
    check: {
      heading: checkHeading,
      how: w.checkHow(lender.portalHost, phone),
      label: codeLabel,
      code,
      qr: squareCode(checkAddress(facts)),
      alt: w.qr(lender.portalHost),
    },
  }
}

function checkAddress({ lender, code }: DocumentFacts): string {
  return `https://${lender.portalHost}/check?code=${code}`
}

/** Error correction M; the quiet zone of ISO/IEC 18004 included. */
function squareCode(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code.createSvgTag({ cellSize: 4, margin: 16, scalable: true })
}
