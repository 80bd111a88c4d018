// "How much?": what is due, more than that, everything, or another amount.
import { dueDate } from '#src/domain/contract/schedule.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Payoff } from '#src/domain/rules/payoff.ts'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { type Choice, ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { MoneyField } from '#src/ui/forms/text-field.tsx'
import { leaseChoices } from '../lease/lease-choices.tsx'
import { dueName, dueNote, otherHint, pastDueNote } from './amount-notes.ts'
import { type AmountFormProps, errorOf } from './amount-parts.ts'

export function AmountChoices(props: AmountFormProps) {
  const { reader } = props.visit
  const { options, draft } = props.parts
  const { payoffOnDate } = options
  return (
    <ChoiceList
      id="choice"
      name="choice"
      legend={reader.words.payments.amount.heading}
      value={draft.choice}
      {...errorOf(props.parts, 'choice')}
      choices={payoffOnDate ? loanChoices(props, payoffOnDate) : leaseChoices(props)}
    />
  )
}

function loanChoices(props: AmountFormProps, payoffOnDate: Payoff): Choice[] {
  const { reader } = props.visit
  const { options, draft } = props.parts
  const w = reader.words.payments.amount
  const { due } = options
  // Of a charged-off debt there is nothing to choose but how much.
  const isChargedOff = payoffOnDate.chargedOff > 0
  const late = {
    value: 'pastDue',
    name: w.pastDue,
    note: pastDueNote(due, reader),
    amount: reader.money(due.pastDue),
  }
  const all = {
    value: 'due',
    name: dueName(due, reader),
    note: dueNote(due, reader),
    amount: reader.money(due.total),
  }
  return [
    ...(due.pastDue > 0 && !isChargedOff ? [late] : []),
    ...(due.total > 0 && !isChargedOff ? [all, extraChoice(props)] : []),
    ...(isChargedOff || options.lateFirst > 0
      ? []
      : [principalChoice(props, payoffOnDate.interest)]),
    {
      value: 'payoff',
      name: w.payoff,
      note: w.payoffOn(reader.date(payoffOnDate.on, 'day')),
      amount: reader.money(payoffOnDate.total),
    },
    {
      value: 'other',
      name: w.other,
      note: w.otherRange(reader.money(options.smallest)),
      fields: (
        <MoneyField
          id="amount"
          name="amount"
          label={w.otherField}
          hint={otherHint(props.parts, reader)}
          value={draft.amount}
          {...errorOf(props.parts, 'amount')}
        />
      ),
    },
  ]
}

/** Beside the installments. Who is late reads under the list why it is not there. */
function principalChoice({ visit, parts }: AmountFormProps, interest: Cents): Choice {
  const { reader } = visit
  const w = reader.words.payments.amount
  return {
    value: 'principal',
    name: w.principal,
    note: w.principalNote,
    fields: (
      <MoneyField
        id="principalAmount"
        name="principalAmount"
        label={w.principalField}
        hint={w.principalHint(reader.money(interest))}
        value={parts.draft.principalAmount}
        {...errorOf(parts, 'principalAmount')}
      />
    ),
  }
}

function extraChoice(props: AmountFormProps): Choice {
  const { reader } = props.visit
  const { draft, preview } = props.parts
  const w = reader.words.payments.amount
  const isChosen = preview?.choice.choice === 'duePlusExtra'
  const byExtra = isChosen ? preview.byExtra : null
  const saved = byExtra?.principal.interestSaved
  const left = byExtra?.installments.nextDueAfter
  const next = followingDueDate(props)
  return {
    value: 'duePlusExtra',
    name: w.duePlusExtra,
    ...(isChosen ? { amount: reader.money(preview.amount) } : { note: w.plusExtraNote }),
    fields: (
      <>
        <MoneyField
          id="extraAmount"
          name="extraAmount"
          label={w.extra}
          value={draft.extraAmount}
          {...errorOf(props.parts, 'extraAmount')}
        />
        <RadioGroup
          id="extra"
          name="extra"
          legend={w.extraGoes}
          value={draft.extra}
          options={[
            {
              value: 'principal',
              label: saved ? w.toPrincipalSaves(reader.money(saved)) : w.toPrincipal,
            },
            {
              value: 'installments',
              label: left
                ? w.toNextLeaves(reader.date(left.due, 'day'), reader.money(left.amount))
                : next
                  ? w.toNextDue(next)
                  : w.toNext,
            },
          ]}
        />
      </>
    ),
  }
}

/** Due date of the installment after the one that is due now. */
function followingDueDate({ visit, parts }: AmountFormProps): string | null {
  const { current } = parts.options.due
  if (parts.view.product === 'lease') return null
  const { contract } = parts.view.position
  if (!current || current.number >= contract.payments) return null
  return visit.reader.date(dueDate(contract, current.number + 1), 'day')
}
