import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { PageHeader } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { ActForm } from './ActForm.tsx'
import { type CaseLineWire, openCase, readCases } from './case.api.ts'

const stages = [
  'title',
  'negotiation',
  'notice',
  'decision',
  'signing',
  'registration',
  'report',
  'performance',
]

/** All cases, searchable; a new one is opened here. */
export function CaseList({ onOpen }: { onOpen: (id: string) => void }) {
  const { t, named } = useLanguage()
  const [q, setQ] = useState('')
  const [stage, setStage] = useState<string>()
  const [isNew, setNew] = useState(false)
  const query = useInfiniteQuery({
    queryKey: ['cases', q, stage],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => readCases({ q, stage, cursor: pageParam }),
    getNextPageParam: (page) => page.nextCursor,
  })
  return (
    <>
      <PageHeader title={t('cases.title')}>
        <Input.Search
          allowClear
          placeholder={t('cases.search')}
          onSearch={setQ}
          style={{ width: 280 }}
        />
        <Select
          allowClear
          placeholder={t('cases.stage')}
          style={{ width: 140 }}
          onChange={setStage}
          options={stages.map((value) => ({ value, label: named('stage', value) }))}
        />
        <Button type="primary" onClick={() => setNew(true)}>
          {t('cases.open')}
        </Button>
      </PageHeader>
      {isNew && (
        <>
          <p className="muted">{t('cases.openHint')}</p>
          <ActForm
            type="caseOpened"
            submitLabel={t('cases.open')}
            onSubmit={async (act) => onOpen((await openCase(act)).id)}
            onCancel={() => setNew(false)}
          />
        </>
      )}
      <ProblemAlert error={query.error} />
      <div className="scroll">
        <Table<CaseLineWire>
          rowKey="id"
          size="small"
          loading={query.isPending}
          pagination={false}
          scroll={{ x: 820 }}
          dataSource={query.data?.pages.flatMap(({ items }) => items) ?? []}
          onRow={({ id }) => ({ onClick: () => onOpen(id), style: { cursor: 'pointer' } })}
          columns={[
            {
              title: t('cases.number'),
              dataIndex: 'number',
              render: (number: string, { id }) => <a href={`/cases/${id}`}>{number}</a>,
            },
            { title: t('cases.name'), dataIndex: 'title' },
            {
              title: t('cases.stage'),
              render: (_, line) => (
                <span className={`chip chip-${line.status}`}>
                  {line.status === 'open'
                    ? named('stage', line.stage)
                    : named('caseStatus', line.status)}
                </span>
              ),
            },
            { title: t('cases.counterparty'), dataIndex: 'counterparty' },
            {
              title: t('cases.price'),
              align: 'right',
              render: (_, { priceFen }) => <Money fen={priceFen} />,
            },
            {
              title: t('cases.received'),
              align: 'right',
              render: (_, { receivedFen }) => <Money fen={receivedFen} />,
            },
            { title: t('cases.last'), render: (_, { lastOn }) => <DayText day={lastOn} /> },
          ]}
        />
      </div>
      {query.hasNextPage && (
        <Button onClick={() => query.fetchNextPage()}>{t('general.loadMore')}</Button>
      )}
    </>
  )
}
