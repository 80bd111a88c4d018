import { type Config, readConfig } from '../config.ts'
import { type MovableClock, movableClock } from '../demo/movable-clock.ts'
import { type Keyturn, openKeyturn } from '../main.ts'

/** `mover` moves a demo's money on in time; null in production. */
export type OpenedBook = Keyturn & { readonly mover: MovableClock | null }

/** Opens the book for a command that dates money: a demo's goes by its movable clock. */
export async function openBook(
  config: Config = readConfig(process.env),
  tell?: (line: string) => void,
): Promise<OpenedBook> {
  let mover: MovableClock | null = null
  const demoClock = (home: string) => {
    mover = movableClock(home)
    return mover
  }
  const keyturn = await openKeyturn(config, { demoClock, ...(tell && { tell }) })
  return { ...keyturn, mover }
}
