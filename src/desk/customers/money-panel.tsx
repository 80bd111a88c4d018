import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import { Chip } from '#src/ui/chip.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AutopayLine, Standing } from '../accounts/account-page.tsx'
import { flagName } from '../accounts/flags-panel.tsx'
import { PaymentTable } from '../accounts/payment-table.tsx'
import type { DeskContext } from '../desk-context.ts'

const LAST_PAYMENTS = 3

/** The account of whoever is on the phone: what is known of it, what is due, what was paid. */
export function MoneyPanel({ c, money }: { c: DeskContext; money: AccountMoney }) {
  const w = c.get('words').desk.accounts
  const standing = money.flags.filter(({ lifted }) => lifted === null)
  const payments = money.payments.slice(0, LAST_PAYMENTS)
  return (
    <Panel title={w.own} aside={<a href={`/accounts/${money.accountId}`}>{w.open}</a>}>
      <div class="k-flow">
        {standing.length > 0 && (
          <p>
            {standing.map((flag) => (
              <>
                <Chip tone="warn">{flagName(c, money, flag)}</Chip>{' '}
              </>
            ))}
          </p>
        )}
        <Standing c={c} view={money} />
        <div>
          <h3 class="k-name">{w.autopay.title}</h3>
          <AutopayLine c={c} view={money} />
        </div>
        <div>
          <h3 class="k-name">{w.payments.lately}</h3>
          {payments.length === 0 ? (
            <p>{w.payments.none}</p>
          ) : (
            <PaymentTable c={c} view={money} payments={payments} />
          )}
        </div>
      </div>
    </Panel>
  )
}
