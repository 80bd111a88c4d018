import { arc } from 'd3-shape'
import type { Locale } from '../amount.tsx'
import { ticks } from '../brand-mark.tsx'

export type ProgressRingProps = {
  /** A sentence with the same figures. */
  name: string
  /** Principal repaid as a share of the amount financed, 0 to 1. */
  share: number
  paymentsMade: number
  payments: number
  caption: string
  locale: Locale
}

/** Arc = principal repaid; one outer tick for each payment of the contract, dark when made. */
export function ProgressRing(props: ProgressRingProps) {
  const made = Math.min(props.paymentsMade, props.payments)
  const indexes = Array.from({ length: props.payments }, (_, index) => index)
  const ring = { count: props.payments, from: 91, to: 103 }
  return (
    <svg class="k-ring" viewBox="-104 -104 208 208" fill="none" role="img" aria-label={props.name}>
      <circle class="k-stroke-sunken" r="80" stroke-width="11" />
      <path
        class="k-stroke-control"
        d={ticks({ ...ring, to: 101, only: indexes.slice(made) })}
        stroke-width="1.25"
        stroke-opacity=".8"
      />
      <path
        class="k-stroke-ink"
        d={ticks({ ...ring, only: indexes.slice(0, made) })}
        stroke-width="2.25"
      />
      {props.share > 0 && <Arc share={Math.min(props.share, 1)} />}
      <Figure {...props} />
    </svg>
  )
}

function Arc(props: { share: number }) {
  const end = props.share * 2 * Math.PI
  const path = arc()({ innerRadius: 74.5, outerRadius: 85.5, startAngle: 0, endAngle: end })
  return (
    <>
      <path class="k-fill-accent" d={path ?? ''} />
      <path
        class="k-stroke-accent"
        d={ticks({ count: 1, from: 72, to: 88 })}
        stroke-width="2.5"
        transform={`rotate(${(props.share * 360).toFixed(2)})`}
      />
    </>
  )
}

function Figure(props: ProgressRingProps) {
  const { whole, fraction, sign } = splitShare(props.share, props.locale)
  return (
    <g text-anchor="middle">
      <text class="k-ring-figure" y="4">
        {whole}
        <tspan class="k-ring-fraction">{fraction}</tspan>
        <tspan class="k-ring-sign" dx="1">
          {sign}
        </tspan>
      </text>
      <text class="k-ring-caption" y="29">
        {props.caption}
      </text>
    </g>
  )
}

/** Rounded to a tenth, but 100 % is said only of a loan repaid in full. */
function splitShare(share: number, locale: Locale) {
  const parts = PERCENT[locale].formatToParts(share < 1 ? Math.min(share, 0.999) : 1)
  const at = parts.findIndex((part) => part.type === 'decimal')
  const text = (some: typeof parts) => some.map((part) => part.value).join('')
  const rest = parts.slice(at)
  return {
    whole: text(parts.slice(0, at)),
    fraction: text(rest.filter((part) => part.type === 'decimal' || part.type === 'fraction')),
    sign: text(rest.filter((part) => part.type === 'percentSign')),
  }
}

const SHAPE = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
const PERCENT: Record<Locale, Intl.NumberFormat> = {
  en: new Intl.NumberFormat('en-US', SHAPE),
  es: new Intl.NumberFormat('es-US', SHAPE),
}
