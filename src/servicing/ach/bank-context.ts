import type { Bank } from '#src/gateways/bank.ts'
import type { CardProcessor } from '#src/gateways/cards/card.ts'
import type { ServicingContext } from '../context.ts'

/** What verbs need that reach the bank. */
export type BankContext = ServicingContext & {
  readonly bank: Bank
  /** Null: nobody can pay by card. */
  readonly card?: CardProcessor | null
}
