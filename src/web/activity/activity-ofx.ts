// Activity of a loan for finance programs (OFX). A lease has no principal, and OFX no form for it.
import { type Cents, sum, toDollars, ZERO_CENTS } from '#src/domain/money.ts'
import { type LoanMovement, loanMovements, principalOwed } from '#src/formats/ofx/loan-movements.ts'
import { type OfxLine, ofxLoanStatement } from '#src/formats/ofx/loan-statement.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import type { AccountVisit } from '../account-visit.tsx'
import type { Reader } from '../reader.ts'
import type { ActivityLine } from './activity-line.ts'

type Asked = {
  readonly view: LoanView
  /** All of them, for their names. */
  readonly lines: readonly ActivityLine[]
  /** Null: all of it. */
  readonly year: number | null
}

export async function ofxResponse(
  visit: AccountVisit,
  { name, ...asked }: Asked & { readonly name: string },
): Promise<Response> {
  const { c } = visit
  c.header('Content-Type', 'application/x-ofx; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name}.ofx"`)
  return c.body(await activityOfx(visit, asked))
}

export async function activityOfx(
  { ctx, owner, reader }: Pick<AccountVisit, 'ctx' | 'owner' | 'reader'>,
  { view, lines, year }: Asked,
): Promise<string> {
  const { today, ledger, position } = view
  const movements = loanMovements(await readEvents(ctx.db, owner.accountId))
  const named = new Map(lines.map((line) => [line.row.eventId, line]))
  const shown = movements.filter(({ on }) => year === null || on.startsWith(String(year)))
  const [first, last] = [shown[0]?.on, shown.at(-1)?.on]
  return ofxLoanStatement({
    madeAt: ctx.clock.now(),
    language: reader.locale,
    lender: ctx.lender.name,
    loanId: `${view.accountEnding}-${view.accountId.replaceAll('-', '').slice(-17)}`,
    from: first ?? ledger.contract.start,
    through: year === null ? today : (last ?? today),
    lines: shown.map((movement) => lineOf(movement, { named, reader })),
    principal: {
      owed: principalOwed(position),
      paidThisYear: paidSince(movements, today.slice(0, 4)),
      paidInAll: paidSince(movements, ''),
      asOf: today,
    },
  })
}

/** Principal that money brought from a day on, less what was taken back. */
function paidSince(movements: readonly LoanMovement[], first: string): Cents {
  const money = new Set(movements.filter(({ kind }) => MONEY.has(kind)).map(({ id }) => id))
  return sum(
    movements.map(({ id, reverses, on, principal }) =>
      on >= first && money.has(reverses ?? id) ? principal : ZERO_CENTS,
    ),
  )
}

const MONEY: ReadonlySet<string> = new Set(['payment', 'proceeds', 'reportedMonth'])

function lineOf(
  movement: LoanMovement,
  by: { named: ReadonlyMap<string, ActivityLine>; reader: Reader },
): OfxLine {
  const w = by.reader.words.account.activity
  const { kind, reverses, charges, held } = movement
  const row = by.named.get(reverses ?? movement.id)
  // A row of activity says what became of it; here that is a line of its own.
  const isOwn = kind === 'reversal' || row?.row.clearing?.state !== 'returned'
  const part = (label: string, amount: Cents) =>
    amount === 0 ? [] : [`${label} ${toDollars(amount)}`]
  const note = isOwn && row?.note ? [row.note] : []
  return {
    ...movement,
    name: isOwn && row ? row.name : w.kinds[nameKey(kind)],
    memo: [...note, ...part(w.toCharges, charges), ...part(w.held, held)].join('. '),
  }
}

function nameKey(kind: LoanMovement['kind']) {
  if (kind === 'reversal') return 'reversed'
  return kind === 'leaseBoarded' ? 'boarded' : kind
}
