import { type ControlWidth, controlClass, Field, type FieldWords, fieldAria } from './field.tsx'

export type TextFieldProps = FieldWords & {
  name: string
  value?: string
  type?: 'text' | 'email' | 'tel' | 'search' | 'url'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel'
  maxlength?: number
  width?: ControlWidth
  required?: boolean
  /** Typed codes and names: no correction by the phone. */
  spelling?: 'off'
}

export function TextField(props: TextFieldProps) {
  return (
    <Field {...props}>
      <div class={controlClass(props)}>
        <input
          class="k-input"
          id={props.id}
          name={props.name}
          value={props.value}
          {...inputAttributes(props)}
          {...fieldAria(props)}
        />
      </div>
    </Field>
  )
}

/** Dollars as people type them; parse with parseDollars. */
export function MoneyField(
  props: FieldWords & { name: string; value?: string; width?: ControlWidth },
) {
  return (
    <Field {...props}>
      <div class={controlClass({ width: 'short', ...props })}>
        <span class="k-control-prefix" aria-hidden="true">
          $
        </span>
        <input
          class="k-input k-input-money"
          id={props.id}
          name={props.name}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={props.value}
          {...fieldAria(props)}
        />
      </div>
    </Field>
  )
}

/** The browser's own date control; values are ISO dates. */
export function DateField(
  props: FieldWords & {
    name: string
    value?: string
    min?: string
    max?: string
    width?: ControlWidth
    autocomplete?: string
  },
) {
  return (
    <Field {...props}>
      <div class={controlClass(props)}>
        <input
          class="k-input"
          id={props.id}
          name={props.name}
          type="date"
          value={props.value}
          min={props.min}
          max={props.max}
          {...(props.autocomplete && { autocomplete: props.autocomplete })}
          {...fieldAria(props)}
        />
      </div>
    </Field>
  )
}

function inputAttributes(props: TextFieldProps) {
  return {
    // The JSX types list each kind apart; all five take the same attributes.
    type: (props.type ?? 'text') as 'text',
    ...(props.autocomplete && { autocomplete: props.autocomplete }),
    ...(props.inputmode && { inputMode: props.inputmode }),
    ...(props.maxlength !== undefined && { maxLength: props.maxlength }),
    ...(props.required && { required: true }),
    ...(props.spelling === 'off' && { spellcheck: false, autocapitalize: 'none' as const }),
  }
}
