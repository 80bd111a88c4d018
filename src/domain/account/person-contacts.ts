// The phones and e-mail addresses of one person, and what changing them leaves. The first of each
// kind is the one that the account was boarded with, or what replaced it.
// Example: phones [A] and { kind: 'replaced', method: 'sms', from: A, to: B } leave phones [B].
import { accepted, type Outcome, refused } from '../refusal.ts'
import type { ObligorDetails, PostalAddress } from './boarding.ts'

export type ContactMethod = 'email' | 'sms'

/** Each kind in its order, phones in E.164. */
export type PersonContacts = Readonly<Record<ContactMethod, readonly string[]>>

export type ContactChange =
  | { readonly kind: 'added'; readonly method: ContactMethod; readonly to: string }
  | {
      readonly kind: 'replaced'
      readonly method: ContactMethod
      readonly from: string
      readonly to: string
    }
  | { readonly kind: 'removed'; readonly method: ContactMethod; readonly from: string }

/** Of each kind. Every one more is one more phone or mailbox that a code can be read from. */
export const MOST_CONTACTS = 3

/** Every contact of the same person in the files of several accounts, each once. */
export function contactsOfPeople(people: readonly ObligorDetails[]): PersonContacts {
  return {
    sms: unique(people.flatMap(({ phone, otherPhones = [] }) => [phone, ...otherPhones])),
    email: unique(people.flatMap(({ email, otherEmails = [] }) => [email, ...otherEmails])),
  }
}

/** The same papers with these contacts in place of theirs. */
export function withContacts(details: ObligorDetails, contacts: PersonContacts): ObligorDetails {
  const { otherEmails: _, otherPhones: __, ...rest } = details
  const [phone = null, ...otherPhones] = contacts.sms
  const [email = null, ...otherEmails] = contacts.email
  return {
    ...rest,
    phone,
    email,
    ...(otherPhones.length > 0 && { otherPhones }),
    ...(otherEmails.length > 0 && { otherEmails }),
  }
}

/**
 * Refused: `contactGone` (it was changed or removed before), `contactSame` (it is there already),
 * `contactsFull`, `lastContact`.
 */
export function changeContacts(
  now: PersonContacts,
  change: ContactChange,
): Outcome<PersonContacts> {
  const known = now[change.method]
  const at = 'from' in change ? known.findIndex((text) => isSame(text, change.from)) : -1
  if ('from' in change && at < 0) return refused({ code: 'contactGone' })
  if ('to' in change && known.some((text) => isSame(text, change.to)))
    return refused({ code: 'contactSame' })
  if (change.kind === 'added' && known.length >= MOST_CONTACTS)
    return refused({ code: 'contactsFull', most: MOST_CONTACTS })
  if (change.kind === 'removed' && now.sms.length + now.email.length === 1)
    return refused({ code: 'lastContact' })
  return accepted({ ...now, [change.method]: changed(known, change, at) })
}

/** Mailboxes are told apart without capitals, as every large provider does. */
export function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

export function isSameAddress(a: PostalAddress | null, b: PostalAddress | null): boolean {
  if (a === null || b === null) return a === b
  const lines = (of: PostalAddress) => [of.street, of.city, of.state, of.postalCode].join('\n')
  return lines(a) === lines(b)
}

/** Without the house number: enough to know one's own. */
export function maskedAddress(address: PostalAddress | null): string | null {
  if (!address) return null
  const { street, city, state, postalCode } = address
  return `${street.replace(/\d\S*/g, '••')}, ${city}, ${state} ${postalCode.slice(0, 5)}`
}

function changed(known: readonly string[], change: ContactChange, at: number): readonly string[] {
  switch (change.kind) {
    case 'added':
      return [...known, change.to]
    case 'replaced':
      return known.with(at, change.to)
    case 'removed':
      return known.toSpliced(at, 1)
  }
}

function unique(texts: readonly (string | null)[]): string[] {
  const given = texts.filter((text) => text !== null)
  return given.filter((text, at) => given.findIndex((other) => isSame(other, text)) === at)
}
