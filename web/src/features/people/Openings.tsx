import { useQuery } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import type { OpeningsWire } from '@yizhuan/server/wire/people/person'
import { read } from '../../api/client.ts'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'

/** Who opened what is sealed, when and why: one's own, or all of the institution for who looks on. */
export function Openings({ path }: { path: '/people/me/openings' | '/people/openings' }) {
  const { t, named } = useLanguage()
  const isOwn = path === '/people/me/openings'
  const query = useQuery({ queryKey: [path], queryFn: () => read<OpeningsWire>(path) })
  return (
    <Panel
      title={t(isOwn ? 'openings.mine' : 'openings.all')}
      extra={!isOwn && <ExportMenu path={path} />}
    >
      <p className="muted">{t(isOwn ? 'openings.mineNote' : 'openings.allNote')}</p>
      <Loaded query={query}>
        {({ items }) => (
          <ul className="rows">
            {items.length === 0 && <li className="muted">{t('openings.none')}</li>}
            {items.map((one) => (
              <li key={one.key}>
                <time dateTime={one.at}>{timeInChina(one.at)}</time> <strong>{one.by}</strong>{' '}
                {one.person && !isOwn && <a href={`/people/${one.person.id}`}>{one.person.name}</a>}{' '}
                <span className="chip">{named('openings.field', one.field)}</span>
                <div className="said">{one.purpose}</div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  )
}
