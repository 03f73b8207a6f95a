/** How a status is coloured; its word stands beside it always. */
export function toneOf(status: string | null): string {
  if (status === null) return ''
  if (['granted', 'registered', 'valid'].includes(status)) return 'chip-done'
  if (status.startsWith('pending')) return 'chip-open'
  if (status === 'lapsed_unpaid') return 'chip-breached'
  return ''
}
