import type { ComponentChildren } from 'preact'

export type PanelProps = {
  id?: string
  title?: ComponentChildren
  /** `section` names the panel; `label` stands small over a large figure. */
  heading?: 'section' | 'label'
  lead?: ComponentChildren
  aside?: ComponentChildren
  children: ComponentChildren
}

/** One question a panel. `aside` is a link at the right of the title. */
export function Panel(props: PanelProps) {
  return (
    <section class="k-panel" id={props.id}>
      {props.title && <PanelHead {...props} />}
      {props.children}
    </section>
  )
}

/** A panel of full-width parts with hairlines between them (the confirmation page). */
export function PartedPanel(props: { parts: readonly ComponentChildren[] }) {
  return (
    <section class="k-panel k-panel-flush">
      {props.parts.map((part) => (
        <div class="k-panel-part">{part}</div>
      ))}
    </section>
  )
}

/** A bordered box for one special fact inside a panel; never a second panel. */
export function Box(props: { title: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="k-box">
      <h3>{props.title}</h3>
      {props.children}
    </div>
  )
}

/** A hairline between the parts of a panel. */
export function Rule() {
  return <hr class="k-rule" />
}

/** The sunken box of a confirmation or reference number. */
export function CodeBox(props: {
  label: ComponentChildren
  code: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <div class="k-code-box">
      <div class="k-small">{props.label}</div>
      <div class="k-figure k-code">{props.code}</div>
      {props.children}
    </div>
  )
}

function PanelHead(props: PanelProps) {
  const label = props.heading === 'label'
  return (
    <div class={label ? 'k-panel-head k-panel-head-label' : 'k-panel-head'}>
      <h2 class={label ? 'k-lead' : 'k-section'}>{props.title}</h2>
      {props.lead && <p class="k-panel-lead">{props.lead}</p>}
      {props.aside && <div class="k-panel-aside">{props.aside}</div>}
    </div>
  )
}
