import type { ComponentProps } from 'react'
import { useLanguage } from '../../ui/language.ts'
import { SmallForm as AnySmallForm } from '../../ui/SmallForm.tsx'
import { useRereadMoney } from './money.api.ts'

/** A short form about money: what it wrote is read afresh, and its files are evidence. */
export function SmallForm(
  props: Omit<ComponentProps<typeof AnySmallForm>, 'onDone' | 'filesLabel'>,
) {
  const { t } = useLanguage()
  const reread = useRereadMoney()
  return <AnySmallForm {...props} filesLabel={t('receivables.fields.files')} onDone={reread} />
}
