import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BroughtWire } from '@yizhuan/server/wire/letters/letter'
import { write } from '../../api/client.ts'
import { storeFile } from '../../api/files.ts'
import { useLanguage } from '../language.ts'
import { ProblemAlert } from '../ProblemAlert.tsx'
import type { Subject } from './comments.api.ts'

/** Takes messages that were saved as files: on the page of a record they are filed with it at once. */
export function MailDrop({ to, onBrought }: { to?: Subject; onBrought?: () => Promise<unknown> }) {
  const { t, colon } = useLanguage()
  const client = useQueryClient()
  const bring = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      const files = []
      for (const file of chosen) {
        const { sha256, name } = await storeFile(file)
        files.push({ sha256, name })
      }
      return write<BroughtWire>('POST', '/letters', { files, ...(to && { to }) })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['/letters'] })
      await onBrought?.()
    },
  })
  const label = t(to ? 'letters.dropHere' : 'letters.drop')
  return (
    <div className="field">
      <div className="drops">
        <div className="drop">
          {bring.isPending ? t('letters.bringing') : label}
          <input
            type="file"
            multiple
            accept=".eml,message/rfc822"
            aria-label={label}
            disabled={bring.isPending}
            onChange={({ target }) => {
              const chosen = [...(target.files ?? [])].slice(0, mostAtOnce)
              target.value = ''
              if (chosen.length > 0) bring.mutate(chosen)
            }}
          />
        </div>
      </div>
      {bring.data && (
        <ul className="plain" role="status">
          {bring.data.items.map(({ name, outcome, id }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name, and nothing moves
            <li key={at}>
              {name}
              {colon}
              {id ? (
                <a href={`/letters/${id}`}>{t(`letters.outcomes.${outcome}`)}</a>
              ) : (
                t(`letters.outcomes.${outcome}`)
              )}
            </li>
          ))}
        </ul>
      )}
      <ProblemAlert error={bring.error} />
    </div>
  )
}

/** As many as the server takes at a time. */
const mostAtOnce = 20
