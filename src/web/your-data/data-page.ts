import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'

export type DataPage = { readonly visit: AccountVisit; readonly view: AccountView }
