// What is set, and the permission behind it.
import type { AutopayView } from '#src/servicing/autopay/view-autopay.ts'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { PaperForm } from '../documents/ask-paper.tsx'
import { spoken } from '../masked.tsx'
import { accountLabel } from '../payments/payment-words.ts'
import { amountWords, dayWords } from './autopay-words.ts'

export function PlanPanel({ visit, shown }: { visit: AccountVisit; shown: AutopayView }) {
  const { reader, base } = visit
  const w = reader.words.autopay.pages.plan
  const { autopay, mine, fundingAccount } = shown
  const { terms } = autopay
  const isMine = mine && autopay.state !== 'ended'
  return (
    <Panel
      title={w.heading}
      {...(isMine && { aside: <a href={`${base}/autopay/new`}>{w.change}</a> })}
    >
      <DefinitionRows
        rows={[
          { label: w.amount, value: amountWords(terms, reader) },
          { label: w.day, value: dayWords(terms, reader) },
          { label: w.weekend, value: autopay.byCard ? w.weekendCard : w.weekendText },
          {
            label: w.charges,
            value: terms.charges === 'taken' ? w.chargesTaken : w.chargesNotTaken,
          },
          ...(fundingAccount
            ? [{ label: w.from, value: spoken(accountLabel(fundingAccount, reader), reader) }]
            : []),
          { label: w.begins, value: reader.date(terms.begins, 'shortDated') },
          { label: w.ends, value: terms.ends ? reader.date(terms.ends, 'shortDated') : w.never },
        ]}
      />
      {mine && (
        <>
          <Rule />
          <h3 class="k-name" id="permission">
            {w.permission}
          </h3>
          <p class="k-small mt-2">{spoken(autopay.authorizationText, reader)}</p>
          <p class="k-small mt-2 mb-4">{w.given(reader.moment(autopay.authorizedAt))}</p>
          <PaperForm visit={visit} paper={{ kind: 'autopayCopy' }}>
            {reader.words.documents.autopayCopy.make}
          </PaperForm>
        </>
      )}
    </Panel>
  )
}
