// The working of any figure: its arithmetic as a strip, its parts below, the rule in words and
// where it comes from.
import type { Explanation } from '#src/domain/explanation.ts'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Working } from '#src/ui/figures/working.tsx'
import type { Reader } from '../reader.ts'
import { figureOf, stripOf } from './strips.ts'

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
    ...paymentNote(part, reader),
    ...(hasWorking(part, reader) && {
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

/** Which payment of the contract a part belongs to. */
function paymentNote(part: Explanation, reader: Reader): { note?: string } {
  if (part.label !== 'installment' && part.label !== 'toInstallment') return {}
  const number = part.inputs.find((input) => input.name === 'installmentNumber')
  const due = part.inputs.find((input) => input.name === 'dueDate')
  if (number?.name !== 'installmentNumber' || due?.name !== 'dueDate') return {}
  const day = reader.date(due.date, 'shortDated')
  return { note: reader.words.explanation.forPayment(number.count, day) }
}

/** A share that pays all of one figure has that figure's working, not a list of one. */
function workingOf(part: Explanation): Explanation {
  const only = part.parts?.length === 1 ? part.parts[0] : undefined
  return only && only.amount === part.amount ? only : part
}

function hasWorking(part: Explanation, reader: Reader): boolean {
  return (part.parts?.length ?? 0) > 0 || stripOf(part, reader).length > 0
}

/** Rules in words, each once, and the citations behind them. */
function RuleWords({ rules, reader }: { rules: readonly Explanation[]; reader: Reader }) {
  const w = reader.words.explanation
  const sentences = new Set(rules.map(({ rule }) => w.rules[rule]))
  const citations = new Set(rules.flatMap(({ citation }) => (citation ? [citation] : [])))
  return (
    <p class="k-small">
      {[
        ...sentences,
        ...(rules.some(({ rule }) => rule === 'constantYieldPayment') ? [w.rateNotice] : []),
        ...[...citations].map((citation) => w.rule(citation)),
      ].join(' ')}
    </p>
  )
}
