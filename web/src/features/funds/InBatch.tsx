import { useLanguage } from '../../ui/language.ts'

/** The batch in which a line is paid, or that paid it. */
export function InBatch({
  batch,
}: {
  batch: { readonly id: string; readonly title: string } | null
}) {
  const { t } = useLanguage()
  if (!batch) return null
  return (
    <div className="muted">
      {t('payouts.awards.inBatch')}
      <a href={`/payouts/${batch.id}`}>{batch.title}</a>
    </div>
  )
}
