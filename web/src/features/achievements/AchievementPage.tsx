import { useQuery, useQueryClient } from '@tanstack/react-query'
import { procedureById } from '@yizhuan/procedures'
import { type ReactNode, useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { More, Papers } from './AchievementFacts.tsx'
import { AchievementShort, Department, intakeTones } from './AchievementShort.tsx'
import {
  type AchievementWire,
  achievementQuery,
  correct,
  type DisclosureListsWire,
  groups,
  listsQuery,
  type ProgressWire,
  progressQuery,
} from './achievement.api.ts'
import { BelongingsPanel, type BelongingsReader } from './BelongingsPanel.tsx'
import { Conversion } from './Conversion.tsx'
import { CorrectForm } from './CorrectForm.tsx'
import { EvaluationsPanel } from './EvaluationsPanel.tsx'
import { FeedbackPanel } from './FeedbackPanel.tsx'
import { Inventors } from './Inventors.tsx'
import { Lacking } from './Lacking.tsx'
import { MergedNote } from './MergedNote.tsx'
import { NoveltyPanel } from './NoveltyPanel.tsx'
import { OfficePanel } from './OfficePanel.tsx'
import { ProgressSteps } from './ProgressSteps.tsx'
import { TitlePanel } from './TitlePanel.tsx'

interface Viewer {
  /** The name of the institution, which holds title unless said otherwise. */
  readonly owner: string
  readonly isOffice: boolean
  /** Whether evaluations are this person's to read. */
  readonly mayRead: boolean
  /** Which registers beside this one are for the reader. */
  readonly reads: BelongingsReader
  /** Whoever looks, by name: who asks a company is them unless they say otherwise. */
  readonly me: string
  /** Who holds which power over it. */
  readonly trust?: ReactNode
}

/** One achievement: where it is on its way, what was told, who made it, whose it is, and its history. */
export function AchievementPage({ id, ...viewer }: { id: string } & Viewer) {
  const one = useQuery(achievementQuery(id))
  const isWhole = one.data?.isWhole === true
  const progress = useQuery({ ...progressQuery(id), enabled: isWhole })
  const lists = useQuery(listsQuery)
  const error = progress.error ?? lists.error
  if (one.data && !isWhole) return <AchievementShort one={one.data} />
  const data = one.data && progress.data && lists.data
  return (
    <Loaded
      query={{
        data: data && { one: one.data, progress: progress.data, lists: lists.data },
        error: one.error ?? error,
        isPending: one.error === null && error === null,
      }}
    >
      {(known) => <Whole {...known} {...viewer} />}
    </Loaded>
  )
}

interface Known {
  readonly one: AchievementWire
  readonly progress: ProgressWire
  readonly lists: DisclosureListsWire
}

function Whole(props: Known & Viewer) {
  const { t } = useLanguage()
  const { one, progress, lists, owner, isOffice } = props
  const [open, setOpen] = useState<'correct'>()
  const isMerged = progress.intake === 'merged'
  const mayWrite = isOffice && !isMerged
  return (
    <>
      <Head {...props} onCorrect={() => setOpen('correct')} />
      <MergedNote one={one} progress={progress} mayPart={isOffice} />
      {progress.questions && (
        <Callout tone="due" title={t('disclosure.officeAsks')}>
          <p className="said">{progress.questions}</p>
        </Callout>
      )}
      <div className="two wide-left">
        <div>
          {mayWrite && <OfficePanel one={one} progress={progress} />}
          <Panel title={t('disclosure.way')}>
            <ProgressSteps progress={progress} />
          </Panel>
          {progress.lacking.texts.length > 0 && !(mayWrite && progress.intake === 'submitted') && (
            <Panel title={t('disclosure.gaps.title')}>
              <Lacking of={{ ...progress.lacking, unconfirmed: [] }} />
            </Panel>
          )}
          <Told one={one} lists={lists} />
          <Comments kind="achievement" id={one.id} />
          <Panel title={t('history.title')}>
            <History
              path={`/achievements/${one.id}/history`}
              group="achievements"
              restores={mayWrite && { kind: 'achievement', id: one.id }}
            />
          </Panel>
        </div>
        <div>
          <Inventors
            one={one}
            progress={progress}
            mayAsk={!isMerged && (isOffice || progress.mine)}
          />
          <TitlePanel one={one} progress={progress} owner={owner} mayWrite={mayWrite} />
          {props.trust}
          {props.mayRead && (
            <EvaluationsPanel one={one} today={progress.today} mayWrite={mayWrite} />
          )}
          {props.mayRead && <FeedbackPanel id={one.id} today={progress.today} me={props.me} />}
          <NoveltyPanel one={one} progress={progress} lists={lists} />
          <Cases progress={progress} />
          <BelongingsPanel one={one} mayWrite={mayWrite} reads={props.reads} />
          <More one={one} lists={lists} mayWrite={mayWrite} />
          <Papers one={one} lists={lists} />
        </div>
      </div>
      {open === 'correct' && (
        <Correcting one={one} lists={lists} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function Head({ one, progress, isOffice, onCorrect }: Known & Viewer & { onCorrect: () => void }) {
  const { t, named } = useLanguage()
  const { intake, mine } = progress
  return (
    <PageHeader
      title={
        <>
          <span className="case-number">{one.number}</span> {one.title}
        </>
      }
      tab={`${one.number} ${one.title}`}
      note={
        <>
          {intake && (
            <span className={`chip ${intakeTones[intake]}`}>
              {t(`disclosure.intakes.${intake}`)}
            </span>
          )}{' '}
          {one.kind && <span className="chip">{named('achievements.kinds', one.kind)}</span>}{' '}
          <Conversion of={one} /> <Department name={one.department} />{' '}
          {one.disclosedOn && t('achievements.disclosedOn')}{' '}
          {one.disclosedOn && <DayText day={one.disclosedOn} />}
        </>
      }
    >
      {intake === 'returned' && (mine || isOffice) && (
        <LinkButton kind="primary" href={`/achievements/${one.id}/again`}>
          {t('disclosure.complete')}
        </LinkButton>
      )}
      {isOffice && intake !== 'merged' && (
        <Button onClick={onCorrect}>{t('disclosure.correct')}</Button>
      )}
      {isOffice && (intake === null || intake === 'accepted') && (
        <LinkButton kind="primary" href={`/cases/new?achievement=${one.id}`}>
          {t('achievements.startCase')}
        </LinkButton>
      )}
    </PageHeader>
  )
}

function Correcting(props: {
  one: AchievementWire
  lists: DisclosureListsWire
  onClose: () => void
}) {
  const { t } = useLanguage()
  const { one, lists, onClose } = props
  const client = useQueryClient()
  return (
    <Dialog title={t('disclosure.correctTitle')} onClose={onClose}>
      <CorrectForm
        one={one}
        lists={lists}
        onSave={async (fields, reason) => {
          await correct(one.id, { ...fields, reason, expectedSeq: one.seq })
          await client.invalidateQueries({ queryKey: ['achievement', one.id] })
          await client.invalidateQueries({ queryKey: [`/achievements/${one.id}/history`] })
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}

/** The seven groups of the disclosure; what is not told yet stands there as well. */
function Told({ one, lists }: { one: AchievementWire; lists: DisclosureListsWire }) {
  const { t } = useLanguage()
  const told = groups.filter((group) => one.disclosure[group])
  const publication = one.disclosure['publication']
  return (
    <Panel
      title={t('achievements.summary')}
      extra={
        <span className={`chip ${told.length === groups.length ? 'chip-met' : 'chip-due'}`}>
          {told.length === groups.length ? '✓ ' : '? '}
          {t('achievements.told', { count: told.length, of: groups.length })}
        </span>
      }
    >
      <dl className="defs">
        {groups.map((group) => [
          <dt key={group}>{t(`achievements.groups.${group}`)}</dt>,
          <dd key={`${group}-text`}>
            {one.disclosure[group] ?? <span className="muted">? {t('achievements.toTell')}</span>}
          </dd>,
        ])}
        {publication && (
          <>
            <dt>{t('achievements.publication')}</dt>
            <dd>{publication}</dd>
          </>
        )}
      </dl>
      <Wanted one={one} lists={lists} />
    </Panel>
  )
}

/** What the texts of this place want told, and how much of it is. */
function Wanted({ one, lists }: { one: AchievementWire; lists: DisclosureListsWire }) {
  const { t, say } = useLanguage()
  const speaking = lists.groups.flatMap((list) => {
    const pack = lists.speaking.find((each) => each.pack === list.pack)
    return pack ? [{ ...list, pack }] : []
  })
  return speaking.map(({ pack, groups: wanted, cite }) => {
    const told = wanted.filter((group) => group.told.every((text) => one.disclosure[text]))
    const words = pack.status === 'draft' ? 'groupsMay' : 'groupsMust'
    return (
      <p key={pack.pack} className="hint">
        {t('disclosure.groupsOf', {
          pack: say(pack.title),
          told: told.length,
          of: wanted.length,
        })}
        {' · '}
        {t(`disclosure.${words}`)} <CiteText cite={cite} />
      </p>
    )
  })
}

function Cases({ progress }: { progress: ProgressWire }) {
  const { t, say, named } = useLanguage()
  return (
    <Panel title={t('achievements.cases')}>
      {progress.cases.length === 0 ? (
        <p className="muted">{t('achievements.noCases')}</p>
      ) : (
        <ul className="rows">
          {progress.cases.map((line) => (
            <li key={line.id}>
              <a href={`/cases/${line.id}`}>{line.number}</a> {line.title}{' '}
              <span className={`chip chip-${line.status}`}>
                {line.status === 'open'
                  ? say(
                      procedureById(line.procedure)?.stageWords[line.stage] ?? {
                        zh: line.stage,
                        en: line.stage,
                      },
                    )
                  : named('caseStatus', line.status)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
