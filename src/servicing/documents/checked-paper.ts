// What of a paper anybody may know who holds it: of a letter all its amounts, of any other paper
// what tells it from an altered one. No name, no vehicle, no account.
import { unreachable } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type {
  AccountFacts,
  AskedFacts,
  DefermentFacts,
  PaidInFullFacts,
  PayoffLetterFacts,
  ReceiptFacts,
  StatementFacts,
} from '#src/formats/documents/document-facts.ts'

export type CheckedFacts =
  | Pick<
      PayoffLetterFacts,
      'kind' | 'code' | 'writtenOn' | 'on' | 'goodThrough' | 'cleared' | 'counted' | 'days'
    >
  | (Pick<
      StatementFacts,
      'kind' | 'code' | 'writtenOn' | 'from' | 'on' | 'product' | 'closing' | 'due'
    > & {
      /** When the one was written in whose place it comes; null where it comes in none's. */
      readonly replaces: CivilDate | null
    })
  | Pick<ReceiptFacts, 'kind' | 'code' | 'writtenOn' | 'on' | 'amount'>
  | Pick<PaidInFullFacts, 'kind' | 'code' | 'writtenOn' | 'on'>
  | Pick<
      DefermentFacts,
      'kind' | 'code' | 'writtenOn' | 'on' | 'validThrough' | 'nextDue' | 'lastDue'
    >
  | CheckedAsked

/** Interest of a year, principal of a schedule, all coupons; null of a permission. */
export type CheckedAsked = Pick<AskedFacts, 'kind' | 'code' | 'writtenOn' | 'on'> & {
  readonly through: CivilDate
  readonly amount: Cents | null
}

export function checkedFacts(facts: AccountFacts): CheckedFacts {
  const { code, writtenOn } = facts
  switch (facts.kind) {
    case 'payoffLetter': {
      const { kind, on, goodThrough, cleared, counted, days } = facts
      return { kind, code, writtenOn, on, goodThrough, cleared, counted, days }
    }
    case 'statement': {
      const { kind, from, on, product, closing, due, corrects } = facts
      const replaces = corrects?.writtenOn ?? null
      return { kind, code, writtenOn, from, on, product, closing, due, replaces }
    }
    case 'receipt': {
      const { kind, on, amount } = facts
      return { kind, code, writtenOn, on, amount }
    }
    case 'paidInFull': {
      const { kind, on } = facts
      return { kind, code, writtenOn, on }
    }
    case 'defermentAgreement': {
      const { kind, on, validThrough, nextDue, lastDue } = facts
      return { kind, code, writtenOn, on, validThrough, nextDue, lastDue }
    }
    default:
      return checkedAsked(facts)
  }
}

function checkedAsked(facts: AskedFacts): CheckedAsked {
  const { kind, code, writtenOn, on } = facts
  const shown = { kind, code, writtenOn, on, through: on }
  switch (facts.kind) {
    case 'yearInterest':
      return { ...shown, amount: facts.total.interest }
    case 'vehicleInterest':
      return { ...shown, amount: facts.interest }
    case 'amortization':
      return { ...shown, amount: facts.principal }
    case 'coupons':
      return { ...shown, through: facts.through, amount: null }
    case 'autopayCopy':
      return { ...shown, amount: null }
    default:
      return unreachable(facts)
  }
}
