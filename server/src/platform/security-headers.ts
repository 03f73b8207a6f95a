// What browsers are told with every answer. Made once: the values never depend on the request.

type Headers = Readonly<Record<string, string>>

const always: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  // Nothing here looks, listens or asks where somebody is.
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Data is neither a page nor to be kept by whoever passes it on. */
const forData: Headers = {
  ...always,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
}

const forPages: Headers = {
  ...always,
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "script-src-attr 'none'",
    // The pages of problems and of the API's description carry their styles with them.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';'),
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
}

/** A year, as browsers demand of sites that are always reached over TLS. */
const onlySecure: Headers = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

/**
 * The headers of an answer by its path. A stored file is shown by the browser like a page.
 *
 * @param isSecure  whether people reach us over TLS.
 */
export function securityHeaders(apiPrefix: string, isSecure: boolean): (path: string) => Headers {
  const [data, pages] = [forData, forPages].map((each) =>
    isSecure ? { ...each, ...onlySecure } : each,
  ) as [Headers, Headers]
  const [api, files] = [`${apiPrefix}/`, `${apiPrefix}/files/`]
  return (path) => (path.startsWith(api) && !path.startsWith(files) ? data : pages)
}
