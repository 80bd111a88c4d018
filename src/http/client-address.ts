// The address of whoever asks. What a request says about itself counts only as far as our own
// proxies wrote it.

/**
 * `peer` is who is connected to this process. With n proxies of ours the n-th address from the
 * right of X-Forwarded-For is the one that the outermost of them saw.
 */
export function clientAddress(
  { peer, forwardedFor }: { readonly peer: string; readonly forwardedFor: string },
  proxyHops: number,
): string {
  if (proxyHops === 0) return peer
  const forwarded = forwardedFor.split(',').map((part) => part.trim())
  return forwarded.at(-proxyHops) || peer
}
