import { useMutation } from '@tanstack/react-query'
import { download } from '../api/client.ts'
import { Button } from './Button.tsx'
import type { HistoryWords } from './history-words.ts'
import { useLanguage } from './language.ts'
import { ProblemAlert } from './ProblemAlert.tsx'

/** Takes a history out, in the words in which it is shown here. */
export function HistoryExport({ path, words }: { path: string; words: HistoryWords }) {
  const { t, lang } = useLanguage()
  const send = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') =>
      download('/history-exports', { path, format, lang, title: titleOfPage(), words }),
  })
  return (
    <>
      <div className="actions">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            kind="quiet"
            small
            busy={send.isPending && send.variables === format}
            onClick={() => send.mutate(format)}
          >
            {t(`exports.history.${format}`)}
          </Button>
        ))}
      </div>
      <ProblemAlert error={send.error} />
    </>
  )
}

/** The heading of the page names the record; the name of the application after it does not. */
function titleOfPage(): string {
  return (document.title.split(' · ').slice(0, -1).join(' · ') || document.title).slice(0, 300)
}
