// What a PDF says to whoever reads it with a program: words, language, title, tags.
import assert from 'node:assert/strict'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type ReadPdf = {
  readonly pages: number
  /** All pages, one space between any two words. */
  readonly text: string
  readonly language: string | null
  readonly title: string
  /** Roles of the structure tree, such as Table, TH, Figure, with alternative texts. */
  readonly roles: ReadonlySet<string>
  readonly alternatives: readonly string[]
  /** Languages of parts, where they differ from the whole. */
  readonly languages: readonly string[]
}

/** Fails where words are set over others, so that neither can be read. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await loading.promise
  const { info } = await pdf.getMetadata()
  const roles = new Set<string>()
  const alternatives: string[] = []
  const languages: string[] = []
  const texts: string[] = []
  const overlaps: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const words = items.filter((item) => 'str' in item)
    texts.push(words.map(({ str }) => str).join(' '))
    overlaps.push(...overlapsOf(words))
    walk(await page.getStructTree(), (node) => {
      if (node.role) roles.add(node.role)
      if (node.alt) alternatives.push(node.alt)
      if (node.lang) languages.push(node.lang)
    })
  }
  const { Title, Language } = info as { Title?: string; Language?: string | null }
  const pages = pdf.numPages
  assert.deepEqual(overlaps, [], 'words are set over others on the same line')
  await loading.destroy()
  return {
    pages,
    text: texts.join(' ').replace(/\s+/g, ' '),
    language: Language ?? null,
    title: Title ?? '',
    roles,
    alternatives,
    languages,
  }
}

type Words = { readonly str: string; readonly width: number; readonly transform: number[] }

/** By more than half a point: kerning moves letters less. */
function overlapsOf(words: readonly Words[]): string[] {
  const lines = new Map<number, { str: string; from: number; to: number }[]>()
  for (const { str, width, transform } of words) {
    if (str.trim() === '') continue
    const [from = 0, baseline = 0] = transform.slice(4)
    const line = Math.round(baseline)
    lines.set(line, [...(lines.get(line) ?? []), { str, from, to: from + width }])
  }
  return [...lines.values()].flatMap((line) => {
    const ordered = line.sort((one, other) => one.from - other.from)
    return ordered.flatMap(({ str, from }, at) => {
      const before = ordered[at - 1]
      return before && before.to > from + 0.5 ? [`${before.str} | ${str}`] : []
    })
  })
}

type Node = {
  readonly role?: string
  readonly alt?: string
  readonly lang?: string
  readonly children?: readonly unknown[]
}

function walk(node: unknown, see: (node: Node) => void): void {
  if (node === null || typeof node !== 'object') return
  const own = node as Node
  see(own)
  for (const child of own.children ?? []) walk(child, see)
}
