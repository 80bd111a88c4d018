import type { ComponentChildren } from 'preact'
import { FieldError } from './field.tsx'

/** Consent and "remember" start empty: pass `checked` only when the form comes back. */
export function CheckField(props: {
  id: string
  name: string
  value?: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: ComponentChildren
  checked?: boolean
  required?: boolean
}) {
  const { id, error } = props
  return (
    <div class="k-field">
      {error && <FieldError id={id}>{error}</FieldError>}
      <label class="k-check">
        <input
          class={error ? 'checkbox k-checkbox k-checkbox-invalid' : 'checkbox k-checkbox'}
          id={id}
          name={props.name}
          type="checkbox"
          value={props.value ?? 'yes'}
          checked={props.checked}
          required={props.required}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span>
          {props.label}
          {props.hint && <span class="k-check-hint">{props.hint}</span>}
        </span>
      </label>
    </div>
  )
}

export type RadioOption = { value: string; label: ComponentChildren }

/** A few short answers one above the other, for fields inside a choice. */
export function RadioGroup(props: {
  id: string
  name: string
  legend: ComponentChildren
  options: readonly RadioOption[]
  value?: string
  error?: ComponentChildren
}) {
  return (
    <fieldset class="k-radio-group" id={props.id} tabIndex={-1}>
      <legend>{props.legend}</legend>
      {props.error && <FieldError id={props.id}>{props.error}</FieldError>}
      {props.options.map((option) => (
        <label class="k-check">
          <input
            class="radio k-radio"
            type="radio"
            name={props.name}
            value={option.value}
            checked={option.value === props.value}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
