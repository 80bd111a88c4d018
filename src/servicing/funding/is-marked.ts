import type { Tx } from '#src/store/database.ts'
import { lockNumber, markOn } from '#src/store/payments/fraud-marks.ts'

/** Whether a number is marked, as it stays until the transaction ends; its account is held. */
export async function isMarked(tx: Tx, hash: Buffer): Promise<boolean> {
  await lockNumber(tx, hash, 'take')
  return (await markOn(tx, hash)) !== null
}
