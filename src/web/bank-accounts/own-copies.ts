// Bank accounts of the person's other accounts, to use here without typing their numbers again.
import * as z from 'zod'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Typed } from '#src/http/form.ts'
import { ownedAccounts } from '#src/identity/ownership.ts'
import { copyableFunding, copyFundingAccount } from '#src/servicing/funding/copy-funding-account.ts'
import type { AccountVisit } from '../account-visit.tsx'

export async function ownCopyable(visit: AccountVisit) {
  const { ctx, owner } = visit
  return copyableFunding(ctx, owner, othersOf(visit))
}

/** Only what the same person has elsewhere: anything else is not found. */
export async function copyOwn(
  visit: AccountVisit,
  typed: Typed,
): Promise<Outcome<{ fundingAccountId: string; wasNew: 'yes' }>> {
  const { ctx, owner } = visit
  const form = copyForm.safeParse(typed)
  const from = othersOf(visit).find(({ accountId }) => accountId === form.data?.of)
  if (!form.success || !from) return refused({ code: 'fundingAccountNotFound' })
  const { which: fundingAccountId, key: idempotencyKey } = form.data
  const copied = await copyFundingAccount(ctx, owner, { from, fundingAccountId, idempotencyKey })
  return copied.ok ? accepted({ ...copied.value, wasNew: 'yes' as const }) : copied
}

const copyForm = z.object({ of: z.uuid(), which: z.uuid(), key: z.uuid() })

function othersOf({ session, owner }: AccountVisit) {
  return ownedAccounts(session).filter(({ accountId }) => accountId !== owner.accountId)
}
