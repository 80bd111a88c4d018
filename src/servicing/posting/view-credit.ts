import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import {
  type ReceivedCredit,
  readCredit,
  type WrittenCredit,
} from '#src/store/desk-money/received-credits.ts'
import type { PostingContext } from './posting-context.ts'

export type CreditView = ReceivedCredit & {
  readonly written: WrittenCredit
  /** The number of a payoff quote that came with it, and whose account that is. */
  readonly quoted: { readonly number: string; readonly accountEnding: string } | null
}

/** A payment of a file with who paid; null when there is none. Written down with who looked. */
export async function viewCredit(
  ctx: PostingContext,
  of: { readonly permit: StaffPermit<'askMoney'>; readonly creditId: string },
): Promise<CreditView | null> {
  const { permit, creditId } = of
  const credit = await readCredit(ctx.db, ctx.vault, creditId)
  if (!credit) return null
  const { session, visit } = permit
  const { vault, wallClock: clock } = ctx
  const line = { staffId: session.staffId, action: 'staffSawAccount', visit } as const
  await ctx.db
    .transaction()
    .execute((tx) => recordStaff(tx, { vault, clock }, { ...line, details: { credit: creditId } }))
  return { ...credit, quoted: credit.state === 'unapplied' ? await quotedIn(ctx, credit) : null }
}

/** As `keepQuote` makes them, however a bank wrote them down. */
const QUOTE_NUMBER = /PQ[- ]?[0-9A-Z]{4}[- ]?[0-9A-Z]{4}/gi

/** Whoever pays for somebody else knows no account number: it is on no paper of theirs. */
async function quotedIn(
  { db, vault }: PostingContext,
  { reference, written }: Omit<CreditView, 'quoted'>,
): Promise<CreditView['quoted']> {
  const texts = [written.accountNumber, reference, written.payer]
  for (const number of texts.flatMap((text) => text.match(QUOTE_NUMBER) ?? [])) {
    const accountId = await findAccountByNumber(db, vault, { kind: 'quote', number })
    const account = accountId === null ? null : await readAccount(db, accountId)
    if (account) return { number, accountEnding: account.accountNumber.slice(-4) }
  }
  return null
}
