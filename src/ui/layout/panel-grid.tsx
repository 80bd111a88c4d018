import type { ComponentChildren } from 'preact'

export type Split = '8-4' | '7-5' | '6-6'

/**
 * Where an area stands from 1024 px on. `top` is a full-width first row; instead of it, `lead` and
 * `leadSide` share a first row of equal height;
 * `main`, `mainNext` and `side`, `sideNext` are two stacks with free bottoms; `wide` closes below.
 */
export type AreaPlace =
  | 'top'
  | 'lead'
  | 'leadSide'
  | 'main'
  | 'side'
  | 'sideNext'
  | 'mainNext'
  | 'wide'

/** Panels in the order of the phone; each says where it goes on wide screens. */
export function PanelGrid(props: { split: Split; children: ComponentChildren }) {
  return <div class={SPLIT_CLASS[props.split]}>{props.children}</div>
}

/** Holds one or several panels of a stack. */
export function Area(props: { at: AreaPlace; children: ComponentChildren }) {
  return <div class={AREA_CLASS[props.at]}>{props.children}</div>
}

const SPLIT_CLASS: Record<Split, string> = {
  '8-4': 'k-panels k-panels-8-4',
  '7-5': 'k-panels k-panels-7-5',
  '6-6': 'k-panels k-panels-6-6',
}

const AREA_CLASS: Record<AreaPlace, string> = {
  top: 'k-column k-at-top',
  lead: 'k-column k-at-lead',
  leadSide: 'k-column k-at-lead-side',
  main: 'k-column k-at-main',
  side: 'k-column k-at-side',
  sideNext: 'k-column k-at-side-next',
  mainNext: 'k-column k-at-main-next',
  wide: 'k-column k-at-wide',
}
