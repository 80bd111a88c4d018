// The words of a message that leaves the portal, in the language of whoever gets it.
import { assert } from '#src/domain/assert.ts'
import { parseDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { deviceName } from '#src/words/device-name.ts'
import type { SignInFacts } from '#src/words/en/identity/browser-notices.ts'
import type { PaymentFacts } from '#src/words/en/payment-messages.ts'
import type { SharingFacts } from '#src/words/en/sharing/sharing-notices.ts'
import { formatDate, formatMoment, formatMoney } from '#src/words/format.ts'
import type { Locale } from '#src/words/locale.ts'
import { type Words, words } from '#src/words/words.ts'

/** Keys of the wording. */
export type OutsideTemplate = keyof Words['outside']

export type OutsideMessage = {
  readonly template: string
  readonly locale: Locale
  /** The one-time code in it; null where there is none. */
  readonly code: string | null
  /** Of a sign-in: what the browser calls itself, its network, the moment. */
  readonly parameters?: Readonly<Record<string, unknown>>
}

type Sender = {
  readonly name: string
  readonly host: string
  readonly fraudPhone: string
  /** In which moments are told. */
  readonly timeZone: string
}

export function mailOf(
  message: OutsideMessage,
  sender: Sender,
): { readonly subject: string; readonly text: string } {
  const wording = wordingOf(message)
  const paragraphs = wording.mail(sender, spaced(message.code), factsOf(message, sender))
  return {
    subject: wording.subject(sender),
    text: `${paragraphs.join('\n\n')}\n\n${sender.name}\n`,
  }
}

export function textOf(message: OutsideMessage, sender: Sender): string {
  const facts = factsOf(message, sender)
  return wordingOf(message).text(sender, spaced(message.code), facts)
}

function wordingOf({ template, locale }: OutsideMessage): Words['outside'][OutsideTemplate] {
  const known = words(locale).outside
  const wording = Object.entries(known).find(([name]) => name === template)?.[1]
  assert(wording, `there are words for ${template}`)
  return wording
}

/** Only the wording of a sign-in, a payment or a payoff of others looks at them. */
function factsOf(
  message: OutsideMessage,
  sender: Sender,
): SignInFacts & PaymentFacts & SharingFacts {
  const { locale, parameters = {} } = message
  const { device = '', network = '', at = '', trusted = 'no' } = parameters
  const now = String(at)
  return {
    ...paymentFacts(message),
    ...sharingFacts(message),
    device: deviceName(String(device), words(locale).security),
    network: String(network),
    isTrusted: trusted === 'yes',
    // It goes out at once.
    when: now === '' ? '' : formatMoment(now, { zone: sender.timeZone, locale, now }),
  }
}

function sharingFacts({ locale, parameters = {} }: OutsideMessage): SharingFacts {
  const text = (name: string) => String(parameters[name] ?? '')
  const missing = text('missing')
  return {
    payer: text('payer'),
    vehicle: text('vehicle'),
    missing: /^\d{1,15}$/.test(missing) ? formatMoney(cents(Number(missing)), locale) : '',
  }
}

function paymentFacts({ locale, parameters = {} }: OutsideMessage): PaymentFacts {
  const text = (name: string) => String(parameters[name] ?? '')
  const money = (name: string) =>
    /^\d{1,15}$/.test(text(name)) ? formatMoney(cents(Number(text(name))), locale) : ''
  const day = (name: string) => {
    const on = parseDate(text(name))
    return on ? formatDate(on, locale, 'full') : ''
  }
  return {
    amount: money('amount'),
    interest: money('interest'),
    principal: money('principal'),
    charges: money('charges'),
    fee: money('fee'),
    total: money('total'),
    effective: day('effective'),
    withdrawn: day('withdrawn'),
    cleared: day('cleared'),
    confirmation: text('confirmation'),
  }
}

/** "482 913": read aloud and typed in halves; the form takes it with and without the blank. */
function spaced(code: string | null): string {
  if (code === null) return ''
  return /^\d+$/.test(code) ? code.replace(/(\d{3})(?=\d)/g, '$1 ') : code
}
