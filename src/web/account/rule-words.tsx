// Parts of the terms pages that loans and leases share: titles, where a rule comes from, and the
// late charge.
import { isUnwritten } from '#src/domain/contract/contract-rules.ts'
import type { LateChargeRule } from '#src/domain/contract/loan.ts'
import type { Cents } from '#src/domain/money.ts'
import type { RuleVersion } from '#src/store/rule-versions.ts'
import type { DefinitionRow } from '#src/ui/figures/definition-rows.tsx'
import { formatRate } from '#src/words/format.ts'
import type { Reader } from '../reader.ts'

export function RuleTitle(props: { children: string }) {
  return <h3 class="k-name mt-4 first:mt-0">{props.children}</h3>
}

export function Citation(props: { text: string; reader: Reader }) {
  return <p class="k-small">{props.reader.words.explanation.rule(props.text)}</p>
}

/** The lender's rules that a contract names, and since when; nothing where it names none. */
export function ruleSetRows(
  name: string,
  at: { label: string; rules: RuleVersion | null; reader: Reader },
): DefinitionRow[] {
  const { label, rules, reader } = at
  if (isUnwritten(name)) return []
  const since = reader.words.account.terms.ruleSetSince
  const note = rules && { note: since(reader.date(rules.effectiveFrom, 'shortDated')) }
  return [{ label, value: name, ...note }]
}

/** `amount` is what the rule comes to on a payment of the contract. */
export function LateChargeWords(props: {
  rule: LateChargeRule | null
  amount: Cents
  reader: Reader
}) {
  const { rule, amount, reader } = props
  const w = reader.words.account.terms.lateCharge
  if (!rule) {
    return (
      <>
        <RuleTitle>{w.heading}</RuleTitle>
        <p>{w.none}</p>
      </>
    )
  }
  return (
    <>
      <RuleTitle>{w.heading}</RuleTitle>
      <p>
        {[
          w.rule(formatRate(rule.percentPpb), rule.graceDays),
          ...(rule.minimum > 0 ? [w.minimum(reader.money(rule.minimum))] : []),
          ...(rule.maximum === null ? [] : [w.maximum(reader.money(rule.maximum))]),
          w.today(reader.money(amount)),
          w.once,
        ].join(' ')}
      </p>
      <Citation text={rule.citation} reader={reader} />
    </>
  )
}
