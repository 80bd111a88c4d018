import type { autopay as english } from '../../en/autopay/autopay.ts'
import { autopayMessages } from './autopay-messages.ts'
import { autopayReasons } from './autopay-reasons.ts'

export const autopay: typeof english = {
  messages: autopayMessages,
  reasons: autopayReasons,
}
