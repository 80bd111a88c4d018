// The commands of whoever looks after an installation: proofs of the audit, keys,
// staff.
import type { Command } from 'commander'
import { registerKeys } from './keys.ts'
import { registerStaff } from './staff.ts'
import { registerVerifyAudit } from './verify-audit.ts'

export function registerUpkeepCommands(program: Command): void {
  registerVerifyAudit(program)
  registerKeys(program)
  registerStaff(program)
}
