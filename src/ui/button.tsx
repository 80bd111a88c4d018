import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'destructive'

type Shared = {
  look?: ButtonLook
  icon?: IconName
  size?: 'normal' | 'dense'
  width?: 'natural' | 'full'
  id?: string
  children: ComponentChildren
}

export type ButtonProps = Shared & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  form?: string
  formaction?: string
  /** What it does where several say the same: begins with the words on it. */
  label?: string
}

/** Submits its form unless told otherwise; one primary button a page. */
export function Button(props: ButtonProps) {
  const { type = 'submit', id, name, value, form, formaction, label } = props
  return (
    <button
      class={buttonClass(props)}
      type={type}
      {...given({ id, name, value, form, formaction, 'aria-label': label })}
    >
      <Inside {...props} />
    </button>
  )
}

export type ButtonLinkProps = Shared & { href: string; download?: string; rel?: string }

export function ButtonLink(props: ButtonLinkProps) {
  const { href, id, download, rel } = props
  return (
    <a class={buttonClass(props)} href={href} {...given({ id, download, rel })}>
      <Inside {...props} />
    </a>
  )
}

/** A row of buttons that wraps; `stacked` makes it a full-width column on phones. */
export function Buttons(props: { phone?: 'row' | 'stacked'; children: ComponentChildren }) {
  const stacked = props.phone === 'stacked' ? ' k-buttons-stacked' : ''
  return <div class={`k-buttons${stacked}`}>{props.children}</div>
}

/** Full-width buttons one above the other. */
export function ButtonStack(props: { children: ComponentChildren }) {
  return <div class="k-button-stack">{props.children}</div>
}

function Inside(props: Shared) {
  return (
    <>
      {props.icon && <Icon name={props.icon} size={20} />}
      <span>{props.children}</span>
    </>
  )
}

function buttonClass(props: Shared): string {
  const look = props.look ?? 'secondary'
  const classes = [LOOK_CLASS[look]]
  if (props.size === 'dense') classes.push('k-button-dense')
  if (props.width === 'full') classes.push('k-button-full')
  return classes.join(' ')
}

const LOOK_CLASS: Record<ButtonLook, string> = {
  primary: 'btn btn-primary k-button k-button-primary',
  secondary: 'btn k-button k-button-secondary',
  quiet: 'btn k-button k-button-quiet',
  destructive: 'btn k-button k-button-destructive',
}

function given(attributes: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
