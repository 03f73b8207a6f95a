import { useQuery } from '@tanstack/react-query'
import { actOf, type Procedure, procedures } from '@yizhuan/procedures'
import { read } from '../../api/client.ts'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import type { Me } from './NowPanel.tsx'

/** Which procedure a new case follows: each with what it is for, and by which article. */
export function ChooseProcedure(props: { me: Me; achievement: string | undefined }) {
  const { t, say } = useLanguage()
  const institution = useQuery({
    queryKey: ['institution'],
    queryFn: () => read<{ readonly province: string | null }>('/institution'),
  })
  const place = institution.data?.province?.slice(3).toLowerCase()
  const mine = procedures.filter((one) => mayOpen(one, props.me.roles))
  const isRuled = (one: Procedure) => citesOf(one, place).length > 0
  const rows = (some: readonly Procedure[]) => (
    <ul className="rows">
      {some.map((one) => (
        <li key={one.id}>
          <h3>
            <a href={addressOf(one.id, props.achievement)}>{say(one.label)}</a>
          </h3>
          <div>{one.purpose && say(one.purpose.words)}</div>
          <div>
            {citesOf(one, place).map((cite) => (
              <CiteText key={cite.source + cite.at} cite={cite} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
  const others = mine.filter((one) => !isRuled(one))
  return (
    <>
      <PageHeader title={t('cases.open')} note={t('procedures.choose')} />
      <Panel>
        {rows(mine.filter(isRuled))}
        {others.length > 0 && (
          <details>
            <summary className="muted">
              {t('procedures.noArticle', { count: others.length })}
            </summary>
            {rows(others)}
          </details>
        )}
      </Panel>
    </>
  )
}

/** The articles of the place where the institution is; a procedure may rest on none of them. */
function citesOf({ purpose }: Procedure, place: string | undefined) {
  const cites = (purpose?.cites ?? []).map((address) => {
    const [source = '', at = ''] = address.split('#')
    return { source, at }
  })
  return cites.filter(({ source }) => place === undefined || source.startsWith(`${place}-`))
}

function mayOpen(procedure: Procedure, roles: readonly string[]): boolean {
  return actOf(procedure, procedure.opening)?.who.some((role) => roles.includes(role)) ?? false
}

function addressOf(procedure: string, achievement: string | undefined): string {
  const about = achievement === undefined ? '' : `&achievement=${achievement}`
  return `/cases/new?procedure=${procedure}${about}`
}
