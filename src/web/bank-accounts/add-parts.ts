import type { FieldProblem, Typed } from '#src/http/form.ts'
import type { Copyable } from '#src/servicing/funding/copy-funding-account.ts'
import type { AccountView } from '#src/servicing/view-account.ts'

/** What the page to add a bank account shows. */
export type AddParts = {
  readonly view: AccountView
  readonly typed: Typed
  /** The query of the payment to come back to. */
  readonly back: string
  readonly copyable: readonly Copyable[]
  readonly problems: readonly FieldProblem[]
}
