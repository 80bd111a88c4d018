// What was begun with a factor and never ended, and browsers whose time of trust is over.
import type { Tx } from '#src/store/database.ts'
import { forgetOldChallenges } from '#src/store/logins/passkey-challenges.ts'
import { forgetOldCodes } from '#src/store/logins/sent-codes.ts'
import { forgetOldEnrollments } from '#src/store/logins/totp-enrollments.ts'
import { forgetExpiredDevices } from '#src/store/logins/trusted-devices.ts'
import { momentBefore } from '../moments.ts'

const codeHours = 2

export async function forgetFactors(tx: Tx, now: string): Promise<void> {
  await forgetOldCodes(tx, momentBefore(now, { hours: codeHours }))
  await forgetOldEnrollments(tx, now)
  await forgetOldChallenges(tx, now)
  await forgetExpiredDevices(tx, now)
}
