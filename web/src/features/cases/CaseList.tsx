import { useInfiniteQuery } from '@tanstack/react-query'
import { procedureById, procedures, transferCase } from '@yizhuan/procedures'
import { useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, PageHeader, Panel, Waiting } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { procedureWordsOf, stageWordsOf } from './act-words.ts'
import { BulkAct } from './bulk/BulkAct.tsx'
import { writers } from './bulk/bulk.api.ts'
import { PickBar, PickBox, type Picked } from './bulk/Picking.tsx'
import { type CaseLineWire, readCases } from './case.api.ts'
import type { Me } from './NowPanel.tsx'
import { givers, Stranded, WhoseFilter } from './Whose.tsx'

const statuses = ['open', 'suspended', 'closed', 'ended'] as const

/** All cases by number, newest first; filters stand in the address. */
export function CaseList(props: { mayOpen: boolean; me: Me; onBulk: (id: string) => void }) {
  const { mayOpen, me } = props
  const { t, say, named } = useLanguage()
  const params = useQueryParams()
  const whose = params.get('officer')
  const filter = {
    q: params.get('q'),
    procedure: params.get('procedure'),
    stage: params.get('stage'),
    status: params.get('status'),
    officer: whose === 'me' ? me.id : whose,
  }
  const [picked, pick] = useState<Picked>()
  const [isActing, setActing] = useState(false)
  const mayGive = givers.some((role) => me.roles.includes(role))
  const query = useInfiniteQuery({
    queryKey: ['cases', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readCases({ ...filter, cursor: pageParam }),
    getNextPageParam: (page) => page.nextCursor,
  })
  const { stageWords } = procedureById(filter.procedure ?? '') ?? transferCase
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  if (picked && isActing) {
    return (
      <>
        <PageHeader title={t('bulk.start')} />
        <BulkAct
          cases={[...picked.values()]}
          me={me}
          onStarted={props.onBulk}
          onClose={() => setActing(false)}
        />
      </>
    )
  }
  return (
    <>
      <PageHeader title={t('cases.title')}>
        <SavedViews list="cases" />
        <ExportMenu path="/cases" filter={filter} />
        {mayGive && <LinkButton href="/cases/handover">{t('handover.open')}</LinkButton>}
        {!picked && writers.some((role) => me.roles.includes(role)) && (
          <Button onClick={() => pick(new Map())}>{t('bulk.start')}</Button>
        )}
        {mayOpen && (
          <LinkButton kind="primary" href="/cases/new">
            {t('cases.open')}
          </LinkButton>
        )}
      </PageHeader>
      {mayGive && <Stranded roles={me.roles} />}
      <Panel>
        <div className="filters">
          <SearchBox
            label={t('cases.search')}
            value={filter.q}
            onSearch={(q) => params.set({ q })}
          />
          <WhoseFilter me={me} value={whose} onChange={(officer) => params.set({ officer })} />
          <FilterSelect
            label={t('procedures.procedure')}
            value={filter.procedure}
            choices={procedures.map(({ id, label }) => ({ value: id, label: say(label) }))}
            onChange={(procedure) => params.set({ procedure, stage: undefined })}
          />
          <FilterSelect
            label={t('cases.stage')}
            value={filter.stage}
            choices={Object.entries(stageWords).map(([value, words]) => ({
              value,
              label: say(words),
            }))}
            onChange={(stage) => params.set({ stage })}
          />
          <FilterSelect
            label={t('cases.status')}
            value={filter.status}
            choices={statuses.map((id) => ({ value: id, label: named('caseStatus', id) }))}
            onChange={(status) => params.set({ status })}
          />
        </div>
        <ProblemAlert error={query.error} />
        {query.isPending && <Waiting />}
        {query.isSuccess && items.length === 0 && <Nothing text={t('cases.none')} />}
        {items.length > 0 && <Lines items={items} picked={picked} onPick={pick} />}
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('general.loadMore')}
          </Button>
        )}
        {picked && (
          <PickBar
            picked={picked}
            shown={items}
            onPick={pick}
            onGo={() => setActing(true)}
            onStop={() => pick(undefined)}
          />
        )}
      </Panel>
    </>
  )
}

function Lines(props: {
  items: readonly CaseLineWire[]
  picked: Picked | undefined
  onPick: (picked: Picked) => void
}) {
  const { items, picked } = props
  const { t, say, named } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('cases.number')}</th>
          <th>{t('cases.name')}</th>
          <th>{t('cases.stage')}</th>
          <th>{t('officers.whose')}</th>
          <th>{t('cases.counterparty')}</th>
          <th className="num">{t('cases.price')}</th>
          <th className="num">{t('cases.received')}</th>
          <th>{t('cases.last')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <tr key={line.id}>
            <td className="nowrap">
              {picked && <PickBox line={line} picked={picked} onPick={props.onPick} />}{' '}
              <a href={`/cases/${line.id}`}>{line.number}</a>
            </td>
            <td>
              <a href={`/cases/${line.id}`} className="row-title">
                {line.title}
              </a>
            </td>
            <td>
              {line.procedure !== transferCase.id && (
                <span className="muted">{say(procedureWordsOf(line.procedure))} </span>
              )}
              <span className={`chip chip-${line.status}`}>
                {line.status === 'open'
                  ? say(stageWordsOf(line.procedure, line.stage))
                  : named('caseStatus', line.status)}
              </span>
            </td>
            <td data-label={t('officers.whose')}>{line.officerName}</td>
            <td>{line.counterparty}</td>
            <td className="num" data-label={t('cases.price')}>
              {line.priceFen && <Money fen={line.priceFen} />}
            </td>
            <td className="num" data-label={t('cases.received')}>
              {line.receivedFen !== '0' && <Money fen={line.receivedFen} />}
            </td>
            <td className="nowrap" data-label={t('cases.last')}>
              <DayText day={line.lastOn} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
