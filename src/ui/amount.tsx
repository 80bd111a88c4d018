import type { Cents } from '#src/domain/money.ts'

export type Locale = 'en' | 'es'
export type AmountSize = 'display' | 'payoff' | 'task' | 'figure' | 'row'

const SIZE_CLASS: Record<AmountSize, string> = {
  display: 'k-amount k-display',
  payoff: 'k-amount k-display k-display-payoff',
  task: 'k-amount k-display k-display-task',
  figure: 'k-amount k-figure',
  row: 'k-amount',
}

/** Dollars in ink and, at the three large sizes, the cents lighter: "$14,445" ".74". */
export function Amount(props: { cents: Cents; locale: Locale; size?: AmountSize }) {
  const size = props.size ?? 'row'
  const { dollars, fraction } = splitAmount(props.cents, props.locale)
  if (size === 'row' || size === 'figure') {
    return <span class={SIZE_CLASS[size]}>{dollars + fraction}</span>
  }
  return (
    <span class={SIZE_CLASS[size]}>
      {dollars}
      <span class="k-cents">{fraction}</span>
    </span>
  )
}

/** Text of an amount cut before the decimal separator; a negative one begins with U+2212. */
export function splitAmount(amount: Cents, locale: Locale): { dollars: string; fraction: string } {
  const parts = FORMATS[locale].formatToParts(amount / 100)
  const at = parts.findIndex((part) => part.type === 'decimal')
  const text = (some: typeof parts) =>
    some.map((part) => (part.type === 'minusSign' ? '\u2212' : part.value)).join('')
  return { dollars: text(parts.slice(0, at)), fraction: text(parts.slice(at)) }
}

const FORMATS: Record<Locale, Intl.NumberFormat> = {
  en: new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }),
  es: new Intl.NumberFormat('es-US', { style: 'currency', currency: 'USD' }),
}
