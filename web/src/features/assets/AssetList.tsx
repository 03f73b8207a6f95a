import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import type { AssetLineWire, AssetPageWire } from './asset.api.ts'
import { PilotNote } from './PilotNote.tsx'

const tags = ['attribute', 'stage', 'conversion'] as const
type Tag = (typeof tags)[number]
const fundings = ['public', 'enterprise', 'own'] as const

/** How a tag is coloured; its word stands beside it always. */
const tones: Readonly<Record<string, string>> = {
  authorised: 'chip-done',
  lapsed: 'chip-breached',
  development: 'chip-open',
  indistinguishable: 'chip-due',
  intended: 'chip-due',
  converted: 'chip-done',
}

/** The tags of an achievement. */
export function TagChips({ of }: { of: AssetLineWire }) {
  const { t, named } = useLanguage()
  return (
    <>
      {tags.map((tag) => (
        <span key={tag}>
          <span className={`chip ${tones[of[tag]] ?? ''}`}>
            {named(`assets.tags.${tag}`, of[tag])}
            {tag === 'conversion' && of.count > 1 && ` ${t('assets.times', { count: of.count })}`}
          </span>{' '}
        </span>
      ))}
    </>
  )
}

/** The ledger of assets: every achievement with its tags and what it cost, kept apart from other assets. */
export function AssetList() {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = {
    q: params.get('q'),
    attribute: params.get('attribute'),
    stage: params.get('stage'),
    conversion: params.get('conversion'),
    funding: params.get('funding'),
    on: params.get('on'),
  }
  const { query, items, first } = usePages<AssetLineWire, AssetPageWire>('/assets', filter)
  const choices = (tag: Tag) =>
    Object.keys(first?.totals?.counts[tag] ?? {}).map((value) => ({
      value,
      label: named(`assets.tags.${tag}`, value),
    }))
  return (
    <>
      <PageHeader title={t('assets.title')} note={t('assets.lead')}>
        <SavedViews list="assets" />
        <ExportMenu path="/assets" filter={filter} prints />
        <LinkButton href="/imports?table=costs">{t('importTables.go')}</LinkButton>
        <LinkButton href="/asset-report">{t('assets.report')}</LinkButton>
        <LinkButton href="/asset-proposals" kind="primary">
          {t('assets.proposals')}
        </LinkButton>
      </PageHeader>
      <PilotNote />
      {first?.totals && <Totals totals={first.totals} onChoose={params.set} />}
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('assets.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          {tags.map((tag) => (
            <FilterSelect
              key={tag}
              label={t(`assets.fields.${tag}`)}
              value={filter[tag]}
              choices={choices(tag)}
              onChange={(value) => params.set({ [tag]: value })}
            />
          ))}
          <FilterSelect
            label={t('assets.fields.funding')}
            value={filter.funding}
            choices={fundings.map((value) => ({ value, label: named('assets.funding', value) }))}
            onChange={(funding) => params.set({ funding })}
          />
          <FilterDay
            label={t('assets.asOf')}
            value={filter.on}
            onChange={(on) => params.set({ on })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('assets.none')} hint={t('assets.noneHint')} />}
        >
          <Lines items={items} />
        </PagedList>
      </Panel>
    </>
  )
}

function Totals(props: {
  totals: NonNullable<AssetPageWire['totals']>
  onChoose: (filter: Readonly<Record<string, string>>) => void
}) {
  const { t, named } = useLanguage()
  const { totals, onChoose } = props
  return (
    <Panel>
      <dl className="defs">
        {tags.map((tag) => (
          <Row key={tag} label={t(`assets.fields.${tag}`)}>
            {Object.entries(totals.counts[tag]).map(([value, count]) => (
              <span key={value}>
                <button type="button" className="link" onClick={() => onChoose({ [tag]: value })}>
                  {named(`assets.tags.${tag}`, value)} <strong className="figure">{count}</strong>
                </button>
                {'　'}
              </span>
            ))}
            <small className="muted">{t('assets.inAll', { count: totals.count })}</small>
          </Row>
        ))}
        <Row label={t('assets.fields.bookFen')}>
          <Money fen={totals.bookFen} />{' '}
          <small className="muted">
            {t('assets.fields.spentFen')} <Money fen={totals.spentFen} /> ·{' '}
            {t('assets.fields.expensedFen')} <Money fen={totals.expensedFen} /> ·{' '}
            {t('assets.fields.collectedFen')} <Money fen={totals.collectedFen} />
          </small>
        </Row>
      </dl>
    </Panel>
  )
}

function Row(props: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </>
  )
}

function Lines({ items }: { items: readonly AssetLineWire[] }) {
  const { t } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('assets.fields.number')}</th>
          <th>{t('assets.fields.title')}</th>
          <th>{t('assets.fields.tags')}</th>
          <th>{t('assets.fields.spentFen')}</th>
          <th>{t('assets.fields.collectedFen')}</th>
          <th>{t('assets.fields.bookFen')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="nowrap figure">{one.number}</td>
            <td>
              <a href={`/assets/${one.id}`} className="row-title">
                {one.title}
              </a>
              <div className="muted">{one.department}</div>
            </td>
            <td data-label={t('assets.fields.tags')}>
              <TagChips of={one} />
            </td>
            <td className="nowrap" data-label={t('assets.fields.spentFen')}>
              <Money fen={one.spentFen} />
            </td>
            <td className="nowrap" data-label={t('assets.fields.collectedFen')}>
              <Money fen={one.collectedFen} />
            </td>
            <td className="nowrap" data-label={t('assets.fields.bookFen')}>
              <Money fen={one.bookFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
