// The commands of whoever looks after an installation: the close of days, proofs of the audit,
// keys, staff.
import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { registerClose } from './close.ts'
import { registerKeys } from './keys.ts'
import { registerPost } from './post.ts'
import { registerStaff } from './staff.ts'
import { registerVerifyAudit } from './verify-audit.ts'

export function registerUpkeepCommands(program: Command): void {
  registerClose(program)
  registerVerifyAudit(program)
  registerKeys(program)
  registerStaff(program)
  registerPost(program, async () => {
    const { openBook } = await import('../open-book.ts')
    const keyturn = await openBook()
    return { ctx: keyturn.context(randomUUID()), close: keyturn.close }
  })
}
