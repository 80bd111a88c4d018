const pending = new Set<() => Promise<void>>()

/** Has `cleanUp` done when this process is told to end early; the result takes that back. */
export function onInterrupt(cleanUp: () => Promise<void>): () => void {
  if (pending.size === 0) {
    process.once('SIGINT', endEarly)
    process.once('SIGTERM', endEarly)
  }
  pending.add(cleanUp)
  return () => {
    pending.delete(cleanUp)
    if (pending.size > 0) return
    process.off('SIGINT', endEarly)
    process.off('SIGTERM', endEarly)
  }
}

async function endEarly(): Promise<void> {
  await Promise.allSettled([...pending].map((cleanUp) => cleanUp()))
  process.exit(1)
}
