import { useQuery } from '@tanstack/react-query'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { SpanText } from '../../ui/SpanText.tsx'
import { type PolicyWire, policiesQuery } from './policy.api.ts'

/** Every document of the library, with what it is worth today. */
export function PolicyList() {
  const { t } = useLanguage()
  const query = useQuery(policiesQuery)
  return (
    <>
      <PageHeader title={t('policies.title')} note={t('policies.lead')} />
      <Loaded query={query}>
        {({ items }) => (
          <Panel>
            {items.length === 0 && <Nothing />}
            <ul className="rows">
              {items.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
          </Panel>
        )}
      </Loaded>
    </>
  )
}

function Line({ one }: { one: PolicyWire }) {
  const { t, say, named } = useLanguage()
  return (
    <li>
      <span className={`chip chip-${one.status}`}>{named('policies.status', one.status)}</span>{' '}
      <a href={`/policies/${one.id}`}>
        <strong>{say(one.title)}</strong>
      </a>{' '}
      <Standing one={one} />
      <div className="muted">
        <Issuers names={one.issuers} />
      </div>
      <div className="muted">
        {one.issued && (
          <>
            {t('policies.issued')} <DayText day={one.issued} />
            {' · '}
          </>
        )}
        {(one.inForceFrom || one.status === 'draft') && (
          <>
            {t('policies.inForce')} <SpanText from={one.inForceFrom} until={one.inForceTo} />
            {' · '}
          </>
        )}
        {t('policies.articles', { count: one.articles })} ·{' '}
        {t('policies.normCount', { count: one.norms })}{' '}
        <span className={`chip ${one.imported ? 'chip-met' : ''}`}>
          {one.imported ? t('policies.imported') : t('policies.notImported')}
        </span>
      </div>
    </li>
  )
}

/** Marks law that nobody has compared with the gazette, and law without a text at hand. */
export function Standing({ one }: { one: PolicyWire }) {
  const { t } = useLanguage()
  if (!one.isExternal) return null
  return (
    <>
      <span className="chip chip-due">? {t('policies.external')}</span>{' '}
      {one.lacksText && <span className="chip chip-due">? {t('policies.lacksText')}</span>}
    </>
  )
}

/** The first office that issued it, and how many more. */
export function Issuers({ names }: { names: readonly string[] }) {
  const { t } = useLanguage()
  const [first, ...others] = names
  if (!first) return null
  return (
    <span title={names.join('、')}>
      {others.length === 0 ? first : t('policies.issuers', { first, count: names.length })}
    </span>
  )
}
