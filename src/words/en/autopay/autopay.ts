// The pages of autopay.
import { autopayForm } from './autopay-form.ts'
import { autopayMessages } from './autopay-messages.ts'
import { autopayPages } from './autopay-pages.ts'
import { autopayReasons } from './autopay-reasons.ts'

export const autopay = {
  form: autopayForm,
  pages: autopayPages,
  messages: autopayMessages,
  reasons: autopayReasons,
}
