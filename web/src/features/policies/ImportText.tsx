import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { importText } from './text-import.api.ts'

/** Brings an official text in: it is read article by article and compared with what was encoded. */
export function ImportText({ id, isAgain }: { id: string; isAgain: boolean }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: (file: File) => importText(id, file),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['policy', id] }),
        client.invalidateQueries({ queryKey: ['policies'] }),
        client.invalidateQueries({ queryKey: ['policy-doubts', id] }),
      ]),
  })
  return (
    <div className="import-text">
      <div className="drop">
        {send.isPending
          ? t('general.storing')
          : isAgain
            ? t('policies.importAgain')
            : t('policies.importText')}
        <input
          type="file"
          accept=".txt,.docx,.pdf,.html,.htm"
          aria-label={t('policies.importText')}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) send.mutate(file)
            target.value = ''
          }}
        />
      </div>
      <div className="hint">{t('policies.importHint')}</div>
      <ProblemAlert error={send.error} />
      {send.data && (
        <Callout
          tone={send.data.doubts.length > 0 ? 'due' : 'good'}
          title={t('policies.importedNow', { count: send.data.articles })}
        >
          {send.data.doubts.length > 0 && (
            <a href={`/policies/${id}/text`}>
              {t('textImport.open', { count: send.data.doubts.length })}
            </a>
          )}
        </Callout>
      )}
    </div>
  )
}
