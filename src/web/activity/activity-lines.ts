import type { AccountView } from '#src/servicing/view-account.ts'
import type { Reader } from '../reader.ts'
import type { AccountActivity } from './activity-line.ts'
import { leaseActivity } from './lease-lines.ts'
import { loanActivity } from './loan-lines.ts'

export function activityIn(view: AccountView, reader: Reader): AccountActivity {
  return view.product === 'lease' ? leaseActivity(view, reader) : loanActivity(view, reader)
}
