// What changing one debit of autopay does to the debits after it.
import { Note } from '#src/ui/note.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import type { DraftPlace } from './draft-place.ts'

/** Nothing where autopay did not set the payment that is changed. */
export function OneDebitNote({ visit, place }: { visit: AccountVisit; place: DraftPlace }) {
  const { reader, base } = visit
  const { pages } = reader.words.autopay
  if (!place.changing?.isAutopay) return null
  return (
    <div class="mb-6">
      <Note lead={pages.oneChangedLead}>
        {pages.oneChanged} <a href={`${base}/autopay`}>{pages.overview.see}</a>
      </Note>
    </div>
  )
}
