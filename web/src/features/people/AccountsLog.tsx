import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'

/** Every account that was given, every role that was granted or ended, and by whom. */
export function AccountsLog() {
  const { t } = useLanguage()
  return (
    <>
      <PageHeader title={t('people.accountsLog')} note={t('people.accountsLogNote')} />
      <Panel>
        <History path="/accounts/history" group="people" />
      </Panel>
    </>
  )
}
