// People of the demo on autopay, in the states worth seeing: set as they would set it themselves.
import { assert } from '#src/domain/assert.ts'
import type { AutopayAmount } from '#src/domain/autopay/autopay-terms.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { pauseAutopay } from '#src/servicing/autopay/change-autopay.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { formatDate } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'

type OnAutopay = {
  readonly number: string
  readonly amount: AutopayAmount
  readonly state: 'active' | 'paused'
}

/** The two borrowers; the new loan; who had a payment returned. */
const PEOPLE: readonly OnAutopay[] = [
  { number: '1048264458', amount: { kind: 'installment' }, state: 'active' },
  { number: '1048264474', amount: { kind: 'plusExtra', extra: cents(5_000) }, state: 'active' },
  { number: '1048264441', amount: { kind: 'installment' }, state: 'paused' },
]

export async function plantAutopay(ctx: ServicingContext, today: CivilDate): Promise<void> {
  for (const person of PEOPLE) {
    const owner = await ownerOf(ctx, person.number)
    const accounts = await readFundingAccounts(ctx.db, owner)
    const account = accounts.find(({ state }) => state === 'verified')
    assert(account, `${person.number} has a bank account that may be debited`)
    const { amounts, days } = words('en').autopay.pages
    const { kind, lastFour, bankName } = account
    const set = await setAutopay(ctx, owner, {
      terms: {
        amount: person.amount,
        day: { kind: 'dueDate' },
        charges: 'notTaken',
        begins: today,
        ends: null,
      },
      fundingAccountId: account.id,
      agreed: 'yes',
      authorizationText: words('en').autopay.form.authorization({
        lender: ctx.lender.name,
        account: `${words('en').payments.kindsWithin[kind]} ••${lastFour}`,
        bank: bankName,
        byCard: false,
        ending: person.number.slice(-4),
        amount: within(
          person.amount.kind === 'plusExtra' ? amounts.plusExtra('$50.00') : amounts.installment,
        ),
        day: within(days.dueDate),
        begins: formatDate(today, 'en', 'dated'),
        ends: null,
        charges: 'notTaken',
        phone: ctx.lender.phone,
      }),
      idempotencyKey: ctx.newId(),
    })
    assert(set.ok, `autopay of ${person.number} is set`)
    if (person.state === 'paused') await pauseAutopay(ctx, owner, { idempotencyKey: ctx.newId() })
  }
}

/** Within a sentence. */
function within(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

async function ownerOf(ctx: ServicingContext, number: string): Promise<Owner> {
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, { kind: 'account', number })
  assert(accountId, `${number} is on the books`)
  const obligors = await readObligors(ctx.db, ctx.vault, accountId)
  const primary = obligors.find(({ details }) => details.role === 'primary')
  assert(primary, `${number} has a primary obligor`)
  return { accountId, obligorId: primary.id, loginId: ctx.newId() }
}
