import { createHash } from 'node:crypto'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import type { Clock } from '#src/domain/clock.ts'
import {
  type Credit,
  type CreditProblem,
  creditClaim,
  type ReadCredits,
  readCredits,
} from '#src/formats/credits/read-credits.ts'
import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { findAccountsByNumbers } from '#src/store/accounts/directory.ts'
import type { Tx } from '#src/store/database.ts'
import { insertCreditFile } from '#src/store/desk-money/credit-files.ts'
import { insertRequest } from '#src/store/desk-money/money-requests.ts'
import { requestOfForm } from '#src/store/desk-money/request-lists.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { deskLimitsOn } from '../lender-rules.ts'

/** Why a file was not taken: nothing of it is kept. */
export type CreditFileRefusal =
  | { readonly code: 'unreadable'; readonly problems: readonly CreditProblem[] }
  | { readonly code: 'known' }
  /** The payment of that line was in another file; or it came on a day to come. */
  | { readonly code: 'repeated' | 'ahead'; readonly line: number }

export type TakenCreditFile =
  | {
      readonly ok: true
      readonly requestId: string
      readonly total: Credit['amount']
      /** Lines, and those of them that fit no account. */
      readonly lines: number
      readonly unknown: number
    }
  | { readonly ok: false; readonly refusal: CreditFileRefusal }

/** Who brought it to the desk; nobody where the command line did. */
export type FileSender = {
  readonly permit: StaffPermit<'askMoney'>
  /** Of the form: sent twice, it is one file and one request. */
  readonly formKey: string
  readonly wallClock: Clock
}

/**
 * Takes a file of payments as a whole and puts its posting before the desk, where another person
 * approves it; nothing is posted yet. Lines whose number leads to no account will be held.
 */
export async function takeCreditFile(
  ctx: ServicingContext,
  of: { readonly name: string; readonly bytes: Uint8Array; readonly by: FileSender | null },
): Promise<TakenCreditFile> {
  const read = readCredits(of.bytes)
  if (!read.ok) return { ok: false, refusal: { code: 'unreadable', problems: read.problems } }
  const refused = new FileRefused()
  return ctx.db
    .transaction()
    .execute((tx) => keep(ctx, tx, { ...of, read, refused }))
    .catch((error: unknown) => refused.answer(error))
}

type Of = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly by: FileSender | null
  readonly read: Extract<ReadCredits, { ok: true }>
  readonly refused: FileRefused
}

async function keep(ctx: ServicingContext, tx: Tx, of: Of): Promise<TakenCreditFile> {
  const { credits, total } = of.read
  const today = await businessDay(tx)
  const ahead = credits.find(({ receivedOn }) => receivedOn > today)
  if (ahead) return of.refused.because({ code: 'ahead', line: ahead.line })
  const numbers = credits.map(({ accountNumber }) => accountNumber)
  const accounts = await findAccountsByNumbers(tx, ctx.vault, { kind: 'account', numbers })
  const [fileId, lines] = [ctx.newId(), credits.length]
  const digest = createHash('sha256').update(of.bytes).digest()
  const inserted = await insertCreditFile(tx, ctx.vault, {
    file: {
      ...{ id: fileId, name: of.name.slice(-200), lines, total, digest },
      ...{ receivedAt: ctx.clock.now(), receivedBy: staffIdOf(of.by) },
    },
    credits: credits.map(({ accountNumber, payer, ...credit }) => ({
      ...{ ...credit, id: ctx.newId(), claim: creditClaim(credit) },
      accountId: accounts.get(accountNumber) ?? null,
      written: { accountNumber, payer },
    })),
  })
  if (inserted.is === 'repeated')
    return of.refused.because({ code: 'repeated', line: inserted.line })
  const unknown = numbers.filter((number) => !accounts.has(number)).length
  if (inserted.is === 'new') {
    const requestId = await ask(ctx, tx, { ...of, fileId, total, today })
    return { ok: true, requestId, total, lines, unknown }
  }
  const { by } = of
  const same = by && (await requestOfForm(tx, { ...by, askedBy: by.permit.session.staffId }))
  return same
    ? { ok: true, requestId: same, total, lines, unknown }
    : of.refused.because({ code: 'known' })
}

/** Brought by nobody of the desk, any one of those who decide may. */
async function ask(
  ctx: ServicingContext,
  tx: Tx,
  of: Pick<Of, 'name' | 'by'> & { fileId: string; total: Credit['amount']; today: CivilDate },
): Promise<string> {
  const { fileId, total: amount, name, today, by } = of
  const [id, askedBy] = [ctx.newId(), staffIdOf(by)]
  await insertRequest(tx, {
    ...{ id, order: { kind: 'file', fileId, amount }, reason: name.slice(-500) },
    ...{ askedBy, askedAt: ctx.clock.now(), formKey: by?.formKey ?? id, accountIds: [] },
    expiresOn: addDays(today, deskLimitsOn(ctx.lender, today).requestDays),
    ...{ subjectId: fileId, claim: `file ${fileId}` },
  })
  if (by) {
    const { vault } = ctx
    const line = { staffId: askedBy, action: 'staffAskedMoney', visit: by.permit.visit } as const
    const details = { request: id, kind: 'file' }
    await recordStaff(tx, { vault, clock: by.wallClock }, { ...line, details })
  }
  return id
}

function staffIdOf(by: FileSender | null): string | null {
  return by?.permit.session.staffId ?? null
}

/** Takes back what the transaction wrote, and answers with why. */
class FileRefused extends Error {
  refusal: CreditFileRefusal | null = null

  because(refusal: CreditFileRefusal): never {
    this.refusal = refusal
    throw this
  }

  answer(error: unknown): TakenCreditFile {
    if (error !== this || this.refusal === null) throw error
    return { ok: false, refusal: this.refusal }
  }
}
