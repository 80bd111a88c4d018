// A JSON object that names a field twice is read as its last one by most readers: an amount could
// hide behind another. We refuse it, and so look for it in the text.
// Example: {"amount":"1.00","amount":"2.00"} gives the path ["amount"].

/** Where the first repeated field of an object is, from that object. */
export type Repeated = readonly (string | number)[]

/**
 * The repeated field of each object of a top-level array, by its index; of a single value at 0.
 * The text must be valid JSON.
 */
export function repeatedKeys(text: string): ReadonlyMap<number, Repeated> {
  const found = new Map<number, Repeated>()
  const open: Level[] = []
  for (let at = 0; at < text.length; at += 1) {
    const level = open.at(-1)
    switch (text[at]) {
      case '{':
        open.push({ keys: new Set(), isKeyNext: true, at: '' })
        break
      case '[':
        open.push({ keys: null, isKeyNext: false, at: 0 })
        break
      case '}':
      case ']':
        open.pop()
        break
      case ',':
        if (level) step(level)
        break
      case '"': {
        const end = endOfString(text, at)
        if (level?.isKeyNext) enterKey({ level, open, found }, JSON.parse(text.slice(at, end + 1)))
        at = end
        break
      }
    }
  }
  return found
}

/** An object or array that is open at this place of the text, and where in it we stand. */
type Level = { readonly keys: Set<string> | null; isKeyNext: boolean; at: string | number }

function step(level: Level): void {
  if (typeof level.at === 'number') level.at += 1
  else level.isKeyNext = true
}

function enterKey(
  place: { level: Level; open: readonly Level[]; found: Map<number, Repeated> },
  key: string,
): void {
  const { level, open, found } = place
  level.isKeyNext = false
  level.at = key
  if (!level.keys?.has(key)) return void level.keys?.add(key)
  const first = open[0]?.at
  const [index, inside] = typeof first === 'number' ? [first, open.slice(1)] : [0, open]
  if (!found.has(index))
    found.set(
      index,
      inside.slice(0, MOST_LEVELS).map((one) => one.at),
    )
}

/** No input of ours is deeper; a path need not be longer. */
const MOST_LEVELS = 8

/** Place of the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text[at - 1 - backslashes] === '\\') backslashes += 1
  return backslashes % 2 === 1
}
