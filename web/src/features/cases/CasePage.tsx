import { useQuery, useQueryClient } from '@tanstack/react-query'
import { takeoverNote } from '@yizhuan/procedures'
import { type ReactNode, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Lapses } from '../../ui/Lapses.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { procedureWordsOf, wordsOf } from './act-words.ts'
import { CaseLaw } from './CaseLaw.tsx'
import { type CaseWire, caseQuery, findingsOf, lapsesOf, postAct, transferIn } from './case.api.ts'
import { Findings } from './Findings.tsx'
import type { FilledAct } from './form/ActForm.tsx'
import { News } from './live/News.tsx'
import { useNews } from './live/useNews.ts'
import { MoneyPanel } from './MoneyPanel.tsx'
import { type Me, NowPanel, type PapersFor } from './NowPanel.tsx'
import { Objections } from './Objections.tsx'
import { Officers } from './Officers.tsx'
import { RecordPanel } from './RecordPanel.tsx'
import { RewardPanel } from './RewardPanel.tsx'
import { ServiceTakenOver } from './ServiceTakenOver.tsx'
import { Stepper } from './Stepper.tsx'

/** One case: what to do, why, the money, the record; today, or as it was known on an earlier day. */
export function CasePage(props: {
  id: string
  me: Me
  /** What is due in it, as a page puts it together. */
  dues: ReactNode
  /** The papers of the case, and those that go with an act. */
  papers: ReactNode
  papersFor: PapersFor
  /** How its payments stand, for those who may know. */
  payments: ReactNode
}) {
  const { id } = props
  const params = useQueryParams()
  const asOf = params.get('asOf')
  const query = useQuery(caseQuery(id, asOf))
  return (
    <Loaded query={query}>
      {(one) => (
        <Whole
          one={one}
          me={props.me}
          papers={props.papers}
          papersFor={props.papersFor}
          payments={props.payments}
          asOf={asOf}
          asked={params.get('act')}
          dues={props.dues}
          onAsOf={(day) => params.set({ asOf: day })}
        />
      )}
    </Loaded>
  )
}

/** What somebody else recorded while a form was being filled in. */
type Change = { seq: number; type: string; on: string; by: string }

function Whole(props: {
  one: CaseWire
  me: Me
  papers: ReactNode
  payments: ReactNode
  papersFor: PapersFor
  asOf: string | undefined
  asked: string | undefined
  dues: ReactNode
  onAsOf: (day: string | undefined) => void
}) {
  const { one, asOf } = props
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const [changed, setChanged] = useState<readonly Change[]>([])
  const [recorded, setRecorded] = useState<string>()
  const [filling, fill] = useState<string>()
  const beforehand = takeoverNote(one.state)
  const news = useNews(one.case.id, one.case.seq, filling, asOf === undefined)
  const act = async (type: string, filled: FilledAct) => {
    setRecorded(undefined)
    try {
      // Only somebody who is away holds the role: it is recorded for them.
      const absent = one.next.find((next) => next.type === type)?.actFor
      const acting = absent && { actingFor: absent.person }
      await postAct(one.case.id, { type, ...filled, ...acting, expectedSeq: one.case.seq })
      setChanged([])
      setRecorded(type)
      fill(undefined)
    } catch (error) {
      if (error instanceof ApiProblem) setChanged((error.body.changed ?? []) as readonly Change[])
      throw error
    } finally {
      // Lists and the workbench tell of the case as well.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    }
  }
  return (
    <>
      <Head one={one} asOf={asOf} onAsOf={props.onAsOf} />
      {asOf && asOf !== one.today && (
        <Callout tone="due" title={t('cases.asOfHint', { day: asOf })}>
          <Button small onClick={() => props.onAsOf(undefined)}>
            {t('cases.backToToday')}
          </Button>
        </Callout>
      )}
      {beforehand && (
        <Callout tone="due" title={t('takeover.notHere')}>
          {say(beforehand)}
        </Callout>
      )}
      <Lapses lapses={lapsesOf(one)} />
      {findingsOf(one).length === 0 && (
        <Callout tone="info" title={t('standing.unruled')}>
          {t('standing.unruledNote')}
        </Callout>
      )}
      {findingsOf(one).some(({ advisory }) => advisory) && (
        <Callout tone="due" title={t('cases.draftLaw')}>
          {t('cases.draftLawNote')}
        </Callout>
      )}
      {recorded && (
        <Callout
          tone="good"
          title={t('cases.recorded', { act: say(wordsOf(one.case.procedure, recorded)) })}
        />
      )}
      {!asOf && (
        <News
          news={news}
          seq={one.case.seq}
          procedure={one.case.procedure}
          onShow={() => void client.invalidateQueries({ queryKey: ['case', one.case.id] })}
        />
      )}
      {changed.length > 0 && <Changed procedure={one.case.procedure} changed={changed} />}
      <Stepper one={one} />
      <div className={asOf ? '' : 'two'}>
        {!asOf && (
          <div>
            <NowPanel
              one={one}
              me={props.me}
              asked={props.asked}
              papersFor={props.papersFor}
              onAct={act}
              onTyping={fill}
            />
            {props.dues}
            <Objections one={one} />
          </div>
        )}
        <Findings
          caseId={one.case.id}
          procedure={one.case.procedure}
          findings={findingsOf(one)}
          stages={one.stages}
          asOf={asOf}
        />
      </div>
      {asOf && <Objections one={one} />}
      {!asOf && props.papers}
      <MoneyPanel one={one} />
      <ServiceTakenOver one={one} />
      <RewardPanel one={one} />
      {!asOf && props.payments}
      {!asOf && <Officers id={one.case.id} />}
      {!asOf && <CaseLaw id={one.case.id} roles={props.me.roles} />}
      {!asOf && <Comments kind="case" id={one.case.id} />}
      <RecordPanel one={one} />
    </>
  )
}

function Changed({ procedure, changed }: { procedure: string; changed: readonly Change[] }) {
  const { t, say } = useLanguage()
  return (
    <Callout tone="due" title={t('cases.stale')}>
      <ul className="plain">
        {changed.map((entry) => (
          <li key={entry.seq}>
            #{entry.seq} <DayText day={entry.on} />{' '}
            <strong>{say(wordsOf(procedure, entry.type))}</strong> {entry.by}
          </li>
        ))}
      </ul>
    </Callout>
  )
}

function Head(props: {
  one: CaseWire
  asOf: string | undefined
  onAsOf: (day: string | undefined) => void
}) {
  const { t, say, named } = useLanguage()
  const { one } = props
  const { number, title, status, counterparty, mode, pricing, priceFen } = one.case
  return (
    <PageHeader
      title={
        <>
          <span className="case-number">{number}</span> {title}
        </>
      }
      tab={`${number} ${title}`}
      note={
        <>
          <span className="chip">{say(procedureWordsOf(one.case.procedure))}</span>{' '}
          <span className={`chip chip-${status}`}>{named('caseStatus', status)}</span>{' '}
          {counterparty && `→ ${counterparty} `}
          {mode && `· ${named('choice', mode)} `}
          {pricing && `· ${named('choice', pricing)} `}
          {priceFen && (
            <>
              · <Money fen={priceFen} />{' '}
            </>
          )}
          {one.case.achievementId && (
            <a href={`/achievements/${one.case.achievementId}`}>{t('cases.toAchievement')}</a>
          )}
        </>
      }
    >
      {transferIn(one) && (
        <LinkButton small className="no-print" href={`/simulator?case=${one.case.id}`}>
          {t('simulator.whatIf')}
        </LinkButton>
      )}
      <label className="as-of no-print">
        {t('cases.asOf')}{' '}
        <input
          className="input input-short"
          type="date"
          min={one.case.openedOn}
          max={one.today}
          value={props.asOf ?? one.today}
          onChange={({ target }) =>
            props.onAsOf(target.value && target.value !== one.today ? target.value : undefined)
          }
        />
      </label>
    </PageHeader>
  )
}
