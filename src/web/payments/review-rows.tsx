// What is about to be paid, line by line, each with the way back to change it.
import { dateInZone } from '#src/domain/calendar.ts'
import { feeAmount } from '#src/domain/rules/payment-fee.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { spoken } from '../masked.tsx'
import { CutoffClock } from './cutoff-clock.tsx'
import { draftQuery } from './payment-draft.ts'
import { accountLabel, type Chosen, choiceWords } from './payment-words.ts'
import type { ReviewParts } from './review-parts.ts'

export function reviewRows(visit: AccountVisit, parts: ReviewParts) {
  const { reader, ctx } = visit
  const { preview, draft, place } = parts
  const { fundingAccount } = preview
  const added = dateInZone(fundingAccount.addedAt, ctx.lender.timeZone)
  const w = reader.words.payments.review
  const change = (what: keyof typeof w.changeWhat, field: string) => (
    <a href={`${place.form}?${draftQuery(draft)}#${field}`}>
      {w.change} <span class="k-visually-hidden">{w.changeWhat[what]}</span>
    </a>
  )
  const { effective, withdrawn } = preview.dates
  return [
    {
      label: w.youPay,
      value: reader.money(preview.amount),
      note: choiceWords(chosenOf(preview), reader),
      change: change('amount', 'choice'),
    },
    {
      label: w.from,
      value: spoken(accountLabel(fundingAccount, reader), reader),
      note: w.bank(fundingAccount.bankName, reader.date(added, 'shortDated')),
      change: change('from', 'from'),
    },
    {
      label: w.countsAsPaid,
      value: reader.date(effective, 'full'),
      note: w.leaves(reader.date(withdrawn, 'long')),
      change: change('when', 'on'),
    },
    {
      label: w.fee,
      value: reader.money(feeAmount(preview.fee)),
      note: preview.fee ? w.feeCited(preview.fee.citation, reader.money(preview.total)) : w.feeText,
    },
    {
      label: w.cancelUntil,
      value: reader.moment(preview.dates.cancelUntil),
      note: (
        <>
          <CutoffClock visit={visit} until={preview.dates.cancelUntil} /> {w.cancelText}
        </>
      ),
    },
  ]
}

/** What was chosen, as the preview has it. */
function chosenOf({ choice, amount }: ReviewParts['preview']): Chosen {
  return { ...choice, amount }
}
