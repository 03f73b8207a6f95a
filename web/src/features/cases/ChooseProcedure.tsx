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
  return (
    <>
      <PageHeader title={t('cases.open')} note={t('procedures.choose')} />
      <Panel>
        <ul className="rows procedures">
          {mine.map((one) => (
            <li key={one.id}>
              <a className="row-title" href={addressOf(one.id, props.achievement)}>
                {say(one.label)}
              </a>
              <div>{one.purpose && say(one.purpose.words)}</div>
              <div className="muted">
                <Basis procedure={one} place={place} />
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

/** The articles of the place where the institution is; a procedure may rest on none of them. */
function Basis({ procedure, place }: { procedure: Procedure; place: string | undefined }) {
  const { t } = useLanguage()
  const cites = (procedure.purpose?.cites ?? []).map((address) => {
    const [source = '', at = ''] = address.split('#')
    return { source, at }
  })
  const own = cites.filter(({ source }) => place === undefined || source.startsWith(`${place}-`))
  if (own.length === 0) return t('procedures.noArticle')
  return own.map((cite) => <CiteText key={cite.source + cite.at} cite={cite} />)
}

function mayOpen(procedure: Procedure, roles: readonly string[]): boolean {
  return actOf(procedure, procedure.opening)?.who.some((role) => roles.includes(role)) ?? false
}

function addressOf(procedure: string, achievement: string | undefined): string {
  const about = achievement === undefined ? '' : `&achievement=${achievement}`
  return `/cases/new?procedure=${procedure}${about}`
}
