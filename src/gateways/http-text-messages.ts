// Text messages through an HTTP gateway with the shape of Twilio's Messages resource: a form with
// To, From and Body, posted with an account and a secret.
import type { TextMessage } from './messenger.ts'

const WAIT_MS = 10_000

export type TextGatewaySettings = {
  /** The whole address of the resource: ".../2010-04-01/Accounts/AC.../Messages.json". */
  readonly url: string
  readonly account: string
  readonly secret: string
  /** E.164 number, or the id of a messaging service. */
  readonly from: string
}

/** Throws when the gateway does not take the message. */
export function httpTextMessages(
  settings: TextGatewaySettings,
): (message: TextMessage) => Promise<void> {
  const { url, account, secret, from } = settings
  const authorization = `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}`
  return async ({ to, text }) => {
    const sender = from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from }
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({ To: to, Body: text, ...sender }),
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
    })
    // Not its body: it may repeat the number.
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`the text gateway answered ${answer.status}`)
  }
}
