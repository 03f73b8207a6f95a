import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { DraftMark } from '../../ui/DraftMark.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { SpanText } from '../../ui/SpanText.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { documentsFor } from './library.ts'
import { type PolicyWire, policiesQuery } from './policy.api.ts'

const origins = ['compared', 'external'] as const

/** Every document of the library, with what it is worth today. Filters stand in the address. */
export function PolicyList() {
  const { t, say, named } = useLanguage()
  const query = useQuery(policiesQuery)
  const params = useQueryParams()
  const filter = {
    q: params.get('q'),
    status: params.get('status'),
    place: params.get('place'),
    origin: params.get('origin'),
  }
  return (
    <>
      <PageHeader title={t('policies.title')} note={t('policies.lead')}>
        <SavedViews list="policies" />
        <LinkButton href="/policies/revisions">{t('revisions.title')}</LinkButton>
      </PageHeader>
      <Loaded query={query}>
        {({ items }) => {
          const shown = documentsFor(items, filter)
          const choicesOf = (group: string, values: readonly string[]) =>
            [...new Set(values)].map((value) => ({ value, label: named(group, value) }))
          return (
            <Panel>
              <div className="filters">
                <SearchBox
                  label={t('library.search')}
                  value={filter.q}
                  onSearch={(q) => params.set({ q })}
                />
                <FilterSelect
                  label={t('library.statusLabel')}
                  value={filter.status}
                  choices={choicesOf(
                    'policies.status',
                    items.map(({ status }) => status),
                  )}
                  onChange={(status) => params.set({ status })}
                />
                <FilterSelect
                  label={t('library.place')}
                  value={filter.place}
                  choices={[
                    ...new Map(items.map(({ jurisdiction, place }) => [jurisdiction, place])),
                  ].map(([value, place]) => ({ value, label: say(place) }))}
                  onChange={(place) => params.set({ place })}
                />
                <FilterSelect
                  label={t('library.origin')}
                  value={filter.origin}
                  choices={choicesOf('library.origins', origins)}
                  onChange={(origin) => params.set({ origin })}
                />
                <span className="muted">{t('library.shown', { count: shown.length })}</span>
              </div>
              {shown.length === 0 && <Nothing text={t('general.nothingFound')} />}
              <ul className="rows">
                {shown.map((one) => (
                  <Line key={one.id} one={one} />
                ))}
              </ul>
            </Panel>
          )
        }}
      </Loaded>
    </>
  )
}

function Line({ one }: { one: PolicyWire }) {
  const { t, say, named } = useLanguage()
  return (
    <li>
      <DraftMark isDraft={one.status === 'draft'} isQuiet>
        <div>
          <span className={`chip chip-${one.status}`}>{named('policies.status', one.status)}</span>{' '}
          <a href={`/policies/${one.id}`}>
            <strong>{say(one.title)}</strong>
          </a>{' '}
          {one.number && <span className="muted">{one.number}</span>} <Standing one={one} />
        </div>
        <div className="muted">
          {say(one.place)} · <Issuers names={one.issuers} />
        </div>
        <div className="muted">
          <Days one={one} />
        </div>
        <div className="muted">
          {t('policies.articles', { count: one.articles })} ·{' '}
          {t('policies.normCount', { count: one.norms })}{' '}
          <span className={`chip ${one.imported ? 'chip-met' : ''}`}>
            {one.imported ? t('policies.imported') : t('policies.notImported')}
          </span>{' '}
          <Coverage coverage={one.coverage} />
        </div>
      </DraftMark>
    </li>
  )
}

/** When it was issued and when it holds; a day that nobody knows is said to be unknown. */
export function Days({ one }: { one: PolicyWire }) {
  const { t } = useLanguage()
  return (
    <>
      {t('policies.issued')}{' '}
      {one.issued ? <DayText day={one.issued} isShort /> : t('library.noDay')}
      <InForce one={one} />
      {one.nextReview && (
        <>
          {' · '}
          {t('library.nextReview')} <DayText day={one.nextReview} isShort />
        </>
      )}
    </>
  )
}

/** What only explains was never in force; of what is over without a last day only the first is known. */
function InForce({ one }: { one: PolicyWire }) {
  const { t } = useLanguage()
  const { status, inForceFrom, inForceTo } = one
  if (status === 'background') return null
  const isOver = status === 'expired' || status === 'repealed'
  return (
    <>
      {' · '}
      {t('policies.inForce')}{' '}
      {inForceFrom === undefined ? (
        t('library.noDay')
      ) : isOver && inForceTo === undefined ? (
        <>
          <DayText day={inForceFrom} isShort /> {t('policies.from')}
        </>
      ) : (
        <SpanText from={inForceFrom} until={inForceTo} />
      )}
    </>
  )
}

/** How much of what binds is encoded. */
export function Coverage({ coverage }: { coverage: PolicyWire['coverage'] }) {
  const { t } = useLanguage()
  const { binding, encoded, waived, open } = coverage
  if (binding === 0) return <span className="muted">{t('library.noClauses')}</span>
  return (
    <>
      <span>{t('library.coverage', { binding, encoded, waived })}</span>{' '}
      <span className={`chip ${open === 0 ? 'chip-met' : 'chip-due'}`}>
        {open === 0 ? t('library.allCovered') : t('library.openClauses', { count: open })}
      </span>
    </>
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
  const { t, listed } = useLanguage()
  const [first, ...others] = names
  if (!first) return <>{t('library.noIssuer')}</>
  return (
    <span title={listed(names)}>
      {others.length === 0 ? first : t('policies.issuers', { first, count: names.length })}
    </span>
  )
}
