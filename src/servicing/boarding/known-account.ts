// A contract that is on the books already: the same again changes nothing, a reported month may
// continue its history.
import type { BoardingRecord } from '#src/domain/account/boarding.ts'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { canonicalJson } from '#src/store/canonical.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { loadLoanForUpdate } from '../load-account.ts'
import { boardedPayload } from './boarding-facts.ts'
import { type Boardable, type Boarded, outcomeOf } from './boarding-outcome.ts'
import { boardKnownLease } from './known-lease.ts'
import { judgeMonth } from './next-month.ts'
import { recordMonth } from './record-month.ts'

/**
 * Compares the record with the account's events, and adds the months that follow under the
 * account's lock.
 */
export async function boardKnown(
  tx: Tx,
  ctx: ServicingContext,
  known: {
    from: Boardable
    accountId: string
    /** All of them for a filing; for our own formats the first is enough. */
    events: readonly AccountEvent[]
  },
): Promise<Boarded> {
  const { from, accountId, events } = known
  const { record } = from
  if (record.source === 'keyturn') return compareTerms(from, events)
  if (record.product !== productOf(events))
    return outcomeOf(from, { kind: 'rejected' }, { field: 'assetNumber', reason: OTHER_PRODUCT })
  if (record.product === 'lease')
    return boardKnownLease(tx, ctx, { from: { ...from, record }, accountId, events })
  const nothingNew = from.record.months.every((month) => judgeMonth(events, month).kind === 'there')
  if (nothingNew) return outcomeOf(from, { kind: 'alreadyThere' })
  return addMonths(tx, ctx, { from, loaded: await loadLoanForUpdate(tx, accountId) })
}

/** Only contract and opening position are compared: what happened since is ours to know. */
function compareTerms(from: Boardable, events: readonly AccountEvent[]): Boarded {
  return hasTerms(events, from.record)
    ? outcomeOf(from, { kind: 'alreadyThere' })
    : outcomeOf(from, { kind: 'rejected' }, { field: 'account', reason: OTHER_TERMS })
}

/** Whether the account of these events was boarded with the record's terms and position. */
export function hasTerms(events: readonly AccountEvent[], record: BoardingRecord): boolean {
  const [boarded] = events
  return (
    boarded !== undefined &&
    canonicalJson(boarded.payload) === canonicalJson(boardedPayload(record))
  )
}

function productOf([boarded]: readonly AccountEvent[]): 'loan' | 'lease' {
  return boarded?.payload.kind === 'leaseBoarded' ? 'lease' : 'loan'
}

const OTHER_PRODUCT = 'This asset is on the books as a loan where this is a lease, or the reverse.'
const OTHER_TERMS =
  'This account number is on the books with other terms or another opening position.'

async function addMonths(
  tx: Tx,
  ctx: ServicingContext,
  known: {
    from: Boardable
    loaded: Awaited<ReturnType<typeof loadLoanForUpdate>>
  },
): Promise<Boarded> {
  const { from } = known
  const warnings: { field: string; reason: string }[] = []
  let { loaded } = known
  let months = 0
  for (const month of from.record.months) {
    const verdict = judgeMonth(loaded.events, month)
    if (verdict.kind === 'refuse')
      return outcomeOf(from, { kind: 'rejected' }, { field: PERIOD, reason: verdict.reason })
    if (verdict.kind === 'there') continue
    if (verdict.warning) warnings.push({ field: BALANCE, reason: verdict.warning })
    const fact = { effectiveDate: month.periodEnd, payload: month }
    loaded = await recordMonth(tx, ctx, { from, loaded, fact })
    months += 1
  }
  if (months === 0) return outcomeOf(from, { kind: 'alreadyThere' })
  return outcomeOf(from, { kind: 'monthsAdded', months }, ...warnings)
}

const PERIOD = 'reportingPeriodEndingDate'
const BALANCE = 'reportingPeriodBeginningLoanBalanceAmount'
