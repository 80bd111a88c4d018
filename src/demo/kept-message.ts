/** What a demo would have sent. */
export type KeptMessage = {
  readonly kind: 'mail' | 'text'
  readonly id: string
  readonly at: string
  readonly to: string
  readonly subject: string | null
  readonly text: string
}
