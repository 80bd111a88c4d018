// A saved card's own panel: until when it is good, and paying with it.
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { cardStanding, FundingState, nextWords } from './funding-words.tsx'
import type { BankAccountVisit } from './one-bank-account.ts'

export function CardPanel({ found }: { found: BankAccountVisit }) {
  const { visit, view, funding } = found
  const { reader, base, c } = visit
  const w = reader.words.cards.saved
  const state = <FundingState visit={visit} funding={funding} today={view.today} />
  const isGood = cardStanding(funding, view.today) === 'good'
  const takesCards = c.get('web').card !== null
  return (
    <Panel title={reader.words.bankAccounts.facts.state} aside={state}>
      <div class="k-flow">
        <p>{nextWords(visit, funding, view.today)}</p>
        {takesCards && (
          <Buttons>
            {isGood && view.status === 'open' && (
              <ButtonLink look="primary" href={`${base}/card-payments/new?card=${funding.id}`}>
                {w.pay}
              </ButtonLink>
            )}
            {!isGood && (
              <ButtonLink icon="plus" href={`${base}/cards/new`}>
                {w.title}
              </ButtonLink>
            )}
          </Buttons>
        )}
      </div>
    </Panel>
  )
}
