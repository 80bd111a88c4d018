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
      lines: drawn.lines(width),
      crossed: drawn.crossed,
      labels: [],
    }))
  }

  /**
   * The first of the places that is free in every width, which is taken then; null when none is.
   */
  take(places: readonly LabelPlace[], size: LabelSize): LabelPlace | null {
    const everywhere = (place: LabelPlace, test: (plot: Plot, box: Box) => boolean) =>
      this.#plots.every((plot) => test(plot, boxOf(place, size, plot.width)))
    const free = places.filter((place) => everywhere(place, isFree))
    const clear = free.find((place) =>
      everywhere(place, (plot, box) => !touches(plot.crossed, box, plot.width)),
    )
    const found = clear ?? free[0] ?? null
    if (found) for (const plot of this.#plots) plot.labels.push(boxOf(found, size, plot.width))
    return found
  }
}

type Plot = {
  readonly width: number
  readonly bottom: number
  readonly lines: readonly DrawnLine[]
  readonly crossed: readonly DrawnLine[]
  readonly labels: Box[]
}

function isFree(plot: Plot, box: Box): boolean {
  const { left, right, top, bottom } = box
  const isOutside =
    left < -AIR || right > plot.width + OVERHANG || top < -AIR || bottom > plot.bottom
  if (isOutside || touches(plot.lines, box, plot.width)) return false
  return plot.labels.every(
    (other) =>
      other.right <= left || other.left >= right || other.bottom <= top || other.top >= bottom,
  )
}

function touches(lines: readonly DrawnLine[], box: Box, width: number): boolean {
  const at = ({ x, y }: Point) => ({ x: (x / 100) * width, y })
  return lines.some((line) =>
    line.some((end, index) => crosses(at(line[index - 1] ?? end), at(end), box)),
  )
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
  const heightAt = (x: number) =>
    end.x === start.x ? end.y : start.y + ((end.y - start.y) * (x - start.x)) / (end.x - start.x)
  const [a, b] = end.x === start.x ? [start.y, end.y] : [heightAt(from), heightAt(to)]
  return Math.min(a, b) <= box.bottom && Math.max(a, b) >= box.top
}
