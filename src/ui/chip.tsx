import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type ChipTone = 'plain' | 'info' | 'ok' | 'warn' | 'bad'

/** State words only: "Paused until Jan 5". */
export function Chip(props: { tone?: ChipTone; icon?: IconName; children: ComponentChildren }) {
  return (
    <span class={CHIP_CLASS[props.tone ?? 'plain']}>
      {props.icon && <Icon name={props.icon} size={16} />}
      {props.children}
    </span>
  )
}

const CHIP_CLASS: Record<ChipTone, string> = {
  plain: 'k-chip',
  info: 'k-chip k-chip-info',
  ok: 'k-chip k-chip-ok',
  warn: 'k-chip k-chip-warn',
  bad: 'k-chip k-chip-bad',
}
