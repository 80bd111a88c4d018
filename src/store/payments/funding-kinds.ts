// What an obligor can pay from: two kinds of bank accounts, and a card that is kept.
import { assert } from '#src/domain/assert.ts'

export type BankKind = 'checking' | 'savings'
export type FundingKind = BankKind | 'card'

/** For what only a bank moves: no card comes there. */
export function bankKind(kind: FundingKind): BankKind {
  assert(kind !== 'card', 'a card is charged at its processor, not by its bank')
  return kind
}
