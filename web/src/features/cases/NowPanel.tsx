import { useQuery } from '@tanstack/react-query'
import { earliestDay, procedureById, rewardAwaited, rewardPlanOf } from '@yizhuan/procedures'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { read } from '../../api/client.ts'
import type { StoredFile } from '../../api/files.ts'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, Panel, Waiting } from '../../ui/Page.tsx'
import { ActLine } from './ActLine.tsx'
import { wordsOf } from './act-words.ts'
import { type CaseWire, findingsOf, moneyOf, stateOf, stepsIn, transferIn } from './case.api.ts'
import { turnOf } from './case-turn.ts'
import { ActForm, type FilledAct } from './form/ActForm.tsx'
import {
  type DisclosedAchievement,
  fixedFields,
  noticeSaid,
  prefill,
  rememberedFields,
  type SaidOnce,
  titleOf,
} from './form/prefill.ts'
import { recall, remember } from './form/remembered.ts'
import { suggested } from './form/suggested.ts'
import { NoticeProgress } from './NoticeProgress.tsx'
import { TiesOfTeam } from './TiesOfTeam.tsx'

/** Who looks at the case. */
export interface Me {
  readonly id: string
  readonly name: string
  readonly institution: string
  readonly roles: readonly string[]
}

/** The papers that go with an act, each to be put among its files. */
export type PapersFor = (
  act: string,
  onAttach: (file: StoredFile) => void,
  filled: () => Pick<FilledAct, 'data' | 'on'> | undefined,
) => ReactNode

/** What is to be done now, with its form; below it what else may be recorded, and who is waited for. */
export function NowPanel(props: {
  one: CaseWire
  me: Me
  asked?: string | undefined
  papersFor: PapersFor
  onAct: (type: string, act: FilledAct) => Promise<unknown>
  /** Which form is being filled in. */
  onTyping: (type: string) => void
}) {
  const { t, say } = useLanguage()
  const { one } = props
  const [chosen, choose] = useState(props.asked)
  // A form is kept while others act on the case; only an act of one's own begins a new one.
  const [round, setRound] = useState(0)
  const [typed, setTyped] = useState<string>()
  const onAct = async (type: string, act: FilledAct) => {
    await props.onAct(type, act)
    choose(undefined)
    setTyped(undefined)
    setRound(round + 1)
  }
  const turn = turnOf(one, chosen)
  const { heading, open } = useOpening(choose)
  // Whoever types stays at their form when others move the case on.
  const onTyping = (type: string) => {
    choose(type)
    setTyped(type)
    props.onTyping(type)
  }
  const isOpen = one.next.some(({ type }) => type === typed)
  const overtaken = isOpen ? undefined : typed
  const isNothing = !turn.now && turn.mine.length === 0
  return (
    <Panel title={t('cases.now')} id="now">
      <NoticeProgress one={one} />
      {overtaken && (
        <Callout
          tone="due"
          title={t('live.overtaken', { act: say(wordsOf(one.case.procedure, overtaken)) })}
        >
          {t('live.overtakenHint')}
        </Callout>
      )}
      {turn.now && (
        <>
          <h3 className="now-act" ref={heading} tabIndex={-1}>
            {say(turn.now.label)}
          </h3>
          <NextForm
            {...props}
            key={`${turn.now.type}${round}`}
            act={turn.now}
            onAct={onAct}
            onTyping={onTyping}
          />
        </>
      )}
      {isNothing && (
        <Nothing
          text={one.case.status === 'closed' ? t('cases.closedNow') : t('cases.nothingNext')}
        />
      )}
      {turn.mine.map((act) => (
        <ActLine key={act.type} act={act} onOpen={() => open(act.type)} />
      ))}
      {turn.others.length > 0 && (
        <>
          <h3>{t('cases.others')}</h3>
          {turn.others.map((act) => (
            <ActLine key={act.type} act={act} />
          ))}
        </>
      )}
      {turn.besides.length > 0 && (
        <details className="besides">
          <summary className="muted">{t('cases.more', { count: turn.besides.length })}</summary>
          {turn.besides.map((act) => (
            <ActLine key={act.type} act={act} onOpen={() => open(act.type)} />
          ))}
        </details>
      )}
    </Panel>
  )
}

/** Opens the form of an act, and leads there: on a telephone its beginning stands far above the list. */
function useOpening(choose: (type: string) => void) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [opened, setOpened] = useState(0)
  useEffect(() => {
    if (opened === 0) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }, [opened])
  const open = (type: string) => {
    choose(type)
    setOpened((times) => times + 1)
  }
  return { heading, open }
}

/** Whoever is of the plan says their own word first. */
function ownWord(one: CaseWire, me: { readonly id: string; readonly name: string }) {
  const state = stepsIn(one)
  const lines = (state && rewardPlanOf(state)?.data.lines) ?? []
  const own = lines.find(({ person }) => person === me.id) ?? { name: me.name }
  return state && rewardAwaited(state).includes(own.name) ? { member: own.name } : {}
}

/** What a plan gives is paid as it stands. */
const planWaits = (one: CaseWire): boolean => {
  const state = stepsIn(one)
  return state !== undefined && rewardPlanOf(state) !== undefined
}

/** The form of an act, filled in beforehand with all that is known. */
function NextForm(props: Parameters<typeof NowPanel>[0] & { act: CaseWire['next'][number] }) {
  const { t, say, named } = useLanguage()
  const { one, me, act } = props
  const transfer = transferIn(one)
  const id = one.case.achievementId
  const achievement = useQuery({
    queryKey: ['achievement', id],
    queryFn: () => read<DisclosedAchievement>(`/achievements/${id}`),
    enabled: id !== null && ['disclosed', 'titleRegistered', 'planDrafted'].includes(act.type),
  })
  const institution = useQuery({
    queryKey: ['institution'],
    queryFn: () => read<SaidOnce>('/institution'),
    enabled: act.type === 'noticePublished',
  })
  if (achievement.isLoading || institution.isLoading) return <Waiting />
  const procedure = procedureById(one.case.procedure)
  if (!procedure) return null
  const known = transfer
    ? {
        ...suggested(procedure, one, act.type),
        ...prefill(act.type, {
          state: transfer,
          today: one.today,
          money: moneyOf(one),
          me,
          achievement: achievement.data,
          institution: institution.data,
          last: recall(me.id, act.type),
          ...(transfer.terms && { modeWord: named('choice', transfer.terms.mode) }),
        }),
      }
    : {
        ...(act.type === 'noticePublished' && noticeSaid(institution.data)),
        ...(act.type === 'disclosed' && achievement.data?.disclosure),
        ...(act.type === 'titleRegistered' && titleOf(me.institution)),
        ...recall(me.id, act.type),
        ...suggested(procedure, one, act.type),
        ...(act.type === 'rewardAgreed' && ownWord(one, me)),
      }
  const isPlanned = act.type === 'rewardPaid' && planWaits(one)
  const form = (
    <>
      {act.type === 'rewardPlanned' && <TiesOfTeam id={one.case.id} />}
      <ActForm
        procedure={procedure.id}
        state={stateOf(one)}
        missing={findingsOf(one).flatMap(({ missing }) => missing)}
        type={act.type}
        title={say(act.label)}
        draftKey={`${me.id}/${one.case.id}/${act.type}`}
        draftForm={`case/${one.case.id}/${act.type}`}
        known={known}
        gathered={{ agreedSum: one.agreedSum }}
        fixed={isPlanned ? ['lines'] : fixedFields(act.type)}
        today={one.today}
        earliest={earliestDay(procedure, stateOf(one), act.type)}
        money={moneyOf(one)}
        onTyping={() => props.onTyping(act.type)}
        papers={(onAttach, filled) => props.papersFor(act.type, onAttach, filled)}
        onSubmit={(filled) => props.onAct(act.type, filled)}
        onSent={(values) => remember(me.id, act.type, rememberedFields[act.type] ?? [], values)}
      />
    </>
  )
  if (!act.actFor) return form
  const { name } = act.actFor
  return (
    <>
      <Callout tone="info" title={t('substitutes.youActFor', { name })}>
        {t('substitutes.youActForHint', { name })}
      </Callout>
      {form}
    </>
  )
}
