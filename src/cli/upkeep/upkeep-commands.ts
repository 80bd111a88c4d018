// The commands of whoever looks after an installation: the close of days, proofs of the audit,
// keys, staff.
import type { Command } from 'commander'
import { registerClose } from './close.ts'
import { registerKeys } from './keys.ts'
import { registerStaff } from './staff.ts'
import { registerVerifyAudit } from './verify-audit.ts'

export function registerUpkeepCommands(program: Command): void {
  registerClose(program)
  registerVerifyAudit(program)
  registerKeys(program)
  registerStaff(program)
}
