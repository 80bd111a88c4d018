import { Button } from '#src/ui/button.tsx'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type AccountVisit, vehicleName } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'
import { spoken } from '../masked.tsx'
import { accountLabel } from '../payments/payment-words.ts'
import type { AddParts } from './add-parts.ts'

/** What is verified on another account of the same person: one press instead of the form. */
export function CopyPanel({ visit, parts }: { visit: AccountVisit; parts: AddParts }) {
  const { c, session, reader, base } = visit
  const w = reader.words.bankAccounts.add.copy
  if (parts.copyable.length === 0) return null
  return (
    <Panel title={w.heading} lead={w.lead}>
      <FactList
        look="ruled"
        facts={parts.copyable.map(({ from, funding, vehicle }) => ({
          mark: { icon: 'landmark' },
          title: spoken(accountLabel(funding, reader), reader),
          detail: w.from(funding.bankName, vehicleName(vehicle)),
          action: (
            <form method="post" action={`${base}/bank-accounts/copies`}>
              <FormFields c={c} session={session} />
              <input type="hidden" name="back" value={parts.back} />
              <input type="hidden" name="of" value={from.accountId} />
              <input type="hidden" name="which" value={funding.id} />
              <Button
                size="dense"
                label={w.named(
                  `${reader.words.payments.kinds[funding.kind]} ${reader.words.account.ending(funding.lastFour)}`,
                )}
              >
                {w.button}
              </Button>
            </form>
          ),
        }))}
      />
    </Panel>
  )
}
