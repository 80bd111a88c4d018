import { readRefusedEntries, settleRefused } from '#src/store/ach/refused-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { openMoneyTask } from '../ach-returns/money-task.ts'
import type { ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { carryOutPayment } from './carry-out-payment.ts'
import type { CarriedOut, DecidedEntry, DecidedFile } from './decided-entry.ts'
import { noteRefusal } from './note-refusal.ts'
import { sendOtherAgain } from './send-other-again.ts'

/**
 * What was decided about a refused file, for the entries of one account in one transaction. Each is
 * settled once, whatever stopped before.
 */
export async function carryOutRefusal(
  ctx: ServicingContext,
  of: { readonly accountId: string; readonly file: DecidedFile },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    let loaded = await loadForUpdate(tx, of.accountId)
    const asked = { fileId: of.file.id, phase: 'undecided' } as const
    for (const entry of await readRefusedEntries(tx, loaded.account, asked)) {
      const decided = { loaded, entry, file: of.file }
      const isPayment = entry.purpose === 'payment' || entry.purpose === 'retry'
      const done = isPayment
        ? await carryOutPayment(ctx, tx, decided)
        : await carryOutOther(ctx, tx, decided)
      const { fate, asEntry } = done
      await settleRefused(tx, { ...entry, fate, asEntry, at: ctx.clock.now() })
      loaded = done.loaded
    }
  })
}

/** A person looks at a refund or a correction that does not go: no obligor was promised a day. */
async function carryOutOther(ctx: ServicingContext, tx: Tx, of: DecidedEntry): Promise<CarriedOut> {
  const { loaded, entry, file } = of
  const asEntry = file.decision === 'sendAgain' ? await sendOtherAgain(ctx, tx, of) : null
  const { accountId, id: about, purpose, amount } = entry
  const isCheck = purpose === 'prenote' || purpose === 'accountCheck'
  if (asEntry === null && !isCheck)
    await openMoneyTask(ctx, tx, {
      ...{ kind: 'entryNotSent', about, accountId },
      details: { purpose, amount, reason: 'fileRefused' },
    })
  const account = await noteRefusal(ctx, tx, {
    ...{ account: loaded.account, entry, by: { staffId: file.decidedBy } },
    action: asEntry === null ? 'bank entry not sent' : 'bank entry sent again',
    details: { asEntry },
  })
  const fate = asEntry === null ? 'notSent' : 'sentAgain'
  return { fate, asEntry, loaded: { ...loaded, account } }
}
