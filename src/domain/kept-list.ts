// A list that follows from something that never changes: worked out as far as somebody asks, and
// kept for whoever asks about the same next.

/**
 * `make` gives the list of a key anew; `isSame` tells whether the list of one key is also that of
 * another. Only the last list is kept: whoever works through many asks about one after another, and
 * maps that let go of their keys cost more than they save.
 */
export function keptList<Key extends object, Item extends object>(
  make: (key: Key) => Generator<Item>,
  isSame: (kept: Key, asked: Key) => boolean = (kept, asked) => kept === asked,
): (key: Key) => Generator<Item> {
  type List = { readonly key: Key; readonly found: Item[]; readonly more: Generator<Item> }
  let last: List | null = null
  const nextOf = ({ key, found, more }: List): Item | null => {
    try {
      const next = more.next()
      if (next.done) return null
      found.push(next.value)
      return next.value
    } catch (error) {
      // It has no more to give after that: whoever asks again is to meet the same.
      if (last?.key === key) last = null
      throw error
    }
  }
  return function* of(key) {
    const list: List = last && isSame(last.key, key) ? last : { key, found: [], more: make(key) }
    last = list
    for (let at = 0; ; at += 1) {
      const item = list.found[at] ?? nextOf(list)
      if (item === null) return
      yield item
    }
  }
}
