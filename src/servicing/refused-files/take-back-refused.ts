import { markRefused, readRefusedEntries, settleRefused } from '#src/store/ach/refused-entries.ts'
import type { RefusedFile } from '#src/store/ach/refused-files.ts'
import type { SentEntry } from '#src/store/ach/sent-entry.ts'
import type { Tx } from '#src/store/database.ts'
import { readLastCheck } from '#src/store/payments/funding-checks.ts'
import type { ServicingContext } from '../context.ts'
import { type LoadedForUpdate, loadForUpdate } from '../load-account.ts'
import { holdRefusedPayment } from './hold-refused-payment.ts'
import { noteRefusal } from './note-refusal.ts'

/**
 * What an account had in a file that the bank refused, in one transaction: no entry of it counts as
 * sent any more, and no payment. Each obligor is told at once. Taken back before, nothing is done.
 */
export async function takeBackRefused(
  ctx: ServicingContext,
  of: { readonly accountId: string; readonly file: RefusedFile },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    let loaded = await loadForUpdate(tx, of.accountId)
    const fileId = of.file.id
    for (const entry of await readRefusedEntries(tx, loaded.account, { fileId, phase: 'sent' })) {
      const at = ctx.clock.now()
      if (!(await markRefused(tx, { ...entry, at }))) continue
      loaded =
        entry.purpose === 'payment' || entry.purpose === 'retry'
          ? await holdRefusedPayment(ctx, tx, { loaded, entry })
          : await takeBackOther(ctx, tx, { loaded, entry })
    }
  })
}

async function takeBackOther(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly loaded: LoadedForUpdate; readonly entry: SentEntry },
): Promise<LoadedForUpdate> {
  const { loaded, entry } = of
  // What it seemed to prove is not proven: that check is over, its owner may begin another one.
  const isProven = (await checkOf(tx, entry)) === 'passed'
  const at = ctx.clock.now()
  if (isProven) await settleRefused(tx, { ...entry, fate: 'notSent', asEntry: null, at })
  const account = await noteRefusal(ctx, tx, {
    account: loaded.account,
    entry,
    action: 'bank entry refused',
    by: 'bank',
  })
  return { ...loaded, account }
}

/** Where the check that it belongs to stands; null where it belongs to none. */
async function checkOf(tx: Tx, entry: SentEntry): Promise<string | null> {
  if (entry.purpose !== 'prenote' && entry.purpose !== 'accountCheck') return null
  const check = await readLastCheck(tx, entry)
  return check?.entryIds.includes(entry.id) ? check.state : null
}
