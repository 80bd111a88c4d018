import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { plus } from '#src/domain/money.ts'
import { pastDueInstallments } from '#src/domain/rules/installments.ts'
import { lateChargeAmount } from '#src/domain/rules/late-charge.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { Note } from '#src/ui/note.tsx'
import type { Reader } from '../reader.ts'
import { nextLateCharge } from './late-charge-ahead.ts'

/** What is late, until when it costs nothing more, and what comes with it. */
export function PastDueNote(props: { view: LoanView; reader: Reader }) {
  const { view, reader } = props
  const w = reader.words.account.next
  const { due } = view
  const oldest = pastDueInstallments(view.position, view.today)[0]
  const charges = plus(due.lateCharges, due.fees)
  const sentences = [
    ...(oldest ? lateChargeSentences(view, { oldest: oldest.due, reader }) : []),
    ...(oldest && due.current
      ? [w.current(reader.money(due.current.amount), reader.date(due.current.due, 'long'))]
      : []),
    ...(charges > 0 ? [w.charges(reader.money(charges))] : []),
  ]
  if (sentences.length === 0) return null
  return (
    <div class="mt-6">
      <Note
        tone={oldest ? 'warn' : 'plain'}
        {...(oldest && { lead: w.arrived(reader.date(oldest.due, 'day')) })}
      >
        {sentences.map((sentence) => (
          <p class="mt-1">{sentence}</p>
        ))}
      </Note>
    </div>
  )
}

function lateChargeSentences(view: LoanView, at: { oldest: CivilDate; reader: Reader }): string[] {
  const { reader } = at
  const w = reader.words.account.next
  const { contract } = view.position
  if (!contract.lateCharge) return [w.noLateCharge]
  const ahead = nextLateCharge(view)
  if (!ahead) return []
  const lastFreeDay = reader.date(addDays(ahead.on, -1), 'day')
  const charge = reader.money(lateChargeAmount(contract))
  return ahead.due === at.oldest
    ? [w.noLateChargeUntil(lastFreeDay, charge)]
    : [w.lateChargeFor(reader.date(ahead.due, 'day'), lastFreeDay, charge)]
}
