import { useLanguage } from './language.ts'

const signs: Readonly<Record<string, string>> = {
  met: '✓',
  breached: '×',
  advised: '!',
  pending: '…',
  na: '—',
  unknown: '?',
}

/** What was found of a norm: a sign, a colour and, for readers of screens, a word. */
export function StatusMark({ status }: { status: string }) {
  const { named } = useLanguage()
  return (
    <span
      className={`mark mark-${status}`}
      role="img"
      aria-label={named('status', status)}
      title={named('status', status)}
    >
      {signs[status] ?? '?'}
    </span>
  )
}
