// A planted book with a bank that is a folder of the test's own, and payments set on it.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CivilDate, date, momentInZone } from '#src/domain/calendar.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import type { NachaReading } from '#src/formats/nacha/nacha-reading.ts'
import { readNacha } from '#src/formats/nacha/read-nacha.ts'
import { bankFolder } from '#src/gateways/bank-folder.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import type { Owner } from '#src/servicing/context.ts'
import type { PaymentChoice } from '#src/servicing/payments/check-choice.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { paymentOptions } from '#src/servicing/payments/payment-options.ts'
import { previewPayment } from '#src/servicing/payments/preview-payment.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { type PlantedBook, plantedBook } from './planted-book.ts'

export const ELENA = '1048264417'
export const PAIR = '1048264458'

export type BankWorld = PlantedBook & {
  readonly bankCtx: BankContext
  /** Sets the clock to a time of day in the lender's zone, "17:00". */
  readonly at: (day: string, time: string) => void
  readonly moveTo: (day: string) => Promise<void>
  readonly pay: (owner: Owner, amount: number, more?: Partial<PaymentChoice>) => Promise<string>
  /** Files at the bank, by name. */
  readonly files: () => Promise<Map<string, NachaReading>>
  readonly bytesOf: (name: string) => Promise<Buffer>
  readonly paymentState: (id: string) => Promise<{
    state: string
    state_reason: string | null
    attempts: number
    posted_event_id: string | null
  }>
}

/** On Tuesday 2026-11-24, before the cutoff. */
export async function bankWorld(numbers: readonly string[]): Promise<BankWorld> {
  const today = date('2026-11-24')
  const book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers })
  const folder = await mkdtemp(join(tmpdir(), 'keyturn-bank-'))
  const out = join(folder, 'out')
  const bankCtx = { ...book.ctx, bank: bankFolder(folder) }
  const { db, lender } = book.ctx
  const at = (day: string, time: string) => {
    book.clock.instant = momentInZone(date(day), { time, zone: lender.timeZone })
  }
  return {
    ...book,
    bankCtx,
    at,
    moveTo: async (day) => {
      at(day, '09:00')
      const onDate = date(day)
      await db
        .transaction()
        .execute((tx) =>
          setBusinessDate(tx, { onDate, closedThrough: onDate, changedAt: book.clock.now() }),
        )
    },
    pay: (owner, amount, more) => pay(book, owner, { ...more, amount: cents(amount) }),
    files: async () => {
      const names = (await readdir(out).catch(() => [])).sort()
      const read = async (name: string) =>
        [name, readNacha(await readFile(join(out, name)))] as const
      return new Map(await Promise.all(names.map(read)))
    },
    bytesOf: (name) => readFile(join(out, name)),
    paymentState: (id) =>
      db
        .selectFrom('payment')
        .select(['state', 'state_reason', 'attempts', 'posted_event_id'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    close: async () => {
      await book.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

let keys = 0

async function pay(
  book: PlantedBook,
  owner: Owner,
  more: Partial<PaymentChoice> & { amount: Cents },
): Promise<string> {
  const options = await paymentOptions(book.ctx, owner, { effective: null })
  assert.ok(options.ok)
  const { fundingAccounts, firstDate } = options.value
  const choice: PaymentChoice = {
    choice: 'other',
    extraAmount: null,
    extra: 'principal',
    effective: firstDate as CivilDate,
    fundingAccountId: fundingAccounts[0]?.id ?? '',
    ...more,
  }
  const preview = await previewPayment(book.ctx, owner, choice)
  assert.ok(preview.ok, preview.ok ? '' : preview.refusal.code)
  keys += 1
  const made = await makePayment(book.ctx, owner, {
    choice,
    shownAmount: preview.value.amount,
    agreed: 'yes',
    duplicateConfirmed: 'yes',
    unusualConfirmed: 'yes',
    authorizationText: 'I authorize it.',
    idempotencyKey: `bank-${keys}`,
  })
  assert.ok(made.ok, made.ok ? '' : made.refusal.code)
  return made.value.paymentId
}
