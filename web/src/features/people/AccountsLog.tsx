import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import { ExportLog } from './ExportLog.tsx'
import { Openings } from './Openings.tsx'

/** Who is told of every opening; the server decides it again. */
const onlookers = ['auditor', 'discipline', 'admin']

/** Who is told which lists were taken out. */
const exportReaders = ['auditor', 'admin']

/** Every account that was given, every role that was granted or ended, and by whom. */
export function AccountsLog({ roles }: { roles: readonly string[] }) {
  const { t } = useLanguage()
  const isOnlooker = onlookers.some((role) => roles.includes(role))
  return (
    <>
      <PageHeader title={t('people.accountsLog')} note={t('people.accountsLogNote')}>
        {isOnlooker && <ExportMenu path="/accounts" />}
      </PageHeader>
      {isOnlooker && <Openings path="/people/openings" />}
      {exportReaders.some((role) => roles.includes(role)) && <ExportLog />}
      <Panel title={t('people.account')}>
        <History path="/accounts/history" group="people" />
      </Panel>
    </>
  )
}
