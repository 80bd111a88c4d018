// What the model privacy form says, box by box.

/** A box of the form: its label to the left, to the right sentences and a list. */
export type NoticeRow = {
  readonly label: string
  readonly text: readonly string[]
  readonly bullets: readonly string[]
  /** Sentences under the list. */
  readonly after: readonly string[]
}

export type NoticeBody = {
  readonly revised: string
  readonly facts: string
  readonly title: string
  readonly key: readonly NoticeRow[]
  readonly table: {
    readonly heads: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  /** Null where nothing can be limited. */
  readonly limit: NoticeRow | null
  readonly questions: NoticeRow
  readonly practices: { readonly heading: string; readonly rows: readonly NoticeRow[] }
  readonly definitions: { readonly heading: string; readonly rows: readonly NoticeRow[] }
  readonly other: { readonly heading: string; readonly text: string } | null
}
