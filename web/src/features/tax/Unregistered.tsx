import type {
  UnregisteredLineWire,
  UnregisteredPageWire,
} from '@yizhuan/server/wire/tax-positions/unregistered'
import { CiteText } from '../../ui/CiteText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'

/** Technology contracts that could be registered and are not, and what they lose by that, by when. */
export function Unregistered() {
  const { t } = useLanguage()
  const params = useQueryParams()
  const filter = { waiting: params.get('waiting') }
  const { query, items, first } = usePages<UnregisteredLineWire, UnregisteredPageWire>(
    '/unregistered-contracts',
    filter,
  )
  return (
    <>
      <PageHeader title={t('unregistered.title')} note={t('unregistered.lead')}>
        <SavedViews list="unregistered-contracts" />
        <ExportMenu path="/unregistered-contracts" filter={filter} />
      </PageHeader>
      <Panel>
        <div className="filters">
          <FilterSelect
            label={t('unregistered.waitingFilter')}
            value={filter.waiting}
            choices={[{ value: 'yes', label: t('unregistered.onlyWaiting') }]}
            onChange={(waiting) => params.set({ waiting })}
          />
        </div>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('unregistered.none')} hint={t('unregistered.noneHint')} />}
        >
          <Lines items={items} />
          {first?.count !== undefined && (
            <p className="muted">{t('unregistered.count', { count: first.count })}</p>
          )}
        </PagedList>
      </Panel>
    </>
  )
}

function Lines({ items }: { items: readonly UnregisteredLineWire[] }) {
  const { t, named } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('tax.contract')}</th>
          <th>{t('contracts.fields.signedOn')}</th>
          <th className="num">{t('contracts.fields.amountFen')}</th>
          <th>{t('unregistered.reliefs')}</th>
          <th className="num">{t('unregistered.waiting')}</th>
          <th>{t('tax.lastDay')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <a href={`/contracts/${one.id}`} className="row-title">
                {one.title}
              </a>
              <div>
                <small className="muted">
                  {one.number} {one.counterparty}{' '}
                  {named('contracts.registrations', one.registration ?? 'unregistered')}
                </small>
              </div>
            </td>
            <td className="nowrap figure" data-label={t('contracts.fields.signedOn')}>
              {one.signedOn}
            </td>
            <td className="num" data-label={t('contracts.fields.amountFen')}>
              {one.amountFen && <Money fen={one.amountFen} />}
            </td>
            <td data-label={t('unregistered.reliefs')}>
              <Reliefs one={one} />
            </td>
            <td className="num" data-label={t('unregistered.waiting')}>
              {one.waitingFen !== '0' && <Money fen={one.waitingFen} />}
            </td>
            <td className="nowrap figure" data-label={t('tax.lastDay')}>
              {one.lastDay}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Reliefs({ one }: { one: UnregisteredLineWire }) {
  const { t, say } = useLanguage()
  return (
    <ul className="bare">
      {one.reliefs.map(({ regime, title, cite, savesFen }) => (
        <li key={regime}>
          <a href={`/taxes/${one.id}`}>{say(title)}</a> {cite && <CiteText cite={cite} />}
          {savesFen === null && <div className="muted">{t('unregistered.unknown')}</div>}
          {savesFen !== null && savesFen !== '0' && (
            <div className="muted">
              {t('unregistered.saves')} <Money fen={savesFen} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
