// What every panel of the overview is given.
import type { LoanView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'

export type OverviewParts = { readonly visit: AccountVisit; readonly view: LoanView }
