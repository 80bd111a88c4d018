// The arithmetic of one figure as a strip: operands with operators between them, the result last.
import type { Explanation, ExplanationInput, FigureName } from '#src/domain/explanation.ts'
import { cents, minus } from '#src/domain/money.ts'
import type { WorkingTerm } from '#src/ui/figures/working.tsx'
import { formatRate } from '#src/words/format.ts'
import type { Reader } from '../reader.ts'

/**
 * The operands of a figure with operators between them; empty when it has no arithmetic of its
 * own.
 */
export function stripOf(explanation: Explanation, reader: Reader): WorkingTerm[] {
  switch (explanation.rule) {
    case 'simpleDailyInterest':
      return segmentTerms(explanation, reader)
    case 'lateChargeOncePerInstallment':
      return productTerms(explanation, reader, ['installment', 'percent'])
    case 'percentOfBasePayment':
      return productTerms(explanation, reader, ['amount', 'percent'])
    case 'paymentsTimesNumber':
      return productTerms(explanation, reader, ['amount', 'payments'])
    case 'waterfallOrder':
      return restTerms(explanation, reader)
    case 'moneyFactorPayment':
    case 'constantYieldPayment':
      return leasePaymentTerms(explanation, reader)
    default:
      return []
  }
}

const SEGMENT_OPERATORS = {
  days: undefined,
  principal: '×',
  rate: '×',
  daysInYear: '÷',
  exact: '=',
} as const

function segmentTerms(explanation: Explanation, reader: Reader): WorkingTerm[] {
  return explanation.inputs.flatMap((input) => {
    if (!(input.name in SEGMENT_OPERATORS)) return []
    const operator = SEGMENT_OPERATORS[input.name as keyof typeof SEGMENT_OPERATORS]
    return [{ ...(operator && { operator }), ...termOf(input, reader) }]
  })
}

type InputName = ExplanationInput['name']

/** One input times another. */
function productTerms(
  explanation: Explanation,
  reader: Reader,
  names: readonly [InputName, InputName],
): WorkingTerm[] {
  const [first, second] = names.flatMap((name) => inputsNamed(explanation, name))
  if (!first || !second) return []
  return [
    { ...termOf(first, reader), ...labelIn(explanation, first, reader) },
    { operator: '×', ...termOf(second, reader), ...labelIn(explanation, second, reader) },
    resultOf(explanation, reader),
  ]
}

/** A payment less what went elsewhere; money we already held is added to it. */
function restTerms(explanation: Explanation, reader: Reader): WorkingTerm[] {
  const { figures } = reader.words.explanation
  const [amount] = inputsNamed(explanation, 'amount')
  const others = inputsNamed(explanation, 'less')
  if (!amount || others.length === 0) return []
  const taken = others.flatMap((input): WorkingTerm[] => {
    if (input.name !== 'less') return []
    const isTaken = input.cents > 0
    const label = (isTaken ? figures[input.figure] : figures.unapplied).toLowerCase()
    const value = reader.money(cents(Math.abs(input.cents)))
    return [{ operator: isTaken ? '\u2212' : '+', value, label }]
  })
  const payment = { ...termOf(amount, reader), label: figures.payment.toLowerCase() }
  return [payment, ...taken, resultOf(explanation, reader)]
}

/** Operands of these figures have names of their own. */
function labelIn(figure: Explanation, input: ExplanationInput, reader: Reader): { label?: string } {
  const { figures, taxRate } = reader.words.explanation
  if (figure.label === 'paymentTax' && input.name === 'percent') return { label: taxRate }
  if (input.name !== 'amount') return {}
  if (figure.label === 'totalOfPeriodicPayments')
    return { label: figures.totalPayment.toLowerCase() }
  return { label: figures.basePayment.toLowerCase() }
}

/**
 * A money factor's payment is plain arithmetic; one at a constant rate is solved, and shows what it
 * was solved from.
 */
function leasePaymentTerms(explanation: Explanation, reader: Reader): WorkingTerm[] {
  const { figures } = reader.words.explanation
  const amountTerm = (label: FigureName): WorkingTerm[] => {
    const found = partNamed(explanation, label)
    return found ? [{ value: figureOf(found, reader), label: figures[label].toLowerCase() }] : []
  }
  const [payments] = inputsNamed(explanation, 'payments')
  const [factor] = inputsNamed(explanation, 'moneyFactor')
  const [rate] = inputsNamed(explanation, 'yearlyRate')
  const [residual] = amountTerm('residualValue')
  const [depreciation] = amountTerm('depreciation')
  const [cost] = amountTerm('adjustedCapitalizedCost')
  const residualValue = partNamed(explanation, 'residualValue')?.amount
  if (!payments || !residual || !depreciation || !cost || residualValue === undefined) return []
  const times = termOf(payments, reader)
  const shownResidual = { ...residual, value: reader.money(cents(-residualValue)) }
  if (!factor && rate)
    return [cost, shownResidual, times, termOf(rate, reader), resultOf(explanation, reader)]
  if (!factor) return []
  const costValue = partNamed(explanation, 'adjustedCapitalizedCost')?.amount ?? residualValue
  const both = `${cost.label} + ${residual.label}`
  return [
    depreciation,
    { operator: '÷', ...times },
    { operator: '+', value: reader.money(minus(costValue, residualValue)), label: both },
    { operator: '×', ...termOf(factor, reader) },
    resultOf(explanation, reader),
  ]
}

/** The first part of that name, at any depth. */
function partNamed(explanation: Explanation, label: FigureName): Explanation | null {
  for (const part of explanation.parts ?? []) {
    const found = part.label === label ? part : partNamed(part, label)
    if (found) return found
  }
  return null
}

function inputsNamed(explanation: Explanation, name: InputName): ExplanationInput[] {
  return explanation.inputs.filter((input) => input.name === name)
}

function resultOf(explanation: Explanation, reader: Reader): WorkingTerm {
  const label = reader.words.explanation.figures[explanation.label].toLowerCase()
  return { operator: '=', value: figureOf(explanation, reader), label }
}

function termOf(input: ExplanationInput, reader: Reader): { value: string; label: string } {
  const w = reader.words.explanation
  const label = w.inputs[input.name]
  switch (input.name) {
    case 'days': {
      const span = w.span(reader.date(input.from, 'short'), reader.date(input.to, 'short'))
      return { value: w.days(input.days), label: span }
    }
    case 'rate':
    case 'percent':
      return { value: formatRate(input.ratePpb), label }
    case 'exact':
      return { value: `$${input.dollars}`, label }
    case 'dueDate':
    case 'on':
      return { value: reader.date(input.date, 'dated'), label }
    case 'principal':
    case 'amount':
    case 'installment':
    case 'minimum':
    case 'maximum':
    case 'less':
      return { value: reader.money(input.cents), label }
    case 'yearlyRate':
    case 'moneyFactor':
      return { value: shortDecimal(input.count), label }
    default:
      return { value: input.count, label }
  }
}

/** Its amount, or where it is not whole cents its exact value. */
export function figureOf(explanation: Explanation, reader: Reader): string {
  if (explanation.amount !== undefined) return reader.money(explanation.amount)
  const exact = explanation.inputs.find((input) => input.name === 'exact')
  return exact?.name === 'exact' ? `$${exact.dollars}` : ''
}

/** Nine decimals, as a money factor is printed; zeros at the end tell nothing. */
function shortDecimal(text: string): string {
  return text
    .replace(/(\.\d{9})\d+$/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
}
