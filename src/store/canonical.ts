// One text for one value, whatever order its fields came in: what a seal is made over.
// Example: {b: 1, a: [true, null]} and {a: [true, null], b: 1} both give {"a":[true,null],"b":1}.
import { assert } from '#src/domain/assert.ts'

/** Fields in code-unit order, absent ones left out. Refuses what JSON cannot hold exactly. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value)
  }
  if (typeof value === 'number') {
    assert(Number.isFinite(value), 'a number in JSON is finite')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  assert(isPlainObject(value), `no JSON for a ${typeof value}`)
  let fields = ''
  for (const key of Object.keys(value).sort()) {
    const field = value[key]
    if (field === undefined) continue
    fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`
  }
  return `{${fields}}`
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
