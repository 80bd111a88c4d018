// Run as a process of its own, to be killed: closes days until it is told to end.
import { date } from '#src/domain/calendar.ts'
import { closeThrough } from '#src/servicing/closing/close-through.ts'
import { openKilledBook } from './killed-book.ts'

const [url = '', home = '', through = ''] = process.argv.slice(2)
const { ctx, mover, close } = await openKilledBook({ url, home })
process.stdout.write('ready\n')
const failed: unknown[] = []
await closeThrough(ctx, {
  through: date(through),
  mover,
  tell: (closed) => failed.push(...closed.failed),
})
await close()
if (failed.length > 0) throw new AggregateError(failed, failed.join('; '))
