// The working of any figure: its arithmetic as a strip, its parts below, the rule in words and
// where it comes from.
import type { Explanation, ExplanationInput } from '#src/domain/explanation.ts'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Working, type WorkingTerm } from '#src/ui/figures/working.tsx'
import { formatRate } from '#src/words/format.ts'
import type { Reader } from './reader.ts'

export function ExplanationView(props: { explanation: Explanation; reader: Reader }) {
  const { explanation, reader } = props
  const parts = (explanation.parts ?? []).filter((part) => part.amount !== 0 || part.parts)
  const only = parts.length === 1 ? parts[0] : undefined
  if (explanation.rule === 'roundedOnce' && only?.rule === 'simpleDailyInterest') {
    return <RoundedSegment total={explanation} segment={only} reader={reader} />
  }
  const terms = stripOf(explanation, reader)
  return (
    <>
      {terms.length > 0 && <Working terms={terms} />}
      {parts.length > 0 && <Parts total={explanation} parts={parts} reader={reader} />}
      <RuleWords rules={[explanation]} reader={reader} />
    </>
  )
}

/** The usual case: one stretch of days, so that one strip says it all. */
function RoundedSegment(props: { total: Explanation; segment: Explanation; reader: Reader }) {
  const { total, segment, reader } = props
  const w = reader.words.explanation
  const operands = stripOf(segment, reader).slice(0, -1)
  const result = {
    operator: '=' as const,
    value: figureOf(total, reader),
    label: w.figures.interest.toLowerCase(),
  }
  return (
    <>
      <Working terms={[...operands, result]} />
      <RuleWords rules={[segment, total]} reader={reader} />
    </>
  )
}

/** Each part with its own working under it; the whole last. */
function Parts(props: { total: Explanation; parts: readonly Explanation[]; reader: Reader }) {
  const { total, parts, reader } = props
  const w = reader.words.explanation
  const rows = parts.map((part) => ({
    label: w.figures[part.label],
    value: figureOf(part, reader),
    ...(hasWorking(part) && {
      below: (
        <div class="k-disclosure-body">
          <ExplanationView explanation={workingOf(part)} reader={reader} />
        </div>
      ),
    }),
  }))
  const whole = {
    label: w.figures[total.label],
    value: figureOf(total, reader),
    strength: 'total' as const,
    ...(total.rule === 'roundedOnce' && { note: w.rounded }),
  }
  return <DefinitionRows rows={[...rows, whole]} />
}

/** A share that pays all of one figure has that figure's working, not a list of one. */
function workingOf(part: Explanation): Explanation {
  const only = part.parts?.length === 1 ? part.parts[0] : undefined
  return only && only.amount === part.amount ? only : part
}

function hasWorking(part: Explanation): boolean {
  return (part.parts?.length ?? 0) > 0 || part.rule === 'simpleDailyInterest' || isLateCharge(part)
}

function isLateCharge(explanation: Explanation): boolean {
  return explanation.label === 'lateCharge'
}

/** Rules in words, each once, and the citations behind them. */
function RuleWords(props: { rules: readonly Explanation[]; reader: Reader }) {
  const w = props.reader.words.explanation
  const sentences = new Set(props.rules.map(({ rule }) => w.rules[rule]))
  const citations = new Set(props.rules.flatMap(({ citation }) => (citation ? [citation] : [])))
  return (
    <p class="k-small">
      {[...sentences, ...[...citations].map((citation) => w.rule(citation))].join(' ')}
    </p>
  )
}

/**
 * The operands of a figure with operators between them; empty when it has no arithmetic of its
 * own.
 */
function stripOf(explanation: Explanation, reader: Reader): WorkingTerm[] {
  if (explanation.rule === 'simpleDailyInterest') return segmentTerms(explanation, reader)
  if (isLateCharge(explanation)) return lateChargeTerms(explanation, reader)
  return []
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

function lateChargeTerms(explanation: Explanation, reader: Reader): WorkingTerm[] {
  const named = (name: ExplanationInput['name']) =>
    explanation.inputs.filter((input) => input.name === name)
  const [installment, percent] = [...named('installment'), ...named('percent')]
  if (!installment || !percent) return []
  return [
    termOf(installment, reader),
    { operator: '×', ...termOf(percent, reader) },
    {
      operator: '=',
      value: figureOf(explanation, reader),
      label: reader.words.explanation.figures.lateCharge.toLowerCase(),
    },
  ]
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
      return { value: reader.money(input.cents), label }
    default:
      return { value: input.count, label }
  }
}

/** Its amount, or where it is not whole cents its exact value. */
function figureOf(explanation: Explanation, reader: Reader): string {
  if (explanation.amount !== undefined) return reader.money(explanation.amount)
  const exact = explanation.inputs.find((input) => input.name === 'exact')
  return exact?.name === 'exact' ? `$${exact.dollars}` : ''
}
