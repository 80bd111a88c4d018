// Why the sign-in form is shown, and the status that answers.

import type { Refusal } from '#src/domain/refusal.ts'
import type { FieldProblem } from '#src/http/form.ts'
import type { PageStatus } from '../page.tsx'
import type { SignInNoticeName } from './sign-in-notice.tsx'

export type SignInView =
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'notice'
      readonly notice: SignInNoticeName
    }
  | { readonly kind: 'stale' }
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] }
  /** `waitSeconds`: until the next try is checked; null: at once. */
  | { readonly kind: 'wrong'; readonly waitSeconds: number | null }
  | {
      readonly kind: 'paused'
      readonly waitSeconds: number | null
      readonly counted: 'own' | 'network' | 'site'
    }
  /** A hundred wrong in a row: no wait helps. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  | { readonly kind: 'passkey'; readonly refusal: Refusal }

export function statusOfView(view: SignInView): PageStatus {
  switch (view.kind) {
    case 'plain':
    case 'notice':
      return 200
    case 'busy':
      return 503
    case 'paused':
    case 'closed':
      return 429
    case 'passkey':
      return view.refusal.code === 'waitBeforeTrying' ? 429 : 422
    case 'stale':
    case 'problems':
    case 'wrong':
      return 422
  }
}
