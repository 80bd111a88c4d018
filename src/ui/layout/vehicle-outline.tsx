/** A plain four-door outline of no maker's model; it stands on the lower edge of its band. */
export function VehicleOutline() {
  return (
    <svg
      class="k-vehicle"
      width="220"
      height="70"
      viewBox="0 0 220 70"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={BODY} />
      <path d="M61 19C72 10 88 7 106 7c20 0 36 4 50 12Z" />
      <path d="M109 7.2 110 19" />
      <Wheel x={45} />
      <Wheel x={178} />
    </svg>
  )
}

const BODY =
  'M27 52H8C4 52 2 49 2 45V33c0-4 3-6 7-7 14-3 27-4 38-7C62 8 82 1 108 1c28 0 46 6 60 17' +
  'c16 1 33 4 42 10c6 4 8 9 8 15c0 5-2 9-7 9h-14M64 52h95'

function Wheel(props: { x: number }) {
  return (
    <>
      <circle cx={props.x} cy="53" r="15.5" />
      <circle cx={props.x} cy="53" r="4.5" />
    </>
  )
}
