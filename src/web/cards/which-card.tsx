import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { spoken } from '../masked.tsx'
import { accountLabel } from '../payments/payment-words.ts'
import type { CardDraft } from './card-draft.ts'
import type { CardVisit } from './card-visit.ts'

/** Nothing to choose for whoever has saved no card. */
export function WhichCard({ visit, asked }: { visit: CardVisit; asked: CardDraft }) {
  const { reader } = visit
  const { savedCards, card } = asked
  const w = reader.words.cards.saved
  if (savedCards.length === 0) return null
  return (
    <Panel>
      <ChoiceList
        id="card"
        name="card"
        legend={w.choose.heading}
        value={card?.id ?? ''}
        choices={[
          ...savedCards.map((one) => ({
            value: one.id,
            name: spoken(accountLabel(one, reader), reader),
            note: one.expiresOn && w.goodThrough(reader.date(one.expiresOn, 'dated')),
          })),
          { value: '', name: w.choose.other, note: w.choose.otherNote },
        ]}
      />
    </Panel>
  )
}
