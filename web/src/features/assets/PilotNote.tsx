import { useLanguage } from '../../ui/language.ts'

/** Says wherever the pilot's articles are cited that they are a draft, and what decides instead. */
export function PilotNote() {
  const { t } = useLanguage()
  return (
    <p className="draft-note">
      <span className="chip chip-draft">{t('library.draft')}</span> {t('assets.draft')}
    </p>
  )
}
