import { returnRule } from '#src/domain/rules/ach-returns.ts'
import {
  type ItemOutcome,
  lockWaitingItem,
  type ReportItem,
  settleItem,
} from '#src/store/ach/report-items.ts'
import { markReturned, readEntryByTrace } from '#src/store/ach/returned-entries.ts'
import type { SentEntry } from '#src/store/ach/sent-entry.ts'
import { findAccountsByTraces } from '#src/store/ach/traces.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { applyChange } from './apply-change.ts'
import { fundingCheckReturned } from './funding-check-returned.ts'
import type { ItemOf } from './item-of.ts'
import { type MoneyTaskKind, openMoneyTask } from './money-task.ts'
import { returnPayment } from './return-payment.ts'

/** Handles one item that waits, once: what it says about an entry, a payment, a bank account. */
export async function handleItem(ctx: ServicingContext, itemId: string): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const item = await lockWaitingItem(tx, itemId)
    if (!item) return
    const outcome = await outcomeOf(ctx, tx, item)
    await settleItem(tx, { ...outcome, id: item.id, at: ctx.clock.now() })
  })
}

type Result = Pick<ItemOutcome, 'state' | 'result'> & { readonly retryOn?: ItemOutcome['retryOn'] }

async function outcomeOf(ctx: ServicingContext, tx: Tx, item: ReportItem): Promise<ItemOutcome> {
  const accounts = await findAccountsByTraces(tx, ctx.vault, [item.trace])
  const accountId = accounts.get(item.trace) ?? null
  const loaded = accountId === null ? null : await loadForUpdate(tx, accountId)
  const entry = loaded && (await readEntryByTrace(tx, { ...loaded.account, trace: item.trace }))
  if (!loaded || !entry) {
    await ask(ctx, tx, { kind: 'returnUnmatched', item, entry: null })
    return { state: 'unmatched', result: 'noEntry', retryOn: null, accountId, entryId: null }
  }
  const of: ItemOf = { loaded, entry, item }
  const result =
    item.kind === 'change' ? await applyChange(ctx, tx, of) : await takeReturn(ctx, tx, of)
  return { retryOn: null, ...result, accountId: entry.accountId, entryId: entry.id }
}

async function takeReturn(ctx: ServicingContext, tx: Tx, of: ItemOf): Promise<Result> {
  const { entry, item } = of
  const asked = (kind: MoneyTaskKind) => ask(ctx, tx, { kind, item, entry })
  if (!returnRule(item.code).reverses) {
    await asked('returnBetweenBanks')
    return { state: 'done', result: 'betweenBanks' }
  }
  if (entry.amount !== item.amount) {
    await asked('returnDiffers')
    return { state: 'unmatched', result: 'amountDiffers' }
  }
  const { accountId, id } = entry
  const back = { accountId, id, code: item.code, on: item.settledOn, at: ctx.clock.now() }
  if (!(await markReturned(tx, back))) {
    await asked('returnRepeated')
    return { state: 'unmatched', result: 'repeated' }
  }
  switch (entry.purpose) {
    case 'payment':
    case 'retry':
      return returnPayment(ctx, tx, of)
    case 'prenote':
    case 'accountCheck':
      await fundingCheckReturned(ctx, tx, { ...of, code: item.code })
      return { state: 'done', result: 'checkFailed' }
    default:
      await asked('creditReturned')
      return { state: 'done', result: 'review' }
  }
}

/** The same return, met again in another file, opens no second task. */
function ask(
  ctx: ServicingContext,
  tx: Tx,
  of: { kind: MoneyTaskKind; item: ReportItem; entry: SentEntry | null },
): Promise<void> {
  const { kind, item, entry } = of
  const { trace, ownTrace, code, amount, reportId, line } = item
  const details = { reportId, line, code, trace, amount, purpose: entry?.purpose ?? null }
  const accountId = entry?.accountId ?? null
  return openMoneyTask(ctx, tx, { kind, about: `${trace} ${code} ${ownTrace}`, accountId, details })
}
