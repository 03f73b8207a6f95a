import { useLanguage } from '../../ui/language.ts'

/** The rate beside the tax of an invoice, or that it is exempt: which is not a rate of nought. */
export function VatRate({ rate }: { rate: string }) {
  const { t } = useLanguage()
  return <small className="muted">{rate === 'exempt' ? t('receivables.exempt') : rate}</small>
}
