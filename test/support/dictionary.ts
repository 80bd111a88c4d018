// The words of a language as a list of sentences, and a pseudo-language that marks each sentence.

type Entry = unknown

/**
 * Stands for any argument of a sentence: reads as "3", and has every property, each like itself.
 */
const anything: Entry = new Proxy(() => anything, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '3' : anything),
  apply: () => anything,
})

/** Each sentence by its place in the dictionary, with "3" where it takes something. */
export function sentencesOf(dictionary: object): Map<string, string> {
  const found = new Map<string, string>()
  collect(dictionary, [], found)
  return found
}

function collect(entry: Entry, place: readonly string[], found: Map<string, string>): void {
  if (entry === anything || entry === null || entry === undefined) return
  if (typeof entry === 'string') found.set(place.join('.'), entry)
  else if (typeof entry === 'function') {
    collect(entry(...Array(Math.max(1, entry.length)).fill(anything)), place, found)
  } else if (typeof entry === 'object') {
    for (const [name, part] of Object.entries(entry)) collect(part, [...place, name], found)
  }
}

/**
 * Marks every sentence of the dictionary, where it stands, as ⟦sentence⟧; what a sentence takes in
 * stays inside. For the rest of the process: bin/test-processes.js leaves a file alone that does so.
 */
export function markSentences(dictionary: object): void {
  for (const [name, entry] of Object.entries(dictionary)) {
    if (typeof entry === 'object' && entry !== null) markSentences(entry)
    else Object.assign(dictionary, { [name]: marked(entry) })
  }
}

function marked(entry: Entry): Entry {
  if (typeof entry === 'string') return `⟦${entry}⟧`
  if (typeof entry === 'function') return (...given: Entry[]) => marked(entry(...given))
  if (Array.isArray(entry)) return entry.map(markedPart)
  if (typeof entry !== 'object' || entry === null) return entry
  return Object.fromEntries(Object.entries(entry).map(([name, part]) => [name, marked(part)]))
}

/** Of a sentence in parts only the texts are words; the rest was handed in by the page. */
function markedPart(part: Entry): Entry {
  const isPlain = typeof part === 'object' && part !== null && !('props' in part)
  return typeof part === 'string' || isPlain ? marked(part) : part
}

/** What is left of a text when every marked sentence is taken out, the ones inside others too. */
export function unmarked(text: string): string {
  let depth = 0
  let rest = ''
  for (const symbol of text) {
    if (symbol === '⟦') depth += 1
    else if (symbol === '⟧') depth -= 1
    else if (depth === 0) rest += symbol
  }
  return rest
}
