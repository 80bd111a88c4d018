// The book of the demo, its file sent by hand, and what the bank sends back.
import { date } from '#src/domain/calendar.ts'
import type { Owner } from '#src/servicing/context.ts'
import { addFundingAccount } from '#src/servicing/funding/add-funding-account.ts'
import { typeDeposits } from '#src/servicing/funding/type-deposits.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import { openDeposits, readLastCheck } from '#src/store/payments/funding-checks.ts'
import { newTestId } from '#test/support/database.ts'
import { plantedBook } from '#test/support/planted-book.ts'

export type FundingWorld = Awaited<ReturnType<typeof fundingWorld>>

/** Tuesday, November 24, 2026, 11:48 am ET. */
export async function fundingWorld(numbers: readonly string[]) {
  const today = date('2026-11-24')
  const book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers })
  const { db, vault } = book.database
  let accounts = 0
  const deposits = {
    ...book.ctx,
    lender: { ...book.ctx.lender, bankAccountCheck: 'microDeposits' as const },
  }
  const add = async (owner: Owner, by: 'prenote' | 'microDeposits', number?: string) => {
    accounts += 1
    const added = await addFundingAccount(by === 'prenote' ? book.ctx : deposits, owner, {
      kind: 'checking',
      routingNumber: '021000021',
      accountNumber: number ?? `7700${accounts}12345`,
      bankName: 'Harbor Savings',
      idempotencyKey: newTestId(),
    })
    if (!added.ok) throw new Error(added.refusal.code)
    return added.value.fundingAccountId
  }
  const checkOf = async (owner: Owner, fundingAccountId: string) => {
    const check = await readLastCheck(db, { accountId: owner.accountId, fundingAccountId })
    if (!check) throw new Error('no check')
    return check
  }
  return {
    ...{ book, ctx: book.ctx, deposits, add, checkOf, close: book.close },
    read: async (owner: Owner, id: string) => readFundingAccount(db, { ...owner, id }),
    amounts: async (owner: Owner, id: string) => {
      const drawn = await openDeposits(db, vault, await checkOf(owner, id))
      if (!drawn) throw new Error('no amounts')
      return drawn
    },
    type: (
      owner: Owner,
      fundingAccountId: string,
      amounts: readonly [number, number],
      key = newTestId(),
    ) => typeDeposits(book.ctx, owner, { fundingAccountId, amounts, key }),
    /** As the file of the day took the entries of a check, to settle on a day. */
    inFile: async (owner: Owner, id: string, settles: string) => {
      const { entryIds, accountId } = await checkOf(owner, id)
      await db
        .updateTable('ach_entry')
        .set({ state: 'inFile', file_id: newTestId(), effective: date(settles) })
        .where('account_id', '=', accountId)
        .where('id', 'in', entryIds)
        .execute()
    },
    returned: async (owner: Owner, id: string, code: string) => {
      const { entryIds, accountId } = await checkOf(owner, id)
      await db
        .updateTable('ach_entry')
        .set({ state: 'returned', return_code: code, returned_on: date('2026-11-27') })
        .where('account_id', '=', accountId)
        .where('id', '=', entryIds[0] ?? '')
        .execute()
    },
    moveTo: async (day: string) => {
      book.clock.instant = `${day}T16:48:00.000Z`
      await db.transaction().execute((tx) =>
        setBusinessDate(tx, {
          onDate: date(day),
          closedThrough: date(day),
          changedAt: book.clock.instant,
        }),
      )
    },
    told: async (owner: Owner) => {
      const rows = await db
        .selectFrom('outbox')
        .select('template')
        .where('account_id', '=', owner.accountId)
        .where('channel', '=', 'portal')
        .orderBy('id')
        .execute()
      return rows.map(({ template }) => template)
    },
  }
}
