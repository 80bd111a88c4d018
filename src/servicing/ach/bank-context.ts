import type { Bank } from '#src/gateways/bank.ts'
import type { ServicingContext } from '../context.ts'

/** What verbs need that reach the bank. */
export type BankContext = ServicingContext & { readonly bank: Bank }
