// Markup to text. Pages are functions without state, so there is nothing to follow but what they
// give; test/ui/html-text.test.tsx holds every rule here against preact-render-to-string.
import { type ComponentChildren, Fragment, isValidElement, type VNode } from 'preact'
import { assert } from '#src/domain/assert.ts'

/** The HTML of `node`. Text and attributes are escaped; a class component is refused. */
export function htmlOf(node: ComponentChildren): string {
  const out: string[] = []
  write(node, out)
  return out.join('')
}

function write(node: ComponentChildren, out: string[]): void {
  if (typeof node === 'string') out.push(escaped(node))
  else if (typeof node === 'number' || typeof node === 'bigint') out.push(String(node))
  else if (Array.isArray(node)) for (const child of node) write(child, out)
  else if (isValidElement(node)) writeElement(node, out)
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren }

function writeElement({ type, props }: VNode, out: string[]): void {
  if (type === Fragment) return write(props.children, out)
  if (typeof type === 'string') return writeTag(type, props as Props, out)
  assert(!('render' in (type.prototype ?? {})), 'a page is made of functions')
  write((type as (of: Props) => ComponentChildren)(props as Props), out)
}

function writeTag(tag: string, props: Props, out: string[]): void {
  assert(!(tag === 'select' && 'value' in props), 'a select has no value of its own')
  out.push(openingOf(tag))
  let inner: ComponentChildren = null
  let html: string | null = null
  for (const name in props) {
    const value = props[name]
    if (name === 'children') inner = value as ComponentChildren
    else if (name === 'dangerouslySetInnerHTML') html = (value as { __html: string }).__html
    else if (name === 'value' && tag === 'textarea') inner = value as ComponentChildren
    else if (value !== null && value !== undefined) writeAttribute(name, value, out)
  }
  if (VOID.has(tag)) {
    out.push('/>')
    return
  }
  out.push('>')
  if (html === null) write(inner, out)
  else out.push(html)
  out.push(`</${tag}>`)
}

function writeAttribute(name: string, value: unknown, out: string[]): void {
  const text = isWord(name) && typeof value === 'boolean' ? String(value) : value
  if (text === false || typeof text === 'function') return
  if (text === true || text === '') out.push(attributeOf(name))
  else out.push(attributeOf(name), '="', escaped(String(text)), '"')
}

/** aria-hidden="true": a truth there is a word, not a mark. */
function isWord(name: string): boolean {
  return name[4] === '-' || name === 'draggable' || name === 'spellcheck'
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** SVG knows these by their capitals; HTML has none. */
const WITH_CAPITALS = new Set(['viewBox', 'preserveAspectRatio'])
const TAG = /^[a-z][a-z0-9]*$/i
const NAME = /^[a-z][a-z0-9:-]*$/i
/** They would not come out as their library writes them; nothing here uses them. */
const REFUSED = new Set(['className', 'htmlFor', 'style', 'defaultValue', 'defaultChecked', 'ref'])

const openingOf = kept((tag) => {
  assert(TAG.test(tag), `<${tag}> is no element`)
  return `<${tag}`
})

const attributeOf = kept((name) => {
  assert(NAME.test(name) && !REFUSED.has(name), `${name} is no attribute`)
  return ` ${WITH_CAPITALS.has(name) ? name : name.toLowerCase()}`
})

/** Names are those of our sources: few, and looked at once each. */
function kept(make: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const made = make(name)
    known.set(name, made)
    return made
  }
}

const SPECIAL = /["&<]/
const EVERY_SPECIAL = /["&<]/g
const ENTITIES: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text.replace(EVERY_SPECIAL, (letter) => ENTITIES[letter] ?? letter)
}
