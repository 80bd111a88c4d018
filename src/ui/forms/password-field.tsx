import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import { controlClass, Field, type FieldWords, fieldAria } from './field.tsx'

/**
 * Paste and password managers are welcome. The island `password.js` unhides the button and the
 * Caps Lock line; without it they stay hidden and the hint says that passwords are case-sensitive.
 */
export function PasswordField(
  props: FieldWords & {
    name: string
    autocomplete: 'current-password' | 'new-password'
    show: string
    hide: string
    capsLock: ComponentChildren
    minlength?: number
  },
) {
  return (
    <Field {...props}>
      <div class={controlClass(props)} data-island="password">
        <input
          class="k-input"
          id={props.id}
          name={props.name}
          type="password"
          autocomplete={props.autocomplete}
          minLength={props.minlength}
          {...fieldAria(props)}
        />
        <Reveal {...props} />
      </div>
      <div class="k-caps" id={`${props.id}-caps`} role="status" hidden>
        <Icon name="arrow-big-up-dash" size={18} />
        <span>{props.capsLock}</span>
      </div>
    </Field>
  )
}

function Reveal(props: { id: string; show: string; hide: string }) {
  return (
    <button class="k-reveal" type="button" aria-controls={props.id} aria-pressed="false" hidden>
      <Icon name="eye" size={18} />
      <span data-show={props.show} data-hide={props.hide}>
        {props.show}
      </span>
    </button>
  )
}
