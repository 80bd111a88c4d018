// What is taken of a chart's plot: lines, and the labels that have found a place. In px, with the
// origin at the top left.

/** Where a label is anchored: a share of the width, px from there, and its last baseline. */
export type LabelPlace = {
  readonly x: number
  readonly dx: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Its width may depend on the plot's: what has no room may be left off. */
export type LabelSize = {
  readonly width: (plotWidth: number) => number
  readonly lines: number
}

type Box = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** x as a share of the width, 0 to 100; y in px. */
export type DrawnLine = readonly Point[]

/** From one baseline to the next, and how far letters stand above and below theirs. */
export const LINE_HEIGHT = 18
const ASCENT = 11
const DESCENT = 4
/** Left free around a label. */
const AIR = 3
/** How far a label may stand out of the plot, into the padding of the panel. */
const OVERHANG = 12

export class LabelRoom {
  readonly #plots: readonly Plot[]

  /**
   * For a plot of several widths, px. `crossed` are lines in the background: a label keeps off them
   * where it can.
   */
  constructor(drawn: {
    readonly widths: readonly number[]
    readonly bottom: number
    readonly lines: (width: number) => readonly DrawnLine[]
    readonly crossed: readonly DrawnLine[]
  }) {
    this.#plots = drawn.widths.map((width) => ({
      width,
      bottom: drawn.bottom,
      lines: inPixels(drawn.lines(width), width),
      crossed: inPixels(drawn.crossed, width),
      labels: [],
    }))
  }

  /**
   * The first of the places that is free in every width, which is taken then; null when none is.
   */
  take(places: readonly LabelPlace[], size: LabelSize): LabelPlace | null {
    const everywhere = (place: LabelPlace, test: (plot: Plot, box: Box) => boolean) =>
      this.#plots.every((plot) => test(plot, boxOf(place, size, plot.width)))
    let found: LabelPlace | null = null
    for (const place of places) {
      if (!everywhere(place, isFree)) continue
      found ??= place
      if (!everywhere(place, isClear)) continue
      found = place
      break
    }
    if (found) for (const plot of this.#plots) plot.labels.push(boxOf(found, size, plot.width))
    return found
  }
}

type Plot = {
  readonly width: number
  readonly bottom: number
  /** In px both ways. */
  readonly lines: readonly DrawnLine[]
  readonly crossed: readonly DrawnLine[]
  readonly labels: Box[]
}

function inPixels(lines: readonly DrawnLine[], width: number): DrawnLine[] {
  return lines.map((line) => line.map(({ x, y }) => ({ x: (x / 100) * width, y })))
}

function isFree(plot: Plot, box: Box): boolean {
  const { left, right, top, bottom } = box
  const isOutside =
    left < -AIR || right > plot.width + OVERHANG || top < -AIR || bottom > plot.bottom
  if (isOutside || touches(plot.lines, box)) return false
  return plot.labels.every(
    (other) =>
      other.right <= left || other.left >= right || other.bottom <= top || other.top >= bottom,
  )
}

function isClear(plot: Plot, box: Box): boolean {
  return !touches(plot.crossed, box)
}

// Plain loops that make nothing: tens of places are tried against hundreds of pieces.
function touches(lines: readonly DrawnLine[], box: Box): boolean {
  for (const line of lines) {
    let start = line[0]
    for (const end of line) {
      if (start && crosses(start, end, box)) return true
      start = end
    }
  }
  return false
}

function boxOf(place: LabelPlace, size: LabelSize, plotWidth: number): Box {
  const width = size.width(plotWidth)
  const before = { start: 0, middle: width / 2, end: width }[place.anchor]
  const left = (place.x / 100) * plotWidth + place.dx - before
  return {
    left: left - AIR,
    right: left + width + AIR,
    top: place.y - ASCENT - (size.lines - 1) * LINE_HEIGHT - AIR,
    bottom: place.y + DESCENT + AIR,
  }
}

type Point = { readonly x: number; readonly y: number }

/** Whether a straight piece that runs from left to right, or up or down, enters the box. */
function crosses(start: Point, end: Point, box: Box): boolean {
  const from = Math.max(start.x, box.left)
  const to = Math.min(end.x, box.right)
  if (from > to) return false
  const isUpright = end.x === start.x
  const a = isUpright ? start.y : heightAt(from, start, end)
  const b = isUpright ? end.y : heightAt(to, start, end)
  return Math.min(a, b) <= box.bottom && Math.max(a, b) >= box.top
}

function heightAt(x: number, start: Point, end: Point): number {
  return start.y + ((end.y - start.y) * (x - start.x)) / (end.x - start.x)
}
