import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { AchievementWire } from './achievement.api.ts'
import {
  type AssetWire,
  assetQuery,
  contractsOfQuery,
  differencesOf,
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
export function BelongingsPanel(props: {
  one: AchievementWire
  mayWrite: boolean
  reads: BelongingsReader
}) {
  const { t } = useLanguage()
  const { one, mayWrite, reads } = props
  const { id } = one
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
      {reads.asset && <Asset one={one} />}
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

function Asset({ one: { id, ...told } }: { one: AchievementWire }) {
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
      {one && <LedgerSaid of={told} asset={one} />}
      <ProblemAlert error={query.error} />
    </>
  )
}

/** What an old ledger said of the tags and registers and cases do not show. */
function LedgerSaid({ of, asset }: { of: Omit<AchievementWire, 'id'>; asset: AssetWire }) {
  const { t, named } = useLanguage()
  const said = differencesOf(of, asset)
  if (said.length === 0) return null
  return (
    <Callout tone="due" title={t('belongings.ledgerSaid')}>
      <p>{t('belongings.ledgerSaidWhy')}</p>
      <ul className="rows">
        {said.map(({ field, value }) => (
          <li key={field}>
            {t(`achievements.fields.${field}`)}{' '}
            <strong>
              {typeof value === 'number' ? value : named(`achievements.values.${field}`, value)}
            </strong>
          </li>
        ))}
      </ul>
    </Callout>
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
