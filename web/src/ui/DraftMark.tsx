import type { ReactNode } from 'react'
import { useLanguage } from './language.ts'

/** What a draft says: it can be read and compared, and is marked through and through as not in force. */
export function DraftMark(props: {
  isDraft: boolean
  /** Without the note: where another place on the page says it. */
  isQuiet?: boolean
  children: ReactNode
}) {
  const { t } = useLanguage()
  if (!props.isDraft) return props.children
  return (
    <div className="draft-mark">
      {!props.isQuiet && (
        <p className="draft-note">
          <span className="chip chip-draft">{t('library.draft')}</span> {t('library.draftNote')}
        </p>
      )}
      {props.children}
    </div>
  )
}
