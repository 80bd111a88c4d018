import type { ComponentChildren } from 'preact'
import { VehicleOutline } from './vehicle-outline.tsx'

/** Identity (vehicle, account ending) over the page's one h1; `aside` is the steps of a task. */
export function PageHeading(props: {
  identity?: ComponentChildren
  title?: ComponentChildren
  lead?: ComponentChildren
  aside?: ComponentChildren
}) {
  return (
    <div class="k-heading">
      <div>
        {props.identity && <p class="k-heading-identity">{props.identity}</p>}
        {props.title && <h1 class="k-title">{props.title}</h1>}
        {props.lead && <p class="k-heading-lead">{props.lead}</p>}
      </div>
      {props.aside}
    </div>
  )
}

/** The vehicle as the overview's h1, its facts on one line, its outline standing on the edge. */
export function IdentityBand(props: {
  title: ComponentChildren
  facts: readonly ComponentChildren[]
}) {
  return (
    <div class="k-band">
      <div class="k-width k-band-line">
        <div class="k-band-text">
          <h1 class="k-title">{props.title}</h1>
          <ul class="k-facts">
            {props.facts.map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
        </div>
        <VehicleOutline />
      </div>
    </div>
  )
}
