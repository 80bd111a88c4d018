import { assert } from '#src/domain/assert.ts'
import { changeDueBy, changeRule } from '#src/domain/rules/ach-changes.ts'
import { type Corrected, parseCorrected } from '#src/formats/nacha/corrected-data.ts'
import { type ItemOutcome, openCorrected } from '#src/store/ach/report-items.ts'
import { readdressWaiting } from '#src/store/ach/returned-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { openBankNumbers } from '#src/store/payments/bank-numbers.ts'
import { type BankNumbers, numberHash } from '#src/store/payments/funding-accounts.ts'
import {
  correctFunding,
  lastFourOf,
  readKnownFunding,
} from '#src/store/payments/funding-changes.ts'
import type { ServicingContext } from '../context.ts'
import { followCorrection } from './follow-correction.ts'
import type { ItemOf } from './item-of.ts'
import { type MoneyTaskKind, openMoneyTask } from './money-task.ts'

type Result = Pick<ItemOutcome, 'state' | 'result'>

/**
 * Puts the bank account right by what its bank says, at once: before the next entry and well within
 * six banking days. What cannot be read, concerns our own entries or is refused goes before a
 * person.
 */
export async function applyChange(ctx: ServicingContext, tx: Tx, of: ItemOf): Promise<Result> {
  const { item } = of
  const rule = changeRule(item.code)
  if (rule?.kind !== 'correct')
    return ask(ctx, tx, { of, kind: rule?.kind === 'refused' ? 'changeRefused' : 'changeReview' })
  const data = await openCorrected(tx, ctx.vault, item.id)
  const corrected = parseCorrected(item.code, data ?? '')
  if (corrected === null || !(await correct(ctx, tx, { of, corrected })))
    return ask(ctx, tx, { of, kind: 'changeUnreadable' })
  return { state: 'done', result: 'corrected' }
}

async function ask(
  ctx: ServicingContext,
  tx: Tx,
  { of, kind }: { of: ItemOf; kind: MoneyTaskKind },
): Promise<Result> {
  const { code, trace, ownTrace, reportId, line, settledOn } = of.item
  const dueBy = changeDueBy(settledOn, null)
  await openMoneyTask(ctx, tx, {
    kind,
    about: `${trace} ${code} ${ownTrace}`,
    accountId: of.entry.accountId,
    details: { reportId, line, code, trace, dueBy },
  })
  return { state: 'done', result: 'review' }
}

/** False where nothing of it belongs to the bank account, or a person would not know it again. */
async function correct(
  ctx: ServicingContext,
  tx: Tx,
  { of, corrected }: { of: ItemOf; corrected: Corrected },
): Promise<boolean> {
  const { entry } = of
  const which = { accountId: entry.accountId, id: entry.fundingAccountId }
  const known = await readKnownFunding(tx, which)
  const before = await openBankNumbers(tx, ctx.vault, which)
  assert(known && before, 'an entry names a bank account')
  const numbers: BankNumbers = {
    routingNumber: corrected.routing ?? before.routingNumber,
    accountNumber: corrected.account ?? before.accountNumber,
    holderName: corrected.name ?? before.holderName,
  }
  const kind = corrected.kind ?? known.kind
  const isOurs = corrected.identification !== undefined
  if (isOurs || corrected.kind === null || lastFourOf(numbers.accountNumber).length < 4)
    return false
  await correctFunding(tx, ctx.vault, { ...which, numbers, kind })
  const { routingNumber: routing, accountNumber, holderName: name } = numbers
  const receiver = { routing, account: accountNumber, kind, name }
  await readdressWaiting(tx, ctx.vault, { ...which, fundingAccountId: which.id, receiver })
  const funding = { ...known, kind, lastFour: lastFourOf(accountNumber) }
  await followCorrection(ctx, tx, { ...of, funding, numberHash: numberHash(ctx.vault, numbers) })
  return true
}
