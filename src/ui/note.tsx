import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type NoteTone = 'plain' | 'info' | 'ok' | 'warn' | 'bad'

/** A soft-filled remark: `lead` is its bold first sentence, `children` the rest, with one link. */
export function Note(props: {
  tone?: NoteTone
  icon?: IconName
  lead?: ComponentChildren
  role?: 'status' | 'alert'
  children?: ComponentChildren
}) {
  const tone = props.tone ?? 'info'
  return (
    <div class={NOTE_CLASS[tone]} role={props.role}>
      <Icon name={props.icon ?? TONE_ICON[tone]} />
      <div>
        {props.lead && <strong>{props.lead} </strong>}
        {props.children}
      </div>
    </div>
  )
}

const NOTE_CLASS: Record<NoteTone, string> = {
  plain: 'k-note',
  info: 'k-note k-note-info',
  ok: 'k-note k-note-ok',
  warn: 'k-note k-note-warn',
  bad: 'k-note k-note-bad',
}

const TONE_ICON: Record<NoteTone, IconName> = {
  plain: 'info',
  info: 'info',
  ok: 'circle-check',
  warn: 'triangle-alert',
  bad: 'circle-x',
}
