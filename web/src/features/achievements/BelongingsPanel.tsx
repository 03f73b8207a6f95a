import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  assetQuery,
  contractsOfQuery,
  projectsOfQuery,
  receivedOn,
  rightsOfQuery,
} from './belongings.api.ts'

/** Whose eyes a register is for; what is not theirs is not asked for. */
export interface BelongingsReader {
  readonly contracts: boolean
  readonly asset: boolean
}

/** What belongs to an achievement in the other registers, each with the way there. */
export function BelongingsPanel(props: { id: string; mayWrite: boolean; reads: BelongingsReader }) {
  const { t } = useLanguage()
  const { id, mayWrite, reads } = props
  return (
    <Panel
      title={t('belongings.title')}
      extra={
        mayWrite && (
          <LinkButton href={`/rights/new?achievement=${id}`}>
            {t('belongings.enterRight')}
          </LinkButton>
        )
      }
    >
      <Rights id={id} />
      <Projects id={id} />
      {reads.contracts && <Contracts id={id} />}
      {reads.asset && <Asset id={id} />}
    </Panel>
  )
}

function Rights({ id }: { id: string }) {
  const { t, named } = useLanguage()
  const query = useQuery(rightsOfQuery(id))
  return (
    <Group
      title={t('belongings.rights')}
      none={t('belongings.noRights')}
      all={`/rights?achievement=${id}`}
      query={query}
    >
      {query.data?.items.map((one) => (
        <li key={one.id}>
          <a href={`/rights/${one.id}`}>
            {one.number ?? t('rights.noNumber')} {one.title}
          </a>{' '}
          <span className="chip">{named('rights.kinds', one.kind)}</span>{' '}
          {one.status && <span className="chip">{named('rights.statuses', one.status)}</span>}
          {one.feeDueOn && (
            <div className="muted">
              {t('rights.fields.feeDueOn')} <DayText day={one.feeDueOn} />
            </div>
          )}
        </li>
      ))}
    </Group>
  )
}

function Projects({ id }: { id: string }) {
  const { t } = useLanguage()
  const query = useQuery(projectsOfQuery(id))
  return (
    <Group
      title={t('belongings.projects')}
      none={t('belongings.noProjects')}
      all={`/projects?achievement=${id}`}
      query={query}
    >
      {query.data?.items.map((one) => (
        <li key={one.id}>
          <a href={`/projects/${one.id}`}>
            {one.number} {one.title}
          </a>{' '}
          <span className="muted">{one.leader}</span>
        </li>
      ))}
    </Group>
  )
}

function Contracts({ id }: { id: string }) {
  const { t, named } = useLanguage()
  const query = useQuery(contractsOfQuery(id))
  const { items = [], nextCursor } = query.data ?? {}
  return (
    <Group
      title={t('belongings.contracts')}
      none={t('belongings.noContracts')}
      all={`/contracts?achievement=${id}`}
      query={query}
    >
      {items.map((one) => (
        <li key={one.id}>
          <a href={`/contracts/${one.id}`}>
            {one.number ?? ''} {one.title}
          </a>{' '}
          {one.status && <span className="chip">{named('contracts.statuses', one.status)}</span>}
          <div className="muted">
            {one.counterparty} {one.signedOn && <DayText day={one.signedOn} />}{' '}
            {one.receivedFen && (
              <a href={`/receipts?contract=${one.id}`}>
                {t('belongings.received')} <Money fen={one.receivedFen} />
              </a>
            )}
          </div>
        </li>
      ))}
      {/* A sum over the first page alone would be no sum. */}
      {items.length > 1 && nextCursor === undefined && (
        <li>
          <strong>
            {t('belongings.receivedInAll')} <Money fen={receivedOn(items)} />
          </strong>
        </li>
      )}
    </Group>
  )
}

const tags = ['attribute', 'stage', 'conversion'] as const

function Asset({ id }: { id: string }) {
  const { t, named } = useLanguage()
  const query = useQuery(assetQuery(id))
  const one = query.data
  return (
    <>
      <h3>{t('belongings.asset')}</h3>
      {one === null && <p className="muted">{t('belongings.noAsset')}</p>}
      {one && (
        <p>
          {tags.map((tag) => (
            <span key={tag}>
              <span className="chip">{named(`assets.tags.${tag}`, one[tag])}</span>{' '}
            </span>
          ))}
          <a href={`/assets/${id}`}>
            {t('assets.fields.bookFen')} <Money fen={one.bookFen} />
          </a>
        </p>
      )}
      <ProblemAlert error={query.error} />
    </>
  )
}

/** The records of one register, or that there are none yet. */
function Group(props: {
  title: string
  none: string
  /** The list of the register with these records alone. */
  all: string
  query: {
    readonly error: unknown
    readonly data: { readonly items: readonly unknown[] } | undefined
  }
  children: ReactNode
}) {
  const { t } = useLanguage()
  const { title, none, all, query, children } = props
  const isEmpty = query.data?.items.length === 0
  return (
    <>
      <h3>
        {title} {query.data && !isEmpty && <a href={all}>{t('belongings.all')}</a>}
      </h3>
      {isEmpty ? <p className="muted">{none}</p> : <ul className="rows">{children}</ul>}
      <ProblemAlert error={query.error} />
    </>
  )
}
