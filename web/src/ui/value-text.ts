/** An id or a fingerprint: for machines, which find it in the chain. */
export function isId(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/.test(value)
  )
}

/** A value of any field as a text; lists are joined, objects told by their parts. */
export function valueText(value: unknown, say: (code: string) => string): string {
  const inner = (part: unknown) => valueText(part, say)
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(inner).filter(Boolean).join('、')
  if (typeof value !== 'object') return say(String(value))
  return Object.values(value)
    .filter((part) => part !== null && part !== false && !isId(part))
    .map(inner)
    .join(' ')
}
