import { useMutation } from '@tanstack/react-query'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { stopMail } from './reach.api.ts'

/** Ends mails for whoever holds the link of one; a click, so that no program does it by looking. */
export function MailStop() {
  const { t } = useLanguage()
  const params = useQueryParams()
  const [institution, person, token] = ['institution', 'person', 'token'].map(params.get)
  const stop = useMutation({ mutationFn: stopMail })
  return (
    <div className="narrow">
      <PageHeader title={t('reach.stop.title')} />
      <Panel>
        {stop.isSuccess ? (
          <Callout tone="good" title={t('reach.stop.done')}>
            {t('reach.stop.doneHint')}
          </Callout>
        ) : institution && person && token ? (
          <>
            <p>{t('reach.stop.note')}</p>
            <ProblemAlert error={stop.error} />
            <Button
              kind="primary"
              busy={stop.isPending}
              onClick={() => stop.mutate({ institution, person, token })}
            >
              {t('reach.stop.button')}
            </Button>
          </>
        ) : (
          <Callout tone="bad" title={t('reach.stop.badLink')} />
        )}
      </Panel>
    </div>
  )
}
