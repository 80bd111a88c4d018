// The pages of autopay.
import { autopayMessages } from './autopay-messages.ts'
import { autopayReasons } from './autopay-reasons.ts'

export const autopay = {
  messages: autopayMessages,
  reasons: autopayReasons,
}
