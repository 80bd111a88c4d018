import type { ComponentChildren } from 'preact'
import { FieldError } from './field.tsx'

export type Choice = {
  value: string
  name: ComponentChildren
  note?: ComponentChildren
  amount?: ComponentChildren
  /** Fields of this choice only; shown while it is chosen, without script. */
  fields?: ComponentChildren
}

export type ChoiceListProps = {
  id: string
  name: string
  legend: ComponentChildren
  /** `section` where the legend is the panel's title, `hidden` where a title stands above it. */
  legendLook?: 'section' | 'field' | 'hidden'
  choices: readonly Choice[]
  value?: string
  error?: ComponentChildren
}

/** Joined radio rows. The error summary links to `#id`. */
export function ChoiceList(props: ChoiceListProps) {
  return (
    <fieldset class="k-choices" id={props.id} tabIndex={-1}>
      <legend class={LEGEND_CLASS[props.legendLook ?? 'section']}>{legend(props)}</legend>
      {props.error && (
        <div class="k-choices-error">
          <FieldError id={props.id}>{props.error}</FieldError>
        </div>
      )}
      {props.choices.map((choice) => (
        <ChoiceRow list={props} choice={choice} />
      ))}
    </fieldset>
  )
}

const LEGEND_CLASS = {
  section: 'k-choices-legend k-section',
  field: 'k-choices-legend k-field-label',
  hidden: 'k-visually-hidden',
}

function legend(props: ChoiceListProps): ComponentChildren {
  if (props.legendLook === 'field' || props.legendLook === 'hidden') return props.legend
  return <h2>{props.legend}</h2>
}

function ChoiceRow(props: { list: ChoiceListProps; choice: Choice }) {
  const { list, choice } = props
  return (
    <div class="k-choice">
      <label class="k-choice-row">
        <input
          class="radio k-radio"
          type="radio"
          name={list.name}
          value={choice.value}
          checked={choice.value === list.value}
          aria-describedby={list.error ? `${list.id}-error` : undefined}
        />
        <span class="k-choice-name">{choice.name}</span>
        {choice.amount && <span class="k-choice-amount">{choice.amount}</span>}
        {choice.note && <span class="k-choice-note">{choice.note}</span>}
      </label>
      {choice.fields && <div class="k-choice-fields">{choice.fields}</div>}
    </div>
  )
}
