// Files of any purposes, receivers and amounts that can be written.
import fc from 'fast-check'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { addBankingDays } from '#src/domain/regions/us-banking-days.ts'
import type { AchBatch, AchEntry, AchPurpose } from '#src/formats/nacha/ach-file.ts'
import { toAchText } from '#src/formats/nacha/ach-text.ts'
import { batch, COMPANY } from './writing.ts'

const words = (most: number, letters: string) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: most })

const anyReceiver = fc.record({
  routing: fc.constantFrom('231380104', '081000210', '073000228', '026013673', '063107513'),
  account: words(16, '0123456789ABCXYZ-').map((text) => `0${text}`),
  kind: fc.constantFrom('checking' as const, 'savings' as const),
  name: fc
    .oneof(words(40, "abcdeéñøß AZ'-.,&"), fc.string({ unit: 'grapheme', maxLength: 40 }))
    .filter((name) => toAchText(name) !== ''),
})

const anyClass = fc.constantFrom('WEB' as const, 'PPD' as const)
const description = fc.constantFrom('LOAN PYMT', 'LEASE', 'PAYMENT', 'A')

const anyPurpose: fc.Arbitrary<AchPurpose> = fc.oneof(
  fc.record({ kind: fc.constant('debits' as const), class: anyClass, description }),
  fc.record({ kind: fc.constant('prenotes' as const), class: anyClass, description }),
  fc.record({ kind: fc.constant('refunds' as const), description }),
  fc.record({ kind: fc.constant('accountCheck' as const), withDebits: fc.boolean() }),
  fc.record({ kind: fc.constant('retries' as const), class: anyClass }),
  fc.record({ kind: fc.constant('returnFees' as const), class: anyClass }),
  fc.record({
    kind: fc.constant('reversals' as const),
    class: anyClass,
    of: fc.constantFrom('debits' as const, 'credits' as const),
  }),
)

const anyEntry = fc.record({
  receiver: anyReceiver,
  amount: fc.oneof(fc.integer({ min: 1, max: 9_999_999_999 }), fc.integer({ min: 1, max: 99 })),
  identification: words(15, 'ABC0123456789-'),
  isSingle: fc.boolean(),
  step: fc.integer({ min: 1, max: 9_000 }),
})

const anyBatch = fc.record({
  purpose: anyPurpose,
  drafts: fc.array(anyEntry, { minLength: 1, maxLength: 12 }),
  step: fc.integer({ min: 1, max: 900_000 }),
  days: fc.integer({ min: 0, max: 400 }),
  odfi: fc.constantFrom(COMPANY.odfi, '12104288'),
})

export const anyFile: fc.Arbitrary<AchBatch[]> = fc
  .array(anyBatch, { minLength: 1, maxLength: 6 })
  .map((drafts) => {
    let number = 0
    return drafts.map(({ purpose, drafts: entries, step, days, odfi }) => {
      number += step
      const effective = addBankingDays(addDays(date('2026-12-04'), days), 0)
      const company = { ...COMPANY, odfi }
      return batch(purpose, entriesOf(entries, purpose), { number, effective, company })
    })
  })

type Draft = typeof anyEntry extends fc.Arbitrary<infer T> ? T : never

/** The drafts as the purpose has them; in a batch that checks accounts each debit follows its credit. */
function entriesOf(drafts: readonly Draft[], purpose: AchPurpose): AchEntry[] {
  let sequence = 0
  const entries = drafts.map(({ receiver, amount, identification, isSingle, step }): AchEntry => {
    sequence += step
    const isWeb = 'class' in purpose && purpose.class === 'WEB'
    return {
      receiver,
      direction: directionOf(purpose),
      amount: cents(amountOf(amount, purpose)),
      identification,
      recurrence: isWeb ? (isSingle ? 'single' : 'recurring') : null,
      sequence,
    }
  })
  if (purpose.kind !== 'accountCheck' || !purpose.withDebits) return entries
  return [
    ...entries,
    ...entries.map((entry, at): AchEntry => {
      return { ...entry, direction: 'debit', sequence: sequence + at + 1 }
    }),
  ]
}

function directionOf(purpose: AchPurpose): AchEntry['direction'] {
  if (purpose.kind === 'reversals') return purpose.of === 'debits' ? 'credit' : 'debit'
  return purpose.kind === 'refunds' || purpose.kind === 'accountCheck' ? 'credit' : 'debit'
}

function amountOf(amount: number, { kind }: AchPurpose): number {
  if (kind === 'prenotes') return 0
  return kind === 'accountCheck' ? (amount % 99) + 1 : amount
}
