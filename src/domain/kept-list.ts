// A list that follows from something that never changes: worked out as far as somebody asks, and
// kept with it for whoever asks next.

/** `make` gives the list of a key anew. A key that nobody holds any more takes its list with it. */
export function keptList<Key extends object, Item extends object>(
  make: (key: Key) => Generator<Item>,
): (key: Key) => Generator<Item> {
  const lists = new WeakMap<Key, { readonly found: Item[]; readonly more: Generator<Item> }>()
  const nextOf = (key: Key, { found, more }: { found: Item[]; more: Generator<Item> }) => {
    try {
      const next = more.next()
      if (next.done) return null
      found.push(next.value)
      return next.value
    } catch (error) {
      // It has no more to give after that: whoever asks again is to meet the same.
      lists.delete(key)
      throw error
    }
  }
  return function* of(key) {
    const list = lists.get(key) ?? { found: [], more: make(key) }
    lists.set(key, list)
    for (let at = 0; ; at += 1) {
      const item = list.found[at] ?? nextOf(key, list)
      if (item === null) return
      yield item
    }
  }
}
