import { withQuery } from '../../../api/client.ts'
import { useLanguage } from '../../../ui/language.ts'

/** The case that carries out what a review decided, with the right filled in; keeping needs none. */
export function FollowReview({ right, decision }: { right: string; decision: string }) {
  const { t } = useLanguage()
  if (decision === 'abandon') {
    const about = { procedure: 'abandonment', right }
    return <a href={withQuery('/cases/new', about)}>{t('docket.openAbandonment')}</a>
  }
  if (decision !== 'sell' && decision !== 'open_licence') return null
  const about = { procedure: 'transfer', right, aim: decision }
  return (
    <a href={withQuery('/cases/new', about)}>
      {t(decision === 'sell' ? 'docket.openSale' : 'docket.openOpenLicence')}
    </a>
  )
}
