// The ledger of one of the demo's stories on a day, without a database.
import { book } from '#seeds/book.ts'
import { extend } from '#src/domain/account/extend.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { boardingFacts } from '#src/servicing/boarding/boarding-facts.ts'

export function storyLedger(number: string, today: CivilDate): LoanLedger {
  const story = book(today).find(({ record }) => record.accountNumber === number)
  if (!story) throw new Error(`no story ${number}`)
  let made = 0
  const newId = () => {
    made += 1
    return `event-${made}`
  }
  const at = { through: today, postedAt: `${today}T12:00:00.000Z`, newId }
  return extend<LoanLedger>([], boardingFacts(story.record), at).ledger
}
