// What carries a message to a person outside the portal. A gateway that throws is tried again; a
// message may arrive twice, under the same id, and never less than once.

export type Mail = {
  /** Ours; the same at each try, so that a mail program shows a repetition once. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export type TextMessage = {
  readonly id: string
  /** E.164. */
  readonly to: string
  readonly text: string
}

export type Messenger = {
  readonly sendMail: (mail: Mail) => Promise<void>
  readonly sendText: (message: TextMessage) => Promise<void>
}
