import type { ComponentChildren } from 'preact'

/** A panel's opening: quiet label, large figure, one line under it, buttons at the right end. */
export function AmountLead(props: {
  label: ComponentChildren
  amount: ComponentChildren
  below?: ComponentChildren
  actions?: ComponentChildren
}) {
  return (
    <div class="k-amount-lead">
      <div>
        <h2 class="k-amount-label">{props.label}</h2>
        <div>{props.amount}</div>
        {props.below && <p class="k-amount-below">{props.below}</p>}
      </div>
      {props.actions && <div class="k-amount-actions">{props.actions}</div>}
    </div>
  )
}
