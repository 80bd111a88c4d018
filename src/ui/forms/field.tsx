import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'

/** `error` says how to fix the field; the error summary repeats it as a link to #id. */
export type FieldWords = {
  id: string
  label: ComponentChildren
  /** `hidden` only where the panel's title asks the same. */
  labelLook?: 'shown' | 'hidden'
  hint?: ComponentChildren
  error?: ComponentChildren
}

/** Label, hint, error, control, in that order, for every kind of control. */
export function Field(props: FieldWords & { children: ComponentChildren }) {
  return (
    <div class="k-field">
      <label
        class={props.labelLook === 'hidden' ? 'k-visually-hidden' : 'k-field-label'}
        for={props.id}
      >
        {props.label}
      </label>
      {props.hint && (
        <div class="k-field-hint" id={`${props.id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.error && <FieldError id={props.id}>{props.error}</FieldError>}
      {props.children}
    </div>
  )
}

export function FieldError(props: { id: string; children: ComponentChildren }) {
  return (
    <div class="k-field-error" id={`${props.id}-error`}>
      <Icon name="circle-alert" size={18} />
      <span>{props.children}</span>
    </div>
  )
}

/** Ties a control to its hint and its error. */
export function fieldAria(words: FieldWords): {
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
} {
  const ids = [words.hint && `${words.id}-hint`, words.error && `${words.id}-error`]
  const described = ids.filter(Boolean).join(' ')
  return {
    ...(described && { 'aria-describedby': described }),
    ...(words.error ? { 'aria-invalid': 'true' } : {}),
  }
}

export type ControlWidth = 'full' | 'medium' | 'short'

export function controlClass(look: { error?: ComponentChildren; width?: ControlWidth }): string {
  const classes = ['k-control']
  if (look.error) classes.push('k-control-invalid')
  if (look.width === 'short') classes.push('k-control-short')
  if (look.width === 'medium') classes.push('k-control-medium')
  return classes.join(' ')
}
