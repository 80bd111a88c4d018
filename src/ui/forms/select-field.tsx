import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import { type ControlWidth, controlClass, Field, type FieldWords, fieldAria } from './field.tsx'

export type SelectOption = { value: string; label: string }

export function SelectField(
  props: FieldWords & {
    name: string
    options: readonly SelectOption[]
    value?: string
    width?: ControlWidth
  },
) {
  return (
    <Field {...props}>
      <div class={controlClass(props)}>
        <select class="k-input" id={props.id} name={props.name} {...fieldAria(props)}>
          {props.options.map((option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevrons-up-down" size={18} />
      </div>
    </Field>
  )
}

/** A value that cannot be changed here, with the reason under it. It is text, not a control. */
export function ReadOnlyField(props: {
  label: ComponentChildren
  value: ComponentChildren
  reason: ComponentChildren
}) {
  return (
    <div class="k-field">
      <div class="k-field-label">{props.label}</div>
      <div class="k-control k-control-locked">
        <span class="k-input k-locked-value">{props.value}</span>
        <Icon name="lock" size={18} />
      </div>
      <div class="k-field-reason">{props.reason}</div>
    </div>
  )
}
