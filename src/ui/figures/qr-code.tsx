import qrcode from 'qrcode-generator'

/** Modules of white around the code (ISO/IEC 18004). */
const quiet = 4

/** Black on white in every color scheme: that is what cameras read. `label` says what it holds. */
export function QrCode(props: { text: string; label: string }) {
  const { path, size } = drawing(props.text)
  return (
    <svg class="k-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}

function drawing(text: string): { path: string; size: number } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const rows = Array.from({ length: count }, (_, row) =>
    runsOf(count, (column) => code.isDark(row, column))
      .map(({ from, length }) => `M${from + quiet} ${row + quiet}h${length}v1h-${length}z`)
      .join(''),
  )
  return { path: rows.join(''), size: count + 2 * quiet }
}

function runsOf(count: number, isDark: (column: number) => boolean) {
  const runs: { from: number; length: number }[] = []
  for (let column = 0; column < count; column += 1) {
    const last = runs.at(-1)
    if (!isDark(column)) continue
    if (last && last.from + last.length === column) last.length += 1
    else runs.push({ from: column, length: 1 })
  }
  return runs
}
