import type { autopay as english } from '../../en/autopay/autopay.ts'
import { autopayForm } from './autopay-form.ts'
import { autopayMessages } from './autopay-messages.ts'
import { autopayPages } from './autopay-pages.ts'
import { autopayReasons } from './autopay-reasons.ts'

export const autopay: typeof english = {
  form: autopayForm,
  pages: autopayPages,
  messages: autopayMessages,
  reasons: autopayReasons,
}
