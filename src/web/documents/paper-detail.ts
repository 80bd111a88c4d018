// What a paper is about, in one line, and the name of its file.
import { unreachable } from '#src/domain/assert.ts'
import { isAttached, type PaperFacts } from '#src/formats/attached/attached-facts.ts'
import type { AskedFacts, StatementFacts } from '#src/formats/documents/document-facts.ts'
import type { Paper } from '#src/servicing/documents/read-papers.ts'
import type { Reader } from '../reader.ts'

export function paperDetail(
  { facts, replacedOn }: Pick<Paper, 'facts' | 'replacedOn'>,
  reader: Reader,
): string {
  const { corrected } = reader.words.documents.statement
  const detail = ownDetail(facts, reader)
  return replacedOn === null ? detail : corrected.replaced(detail, reader.date(replacedOn, 'dated'))
}

/** A corrected statement by its own name. */
export function paperName(facts: PaperFacts, { words }: Reader): string {
  const { kinds, statement } = words.documents
  return facts.kind === 'statement' && facts.corrects ? statement.corrected.kind : kinds[facts.kind]
}

function ownDetail(facts: PaperFacts, reader: Reader): string {
  const w = reader.words.documents
  const on = reader.date(facts.on, 'dated')
  if (isAttached(facts)) {
    const detail = w.attached.detail(facts.title, on)
    return facts.isReplaced ? `${detail}. ${w.attached.replaced}` : detail
  }
  switch (facts.kind) {
    case 'statement':
      return statementDetail(facts, reader)
    case 'payoffLetter':
      return w.detail.payoffLetter(on, reader.money(facts.cleared.total))
    case 'receipt':
      return w.receipt.detail(on, reader.money(facts.amount))
    case 'paidInFull':
      return w.paidInFull.detail(on)
    case 'defermentAgreement':
      return w.deferment.detail(facts.months, reader.date(facts.validThrough, 'dated'))
    case 'privacyNotice':
      return w.privacyNotice.detail(on)
    default:
      return askedDetail(facts, reader)
  }
}

function statementDetail({ from, on, writtenOn, corrects }: StatementFacts, reader: Reader) {
  const w = reader.words.documents.statement
  const period = w.detail(reader.date(from, 'dated'), reader.date(on, 'dated'))
  return corrects ? w.corrected.detail(period, reader.date(writtenOn, 'dated')) : period
}

function askedDetail(facts: AskedFacts, reader: Reader): string {
  const w = reader.words.documents
  const on = reader.date(facts.on, 'dated')
  switch (facts.kind) {
    case 'yearInterest':
      return w.yearInterest.detail(String(facts.year), reader.money(facts.total.interest))
    case 'vehicleInterest':
      return w.vehicleInterest.detail(String(facts.year), reader.money(facts.interest))
    case 'amortization':
      return w.amortization.detail(on, reader.money(facts.principal))
    case 'coupons':
      return w.coupons.detail(facts.coupons.length, on, reader.date(facts.through, 'dated'))
    case 'autopayCopy':
      return w.autopayCopy.detail(on)
    default:
      return unreachable(facts)
  }
}

/** Plain letters only: it stands in a header. */
export function fileNameOf(facts: PaperFacts, reader: Reader): string {
  const kind = paperName(facts, reader).toLowerCase().normalize('NFD')
  const plain = kind.replace(/[^a-z -]/g, '').replaceAll(' ', '-')
  return `${plain}-${facts.on}${endingOf(facts)}.pdf`
}

/** "-4417"; nothing of a paper that is the same for everybody. */
export function endingOf(facts: PaperFacts): string {
  return 'accountEnding' in facts ? `-${facts.accountEnding}` : ''
}
