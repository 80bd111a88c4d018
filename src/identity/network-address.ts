// The network a request comes from. An IPv6 customer holds a /64 at least, so that is what counts
// as one address.
import { isIP } from 'node:net'

/** "192.0.2.7" as it is, "::ffff:192.0.2.7" as IPv4, "2001:db8:1:2:3::4" as "2001:db8:1:2::/64". */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined && isIP(mapped) === 4) return mapped
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : 'unknown'
  return `${groupsOf(address).slice(0, 4).join(':')}::/64`
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::')
  const parts = (text: string) => (text === '' ? [] : text.split(':'))
  const missing = 8 - parts(head).length - parts(tail).length
  const zeros = Array.from({ length: Math.max(0, missing) }, () => '0')
  return [...parts(head), ...zeros, ...parts(tail)].map((group) =>
    group.toLowerCase().replace(/^0+(?=.)/, ''),
  )
}
