import { useQuery } from '@tanstack/react-query'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { textsQuery } from './text.api.ts'

/** The acts that point at what will be signed: its review, its notice, the decision, the signature. */
const acts = [
  ...['reviewed', 'noticePublished', 'changeNoticePublished', 'decided', 'signed'],
  ...['contractApproved', 'serviceSigned'],
]

/** The text that is to be signed, to go with an act of its case. */
export function TextsForAct(props: {
  caseId: string
  act: string
  onAttach: (file: StoredFile) => void
}) {
  const { t } = useLanguage()
  const { caseId, act, onAttach } = props
  const { data } = useQuery({
    ...textsQuery({ case: caseId }),
    enabled: acts.includes(act),
    retry: false,
  })
  const named = acts.includes(act)
    ? (data?.items.flatMap(({ named: one }) => (one?.file ? [one] : [])) ?? [])
    : []
  if (named.length === 0) return null
  return (
    <div className="field papers-for-act">
      <span className="hint">{t('contractTexts.forAct')}</span>
      <div className="actions">
        {named.map(({ file, version }) =>
          file ? (
            <Button key={file.sha256} small onClick={() => onAttach(file)}>
              ＋ {t('contractTexts.namedVersion', { version })}
            </Button>
          ) : null,
        )}
      </div>
    </div>
  )
}
