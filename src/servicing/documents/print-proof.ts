import { paidLoan, receivedPayment } from '#src/domain/account/statement/proofs.ts'
import { ZERO_CENTS } from '#src/domain/money.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type {
  CommonFacts,
  PaidInFullFacts,
  ReceiptFacts,
} from '#src/formats/documents/document-facts.ts'
import { paidInFullSheet, receiptSheet } from '#src/formats/documents/proof.ts'
import type { Owner } from '../context.ts'
import { loadAccount } from '../load-account.ts'
import { type AccountView, viewAccount } from '../view-account.ts'
import { commonFacts } from './common-facts.ts'
import type { PaperContext } from './paper-context.ts'
import { printOnce } from './print-once.ts'

type Printed = Outcome<{ readonly documentId: string }>
type Locale = CommonFacts['locale']

/**
 * The receipt of a payment that counts, however it came; asked for again it is the same paper.
 * Refuses what is no payment of the account, or does not count.
 */
export async function printReceipt(
  ctx: PaperContext,
  owner: Owner,
  asked: { readonly eventId: string; readonly locale: Locale },
): Promise<Printed> {
  const { eventId, locale } = asked
  const [view, loaded] = await both(ctx, owner)
  const received = receivedPayment(loaded, eventId)
  if (!received || view.knownThrough) return refused({ code: 'documentNotFound' })
  const paymentId = view.activity.find((row) => row.eventId === eventId)?.paymentId
  const made = view.scheduledPayments.find(({ id }) => id === paymentId)
  const same = { ...owned(owner), kind: 'receipt', subject: eventId, locale } as const
  const printed = await printOnce(ctx, owner, same, () =>
    commonFacts(ctx, owner, { locale, writtenOn: view.today }).then((common) => {
      const facts: ReceiptFacts = {
        ...common,
        ...received,
        ...clearingIn(view, eventId),
        kind: 'receipt',
        product: view.product,
        confirmation: made?.confirmation ?? null,
        ruleVersion: loaded.ledger.contract.ruleVersion,
      }
      return { facts, sheet: receiptSheet(facts) }
    }),
  )
  return accepted(printed)
}

/** The letter that a loan is paid in full. Refuses one on which something is owed. */
export async function printPaidInFull(
  ctx: PaperContext,
  owner: Owner,
  { locale }: { readonly locale: Locale },
): Promise<Printed> {
  const [view, loaded] = await both(ctx, owner)
  const paid = view.status === 'closed' ? paidLoan(loaded.ledger, loaded.events) : null
  if (!paid || view.knownThrough) return refused({ code: 'documentNotFound' })
  const { eventId: subject, ...own } = paid
  const same = { ...owned(owner), kind: 'paidInFull', subject, locale } as const
  const printed = await printOnce(ctx, owner, same, () =>
    commonFacts(ctx, owner, { locale, writtenOn: view.today }).then((common) => {
      const facts: PaidInFullFacts = {
        ...{ ...common, ...own, ...clearingIn(view, subject) },
        ...{ kind: 'paidInFull', product: view.product, owed: ZERO_CENTS },
      }
      return { facts, sheet: paidInFullSheet(facts) }
    }),
  )
  return accepted(printed)
}

function owned({ accountId, obligorId }: Owner) {
  return { accountId, obligorId }
}

function both(ctx: PaperContext, owner: Owner) {
  return Promise.all([viewAccount(ctx, owner), loadAccount(ctx.db, owner.accountId)])
}

/** Whether a bank can still take the money back, as the screen says it. */
function clearingIn(
  view: AccountView,
  eventId: string,
): Pick<ReceiptFacts, 'clearing' | 'unauthorizedUntil'> {
  const clearing = view.activity.find((row) => row.eventId === eventId)?.clearing ?? null
  if (clearing === null || clearing.state === 'returned')
    return { clearing: null, unauthorizedUntil: null }
  const { state, unauthorizedUntil } = clearing
  const on = clearing.state === 'cleared' ? clearing.on : clearing.until
  return { clearing: { state, on }, unauthorizedUntil }
}
