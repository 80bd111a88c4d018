const PAGE = 200
// While one is printed, the next ones are read.
const AT_ONCE = 4
/** With more than this the trouble is not with single accounts. */
const MOST_FAILED = 100

/**
 * Goes through the accounts that wait, page by page. An account that fails does not hold up the
 * others; it is told at the end, and tried again by the next run. Answers how many papers there are
 * more.
 */
export async function printEach<Waiting extends { readonly accountId: string }>(
  read: (page: { readonly after: Waiting | null; readonly limit: number }) => Promise<Waiting[]>,
  print: (one: Waiting) => Promise<number>,
): Promise<number> {
  const failed: unknown[] = []
  let printed = 0
  let page: Waiting[] = []
  do {
    page = await read({ after: page.at(-1) ?? null, limit: PAGE })
    const waiting = page.values()
    const lanes = Array.from({ length: AT_ONCE }, async () => {
      for (const one of waiting) {
        if (failed.length > MOST_FAILED) return
        await print(one).then(
          (count) => {
            printed += count
          },
          (error: unknown) => failed.push(new Error(`account ${one.accountId}: ${String(error)}`)),
        )
      }
    })
    await Promise.all(lanes)
  } while (page.length === PAGE && failed.length <= MOST_FAILED)
  if (failed.length > 0) throw new AggregateError(failed, failed.slice(0, 10).join('; '))
  return printed
}
