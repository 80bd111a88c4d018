// How a payment's bank account is called, and the sentence that lets us take money from it.
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, minus, ZERO_CENTS } from '#src/domain/money.ts'
import { isBrandName } from '#src/domain/paying/card-brand.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import type { PaymentChoice } from '#src/servicing/payments/check-choice.ts'
import type { FundingKind } from '#src/store/payments/funding-kinds.ts'
import type { Reader } from '../reader.ts'

type Labeled = {
  readonly kind: FundingKind
  readonly lastFour: string
  /** Of a card, its brand. */
  readonly bankName?: string
}

/** "Checking ••6042", "Visa ••5556" */
export function accountLabel(account: Labeled, reader: Reader): string {
  return `${brandOf(account) ?? reader.words.payments.kinds[account.kind]} ••${account.lastFour}`
}

/** The same within a sentence. */
export function accountWithin(account: Labeled, reader: Reader): string {
  const { kindsWithin } = reader.words.payments
  return `${brandOf(account) ?? kindsWithin[account.kind]} ••${account.lastFour}`
}

function brandOf({ kind, bankName }: Labeled): string | null {
  return kind === 'card' && bankName !== undefined && isBrandName(bankName) ? bankName : null
}

/** The exact sentence the obligor agrees to; shown, and kept with the payment. */
export function authorizationOf(
  permission: {
    /** All that is taken. */
    amount: Cents
    /** The part of it that is the price of paying. */
    fee: Cents
    account: { kind: FundingKind; lastFour: string; bankName: string }
    on: CivilDate
  },
  at: { ctx: ServicingContext; reader: Reader },
): string {
  const { ctx, reader } = at
  const { authorization, authorizationFee } = reader.words.payments
  const text = authorization({
    lender: ctx.lender.name,
    amount: reader.money(permission.amount),
    account: accountWithin(permission.account, reader),
    bank: permission.account.bankName,
    day: reader.date(permission.on, 'dated'),
  })
  return permission.fee === 0 ? text : `${text} ${authorizationFee(reader.money(permission.fee))}`
}

export type Chosen = Pick<PaymentChoice, 'choice' | 'extra' | 'extraAmount'> & {
  readonly amount: Cents
}

/** What was chosen to be paid, and what its extra money does. */
export function choiceWords(
  { choice, amount, extra, extraAmount }: Chosen,
  reader: Reader,
): string {
  const w = reader.words.payments.review.choices
  switch (choice) {
    case 'due':
      return w.due
    case 'pastDue':
      return w.pastDue
    case 'principal':
      return w.principal
    case 'payoff':
      return w.payoffPlain
    case 'other':
      return w.other
    case 'duePlusExtra': {
      const more = extraAmount ?? ZERO_CENTS
      const [due, above] = [reader.money(minus(amount, more)), reader.money(more)]
      return extra === 'principal'
        ? w.duePlusExtraPrincipal(due, above)
        : w.duePlusExtraNext(due, above)
    }
  }
}
