// Where a person can be reached: what the servicing file says, masked on every page.
import type { ObligorDetails } from '#src/domain/account/boarding.ts'
import { type ContactMethod, contactsOfPeople } from '#src/domain/account/person-contacts.ts'
import { readPeople } from '#src/store/accounts/obligors.ts'
import type { Db } from '#src/store/database.ts'
import type { LoginAccount } from '#src/store/logins/logins.ts'
import type { Vault } from '#src/vault/vault.ts'

export type Contact = {
  /** Names it in a form: "email-1". Says nothing about the address. */
  readonly id: string
  /** Names it whatever stands beside it: a uuid made from the address by a keyed hash. */
  readonly key: string
  readonly method: ContactMethod
  readonly to: string
  /** "e••••@e••••.com", "••0148". */
  readonly masked: string
  readonly locale: 'en' | 'es'
}

/** Every contact of the obligors, phones first, each once. */
export async function contactsOf(
  db: Db,
  vault: Vault,
  obligors: readonly LoginAccount[],
): Promise<Contact[]> {
  const people = await readPeople(db, vault, obligors)
  return contactsIn(
    vault,
    people.map(({ details }) => details),
  )
}

/** The same of people whose papers are at hand. */
export function contactsIn(vault: Vault, people: readonly ObligorDetails[]): Contact[] {
  const { sms, email } = contactsOfPeople(people)
  const locale = people[0]?.locale ?? 'en'
  const named = (method: ContactMethod) => (to: string, index: number) => {
    return { id: `${method}-${index + 1}`, ...contactTo(vault, { method, to, locale }) }
  }
  return [...sms.map(named('sms')), ...email.map(named('email'))]
}

/** One that may not be anybody's yet. */
export function contactTo(
  vault: Vault,
  given: Pick<Contact, 'method' | 'to' | 'locale'>,
): Omit<Contact, 'id'> {
  const { method, to } = given
  return { ...given, key: contactKey(vault, to), masked: maskedContact(method, to) }
}

export function maskedContact(method: ContactMethod, to: string): string {
  return method === 'sms' ? maskedPhone(to) : maskedEmail(to)
}

/** RFC 9562, version 8: bits of our own. Capitals make no other mailbox. */
function contactKey(vault: Vault, to: string): string {
  const bytes = vault.mac('contact', to.toLowerCase()).subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The last four digits, as of an account number. */
function maskedPhone(phone: string): string {
  return `••${phone.slice(-4)}`
}

/** The first letter of the name and of the domain, and the ending: enough to know one's own. */
function maskedEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@')
  const end = domain.slice(domain.lastIndexOf('.'))
  return `${name.slice(0, 1)}••••@${domain.slice(0, 1)}••••${end}`
}
