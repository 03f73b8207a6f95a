import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '../../../ui/Button.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../../ui/Page.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { useQueryParams } from '../../../ui/useQueryParams.ts'
import { SavedViews } from '../../../ui/views/SavedViews.tsx'
import { CostTable } from './CostTable.tsx'
import { costStates, costsQuery } from './share.api.ts'

/** What co-owners and licensees owe of the fees that were paid: to be claimed, claimed, received. */
export function CostList({ mayClaim }: { mayClaim: boolean }) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const filter = { q: params.get('q'), state: params.get('state'), party: params.get('party') }
  const query = useQuery(costsQuery(filter))
  const parties = query.data?.parties ?? []
  return (
    <>
      <PageHeader title={t('shares.listTitle')} note={t('shares.listLead')}>
        <SavedViews list="cost-shares" />
        <ExportMenu path="/docket/cost-shares" filter={filter} />
        <LinkButton href="/fees">{t('fees.title')}</LinkButton>
      </PageHeader>
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('rights.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <FilterSelect
            label={t('shares.state')}
            value={filter.state}
            choices={costStates.map((value) => ({ value, label: named('shares.states', value) }))}
            onChange={(state) => params.set({ state })}
          />
          <FilterSelect
            label={t('shares.party')}
            value={filter.party}
            choices={parties.map((value) => ({ value, label: value }))}
            onChange={(party) => params.set({ party })}
          />
        </div>
        <Loaded query={query}>
          {({ items, owedFen, claimedFen, receivedFen }) =>
            items.length === 0 ? (
              <Nothing text={t('shares.noCosts')} hint={t('shares.noCostsHint')} />
            ) : (
              <>
                <p>
                  {t('shares.owed')} <Money fen={owedFen} /> · {t('shares.claimed')}{' '}
                  <Money fen={claimedFen} /> · {t('shares.received')} <Money fen={receivedFen} /> ·{' '}
                  {t('shares.outstanding')}{' '}
                  <Money fen={`${BigInt(claimedFen) - BigInt(receivedFen)}`} />
                </p>
                <CostTable items={items} mayClaim={mayClaim} />
              </>
            )
          }
        </Loaded>
      </Panel>
    </>
  )
}
