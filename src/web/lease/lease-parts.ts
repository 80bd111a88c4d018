// What every panel of a lease is given.
import type { LeaseView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'

export type LeaseParts = { readonly visit: AccountVisit; readonly view: LeaseView }
