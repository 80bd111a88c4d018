// Where a person can be reached: what the servicing file says, masked on every page.
import type { ObligorDetails } from '#src/domain/account/boarding.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import type { Db } from '#src/store/database.ts'
import type { LoginAccount } from '#src/store/logins/logins.ts'
import type { CodeMethod } from '#src/store/logins/sent-codes.ts'
import type { Vault } from '#src/vault/vault.ts'

export type Contact = {
  /** Names it in a form: "email-1". Says nothing about the address. */
  readonly id: string
  readonly method: CodeMethod
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
  const found = await Promise.all(obligors.map((obligor) => readObligor(db, vault, obligor)))
  return contactsIn(found.flatMap((obligor) => (obligor ? [obligor.details] : [])))
}

/** The same of people whose papers are at hand. */
export function contactsIn(people: readonly ObligorDetails[]): Contact[] {
  return [
    ...named(people, 'sms', ({ phone }) => phone, maskedPhone),
    ...named(people, 'email', ({ email }) => email, maskedEmail),
  ]
}

function named(
  people: readonly ObligorDetails[],
  method: CodeMethod,
  of: (person: ObligorDetails) => string | null,
  mask: (to: string) => string,
): Contact[] {
  const known = new Map<string, ObligorDetails['locale']>()
  for (const person of people) {
    const to = of(person)
    if (to !== null && !known.has(to)) known.set(to, person.locale)
  }
  return [...known].map(([to, locale], index) => {
    return { id: `${method}-${index + 1}`, method, to, masked: mask(to), locale }
  })
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
