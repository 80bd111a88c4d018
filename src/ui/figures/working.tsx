import type { ComponentChildren } from 'preact'

export type Operator = '+' | '\u2212' | '×' | '÷' | '='

/** One operand; the first has no operator, the result has "=". */
export type WorkingTerm = {
  operator?: Operator
  value: ComponentChildren
  label: ComponentChildren
}

/** A figure's arithmetic as a strip, as a column where there is no room for it in one row. Put it inside a <Disclosure>. */
export function Working(props: { terms: readonly WorkingTerm[] }) {
  return (
    <div class="k-working-room">
      <dl class="k-working">
        {props.terms.map((term) => (
          <div>
            <dt>
              {term.operator && <span class="k-operator-narrow">{term.operator} </span>}
              {term.label}
            </dt>
            <dd>
              {term.operator && <span class="k-operator-wide">{term.operator}</span>}
              <span class="k-working-value">{term.value}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
