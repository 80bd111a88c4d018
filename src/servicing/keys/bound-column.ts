import type { SealedColumn } from '#src/store/sealed-values.ts'

export type BoundColumn = SealedColumn & {
  /** The context that a row's value was sealed with, by the parts of its name. */
  readonly context: (name: readonly string[]) => string
}

export const ofAccount = ['account_id', 'id'] as const
export const ofRow = ['id'] as const
