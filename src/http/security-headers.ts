// What every answer says to the browser about what it may do (ASVS 5.0 V3.4 and V3.5.8).
import type { MiddlewareHandler } from 'hono'

const always: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  // Not no-referrer: with it a browser sends "Origin: null" with our own forms.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Origin-Agent-Cluster': '?1',
  // For browsers that do not know frame-ancestors.
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': [
    'accelerometer=()',
    'camera=()',
    'display-capture=()',
    'geolocation=()',
    'gyroscope=()',
    'magnetometer=()',
    'microphone=()',
    'midi=()',
    'payment=()',
    'usb=()',
    'publickey-credentials-create=(self)',
    'publickey-credentials-get=(self)',
  ].join(', '),
  'Reporting-Endpoints': 'csp="/csp-reports"',
}

const fixed = Object.entries(always)

/**
 * One policy for every page; the nonce is new for each answer. `formTarget`: the one other site to
 * which a form of this page leads.
 */
export function contentPolicy(nonce: string, formTarget?: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `form-action 'self'${formTarget === undefined ? '' : ` ${formTarget}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    'report-to csp',
  ].join('; ')
}

/** For bytes that did not come from us: a browser that shows them anyway lets them do nothing. */
const SANDBOX = "default-src 'none'; frame-ancestors 'none'; sandbox"

/**
 * Nothing is kept by a browser or a cache in between unless its own handler says so (static files
 * do).
 */
export function securityHeaders(): MiddlewareHandler<{
  Variables: { nonce: string; formTarget?: string; isSandboxed?: boolean }
}> {
  return async (c, next) => {
    await next()
    // Not by `c.header`, which makes a finished answer anew for each of them.
    const { headers } = c.res
    for (const [name, value] of fixed) headers.set(name, value)
    const policy = c.get('isSandboxed')
      ? SANDBOX
      : contentPolicy(c.get('nonce'), c.get('formTarget'))
    headers.set('Content-Security-Policy', policy)
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  }
}
