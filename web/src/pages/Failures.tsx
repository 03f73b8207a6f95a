import { ApiProblem } from '../api/problem.ts'
import { Button } from '../ui/Button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../ui/Page.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'

/** An address of no page. */
export function NotFound() {
  const { t } = useLanguage()
  return (
    <Panel>
      <PageHeader title={t('general.notFound')} />
      <Nothing text={location.pathname} hint={t('general.notFoundHint')}>
        <p>
          <a href="/">{t('nav.workbench')}</a> · <a href="/notices">{t('nav.notices')}</a>
        </p>
      </Nothing>
    </Panel>
  )
}

/** A page that could not be shown: the server said no, or a newer version has replaced this one. */
export function PageFailed({ error }: { error: unknown }) {
  const { t } = useLanguage()
  return (
    <Panel>
      <PageHeader title={t('general.problem')} />
      {error instanceof ApiProblem ? <ProblemAlert error={error} /> : <p>{t('app.pageFailed')}</p>}
      <Button kind="primary" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </Panel>
  )
}
