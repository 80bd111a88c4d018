import { paidLoan, receivedPayment } from '#src/domain/account/statement/proofs.ts'
import { ZERO_CENTS } from '#src/domain/money.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type {
  CommonFacts,
  PaidInFullFacts,
  ReceiptFacts,
} from '#src/formats/documents/document-facts.ts'
import { paidInFullSheet, receiptSheet } from '#src/formats/documents/proof.ts'
import { readCardPayment } from '#src/store/cards/card-payments.ts'
import type { Owner } from '../context.ts'
import { loadAccount } from '../load-account.ts'
import { type AccountView, viewAccount } from '../view-account.ts'
import { commonFacts } from './common-facts.ts'
import type { PaperContext } from './paper-context.ts'
import { printAsSaid } from './print-once.ts'

type Printed = Outcome<{ readonly documentId: string }>
type Locale = CommonFacts['locale']

/**
 * The receipt of a payment that counts, however it came; asked for again it is the same paper for
 * as long as all that it says stays so. Refuses what is no payment of the account, or does not
 * count.
 */
export async function printReceipt(
  ctx: PaperContext,
  owner: Owner,
  asked: { readonly eventId: string; readonly locale: Locale },
): Promise<Printed> {
  const { eventId: event, locale } = asked
  const [view, loaded] = await both(ctx, owner)
  const received = receivedPayment(loaded, event)
  if (!received || view.knownThrough) return refused({ code: 'documentNotFound' })
  const { product, ledger } = view
  const isSplitByOrder = product === 'loan' && !received.isChargedOff
  const facts: ReceiptFacts = {
    ...(await commonFacts(ctx, owner, { locale, writtenOn: view.today })),
    ...received,
    ...clearingIn(view, event),
    ...{ kind: 'receipt', product, event },
    confirmation: await confirmationOf(ctx, view, event),
    ruleVersion: ledger.contract.ruleVersion,
    order: isSplitByOrder ? view.ledger.contract.waterfall : null,
  }
  return accepted(await printAsSaid(ctx, owner, facts, receiptSheet))
}

/** The letter that a loan is paid in full, as a receipt. Refuses one on which something is owed. */
export async function printPaidInFull(
  ctx: PaperContext,
  owner: Owner,
  { locale }: { readonly locale: Locale },
): Promise<Printed> {
  const [view, loaded] = await both(ctx, owner)
  const paid = view.status === 'closed' ? paidLoan(loaded.ledger, loaded.events) : null
  if (!paid || view.knownThrough) return refused({ code: 'documentNotFound' })
  const { eventId: event, ...own } = paid
  const facts: PaidInFullFacts = {
    ...(await commonFacts(ctx, owner, { locale, writtenOn: view.today })),
    ...{ ...own, ...clearingIn(view, event), event },
    ...{ kind: 'paidInFull', product: view.product, owed: ZERO_CENTS },
  }
  return accepted(await printAsSaid(ctx, owner, facts, paidInFullSheet))
}

/** Of a payment that an obligor made, by a bank or by card. */
async function confirmationOf(
  ctx: PaperContext,
  { accountId, activity, scheduledPayments }: AccountView,
  eventId: string,
): Promise<string | null> {
  const id = activity.find((row) => row.eventId === eventId)?.paymentId ?? null
  if (id === null) return null
  const made = scheduledPayments.find((payment) => payment.id === id)
  return (made ?? (await readCardPayment(ctx.db, { accountId, id })))?.confirmation ?? null
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
