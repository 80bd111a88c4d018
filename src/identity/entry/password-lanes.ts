import { networkOf } from '../network-address.ts'
import type { AttemptLane } from '../throttle.ts'

/**
 * What a password that is tried counts against. Whom strangers must not keep out draws on nothing
 * that a stranger can use up. `device`: of a browser that the login knows; the name may be
 * nobody's.
 */
export function passwordLanes(of: {
  readonly name: string
  readonly device: string | null
  readonly address: string
}): readonly AttemptLane[] {
  const { name, device, address } = of
  if (device !== null) return [{ scope: 'sign-in-device', key: device }]
  const network = { scope: 'sign-in-address', key: networkOf(address) } as const
  return [{ scope: 'sign-in-name', key: name }, network]
}
