// "How much each time?" and "On which day?", each answer with the fields of its own.
import { contractPayment } from '#src/domain/paying/payable.ts'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { DateField, MoneyField, TextField } from '#src/ui/forms/text-field.tsx'
import { type AutopayFormProps, errorOf } from './form-parts.ts'

export function AmountChoices(props: AutopayFormProps) {
  const { visit, asked } = props
  const { reader } = visit
  const w = reader.words.autopay.form.amount
  const { draft, view } = asked
  const field = (name: 'extra' | 'fixed', label: string) => (
    <MoneyField id={name} name={name} label={label} value={draft[name]} {...errorOf(props, name)} />
  )
  // A lease has no principal that more money could lower.
  const more = [
    { value: 'plusExtra', name: w.plusExtra, fields: field('extra', w.extra) },
    {
      value: 'fixed',
      name: w.fixed,
      note: w.fixedNote,
      fields: field('fixed', w.fixedField),
    },
  ]
  return (
    <ChoiceList
      id="amount"
      name="amount"
      legend={w.heading}
      value={draft.amount}
      {...errorOf(props, 'amount')}
      choices={[
        {
          value: 'installment',
          name: w.installment,
          note: w.installmentNote,
          amount: reader.money(contractPayment(view.ledger)),
        },
        ...(view.product === 'loan' ? more : []),
      ]}
    />
  )
}

export function DayChoices(props: AutopayFormProps) {
  const { visit, asked } = props
  const w = visit.reader.words.autopay.form.day
  const { draft, view, options } = asked
  const { earliestDaysBefore } = options.rules
  const number = (name: 'days' | 'dayOfMonth' | 'first' | 'second', label: string) => (
    <TextField
      id={name}
      name={name}
      label={label}
      value={draft[name]}
      inputmode="numeric"
      autocomplete="off"
      maxlength={2}
      width="short"
      {...(name === 'dayOfMonth' && { hint: w.dayHint(earliestDaysBefore) })}
      {...errorOf(props, name)}
    />
  )
  const monthly = [
    { value: 'dayOfMonth', name: w.dayOfMonth, fields: number('dayOfMonth', w.dayField) },
    {
      value: 'twiceAMonth',
      name: w.twiceAMonth,
      note: w.splitNote,
      fields: (
        <>
          {number('first', w.first)}
          {number('second', w.second)}
        </>
      ),
    },
    {
      value: 'everyTwoWeeks',
      name: w.everyTwoWeeks,
      note: w.splitNote,
      fields: (
        <DateField
          id="payday"
          name="payday"
          label={w.payday}
          value={draft.payday}
          {...errorOf(props, 'payday')}
        />
      ),
    },
  ]
  return (
    <ChoiceList
      id="day"
      name="day"
      legend={w.heading}
      value={draft.day}
      {...errorOf(props, 'day')}
      choices={[
        { value: 'dueDate', name: w.dueDate },
        { value: 'daysBefore', name: w.daysBefore, fields: number('days', w.daysField) },
        ...(view.ledger.contract.frequency === 'monthly' ? monthly : []),
      ]}
    />
  )
}
