import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Input } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader } from '../../ui/Page.tsx'
import type { FilledAct } from './ActForm.tsx'
import { type CaseWire, caseQuery, findingsOf, moneyOf, postAct } from './case.api.ts'
import { Findings } from './Findings.tsx'
import { MoneyPanel } from './MoneyPanel.tsx'
import { NextActs } from './NextActs.tsx'
import { RecordPanel } from './RecordPanel.tsx'

/** One case: what to do, why, the money, the record. */
export function CasePage({ id, act }: { id: string; act?: string | undefined }) {
  const [asOf, setAsOf] = useState<string>()
  const query = useQuery(caseQuery(id, asOf))
  return (
    <Loaded query={query}>
      {(one) => <Whole one={one} asOf={asOf} onAsOf={setAsOf} first={act} />}
    </Loaded>
  )
}

function Whole(props: {
  one: CaseWire
  asOf: string | undefined
  onAsOf: (day: string | undefined) => void
  first: string | undefined
}) {
  const { one, asOf } = props
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const [isStale, setStale] = useState(false)
  const act = async (type: string, filled: FilledAct) => {
    try {
      await postAct(one.case.id, { type, ...filled, expectedSeq: one.case.seq })
      setStale(false)
    } catch (error) {
      if (error instanceof ApiProblem && error.body.status === 409) setStale(true)
      throw error
    } finally {
      await client.invalidateQueries()
    }
  }
  return (
    <>
      <PageHeader
        title={
          <>
            {one.case.number} {one.case.title}
          </>
        }
        note={
          <>
            <span className={`chip chip-${one.case.status}`}>
              {named('caseStatus', one.case.status)}
            </span>{' '}
            {one.case.counterparty && `→ ${one.case.counterparty} `}
            {one.case.mode && `· ${named('choice', one.case.mode)} `}
            {one.case.priceFen && (
              <>
                · <Money fen={one.case.priceFen} />
              </>
            )}
          </>
        }
      >
        <label className="no-print" htmlFor="as-of">
          {t('cases.asOf')}{' '}
          <Input
            id="as-of"
            type="date"
            style={{ width: 150 }}
            max={one.today}
            value={asOf ?? one.today}
            onChange={({ target }) =>
              props.onAsOf(target.value && target.value !== one.today ? target.value : undefined)
            }
          />
        </label>
      </PageHeader>
      {asOf && (
        <Alert type="info" className="gap-below" title={t('cases.asOfHint', { day: asOf })} />
      )}
      {isStale && <Alert type="warning" className="gap-below" title={t('cases.stale')} />}
      <Stepper one={one} />
      <div className="two">
        {asOf ? (
          <div />
        ) : (
          <NextActs acts={one.next} today={one.today} first={props.first} onAct={act} />
        )}
        <Findings caseId={one.case.id} findings={findingsOf(one)} asOf={asOf} />
      </div>
      <MoneyPanel money={moneyOf(one)} />
      <RecordPanel one={one} />
    </>
  )
}

function Stepper({ one }: { one: CaseWire }) {
  const { say, named } = useLanguage()
  const signs: Readonly<Record<string, string>> = { done: '✓', current: '▶', suspended: '‖' }
  return (
    <ol className="steps">
      {one.stages.map((stage, at) => (
        <li
          key={stage.id}
          className={stage.status}
          aria-current={stage.status === 'current' ? 'step' : undefined}
        >
          {at + 1} {say(stage.label) || named('stage', stage.id)} {signs[stage.status] ?? ''}
          <small>{named('stageStatus', stage.status)}</small>
        </li>
      ))}
    </ol>
  )
}
