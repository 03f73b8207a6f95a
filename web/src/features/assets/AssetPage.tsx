import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { TagChips } from './AssetList.tsx'
import { type AssetWire, assetQuery, type BookingWire } from './asset.api.ts'
import { Cites } from './Cites.tsx'
import { Costs } from './Costs.tsx'
import { PilotNote } from './PilotNote.tsx'
import { Tags } from './Tags.tsx'

/** One achievement of the ledger: its tags and their grounds, its costs, and what finance made of them. */
export function AssetPage({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const { t } = useLanguage()
  const query = useQuery(assetQuery(id))
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader
            title={one.title}
            note={
              <>
                <span className="figure">{one.number}</span> <TagChips of={one} />
              </>
            }
          >
            <LinkButton href={`/achievements/${id}`}>{t('assets.achievement')}</LinkButton>
          </PageHeader>
          <PilotNote />
          <div className="two wide-left">
            <Tags of={one} />
            <Panel title={t('assets.standing')}>
              <Standing of={one} />
            </Panel>
          </div>
          <Costs of={one} mayWrite={mayWrite} />
          {one.bookings.length > 0 && (
            <Panel title={t('assets.bookings')}>
              <Bookings items={one.bookings} />
            </Panel>
          )}
          <Panel title={t('history.title')}>
            <History path={`/assets/${id}/history`} group="assets" />
          </Panel>
        </>
      )}
    </Loaded>
  )
}

function Standing({ of }: { of: AssetWire }) {
  const { t, say, named } = useLanguage()
  return (
    <Facts>
      <Fact label={t('assets.fields.enteredOn')}>
        {of.enteredOn && <DayText day={of.enteredOn} />}
      </Fact>
      <Fact label={t('assets.starts')}>
        {of.starts.length > 0 &&
          of.starts.map((start) => (
            <div key={`${start.source.id}${start.funding}`}>
              {named('assets.funding', start.funding)} <DayText day={start.on} isShort />{' '}
              <a
                href={`/${start.source.register === 'case' ? 'cases' : 'projects'}/${start.source.id}`}
              >
                {start.source.number}
              </a>
              <div>
                <small className="muted">
                  {say(start.label)} <Cites of={[start.cite]} />
                </small>
              </div>
            </div>
          ))}
      </Fact>
      <Fact label={t('assets.case')}>
        {of.cases.length > 0
          ? of.cases.map(({ id, number }) => (
              <a key={id} href={`/cases/${id}`}>
                {number}
              </a>
            ))
          : t('assets.noCase')}
      </Fact>
      <Fact label={t('assets.fields.spentFen')}>
        <Money fen={of.spentFen} />
      </Fact>
      <Fact label={t('assets.fields.expensedFen')}>
        <Money fen={of.expensedFen} />
      </Fact>
      <Fact label={t('assets.fields.collectedFen')}>
        <Money fen={of.collectedFen} />
      </Fact>
      <Fact label={t('assets.fields.bookFen')}>
        <Money fen={of.bookFen} />
      </Fact>
    </Facts>
  )
}

/** What finance decided. */
export function Bookings({ items }: { items: readonly (BookingWire & { title?: string })[] }) {
  const { t, named } = useLanguage()
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('assets.period')}</th>
          <th>{t('assets.fields.treatment')}</th>
          <th>{t('assets.fields.amountFen')}</th>
          <th>{t('assets.outcome')}</th>
          <th>{t('assets.decidedBy')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="nowrap figure">
              {one.period}
              {one.title && <div>{one.title}</div>}
            </td>
            <td data-label={t('assets.fields.treatment')}>
              {named('assets.treatments', one.treatment)}{' '}
              <small>
                <Cites of={[one.article]} />
              </small>
            </td>
            <td className="nowrap" data-label={t('assets.fields.amountFen')}>
              <Money fen={one.amountFen} />
            </td>
            <td data-label={t('assets.outcome')}>
              {one.outcome === 'accepted' ? (
                <span className="chip chip-done">
                  {t('assets.booked')} {one.voucher}
                </span>
              ) : (
                <>
                  <span className="chip chip-breached">{t('assets.returned')}</span> {one.reason}
                </>
              )}
            </td>
            <td data-label={t('assets.decidedBy')}>
              {one.decidedName} <small className="muted">{one.decidedOn}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
