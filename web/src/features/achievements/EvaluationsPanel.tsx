import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilingReview } from '../../ui/FilingReview.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  type AchievementWire,
  type EvaluationsWire,
  evaluate,
  evaluationsQuery,
} from './achievement.api.ts'
import { EvaluationForm, type Version } from './EvaluationForm.tsx'

/** What was found in evaluations, by whom and when; and what was decided about filing. */
export function EvaluationsPanel(props: {
  one: AchievementWire
  today: string
  mayWrite: boolean
}) {
  const { t } = useLanguage()
  const { one } = props
  const client = useQueryClient()
  const [open, setOpen] = useState<'new' | Version>()
  const close = () => setOpen(undefined)
  const query = useQuery(evaluationsQuery(one.id))
  const lists = query.data
  return (
    <Panel
      title={t('disclosure.evaluations')}
      extra={
        lists && (
          <>
            {lists.items.length > 0 && (
              <ExportMenu path="/evaluations" filter={{ achievement: one.id }} />
            )}
            {props.mayWrite && (
              <Button small onClick={() => setOpen('new')}>
                {t('disclosure.addEvaluation')}
              </Button>
            )}
          </>
        )
      }
    >
      <FilingReview achievement={one.id} />
      <ProblemAlert error={query.error} />
      {lists?.items.length === 0 && <p className="muted">{t('disclosure.noEvaluations')}</p>}
      {lists?.items
        .filter(({ correctedBy }) => correctedBy === null)
        .toReversed()
        .map((item) => (
          <Evaluation
            key={item.id}
            item={item}
            lists={lists}
            achievement={one.id}
            onCorrect={props.mayWrite ? setOpen : undefined}
          />
        ))}
      {open && lists && (
        <Dialog
          title={t(open === 'new' ? 'disclosure.addEvaluation' : 'disclosure.correctEvaluation')}
          onClose={close}
        >
          {open !== 'new' && <p className="hint">{t('disclosure.correctionHint')}</p>}
          <EvaluationForm
            lists={lists}
            achievement={one.id}
            today={props.today}
            corrects={open === 'new' ? undefined : open}
            onSave={async (evaluation) => {
              await evaluate(one.id, evaluation)
              await client.invalidateQueries({ queryKey: ['achievement', one.id] })
              await client.invalidateQueries({ queryKey: [`/achievements/${one.id}/history`] })
              close()
            }}
            onCancel={close}
          />
        </Dialog>
      )}
    </Panel>
  )
}

function Evaluation(props: {
  item: Version
  lists: EvaluationsWire
  achievement: string
  onCorrect?: ((version: Version) => void) | undefined
}) {
  const { t, say, lang } = useLanguage()
  const { item, lists, onCorrect } = props
  const kind = lists.kinds.find(({ code }) => code === item.kind)
  const scores = Object.entries(item.scores).map(
    ([code, score]) => `${say(kind?.criteria[code])} ${score}`,
  )
  return (
    <div className="evaluation">
      <strong>{kind ? say(kind.label) : item.kind}</strong> <DayText day={item.heldOn} />{' '}
      {item.evaluator}{' '}
      {item.outcome && (
        <span className={`chip ${item.outcome === 'file' ? 'chip-met' : 'chip-due'}`}>
          {say(lists.outcomes[item.outcome])}
        </span>
      )}
      {item.reason && (
        <div>{t('disclosure.notFiledFor', { reason: say(lists.reasons[item.reason]) })}</div>
      )}
      {scores.length > 0 && <div className="muted">{scores.join(lang === 'zh' ? '、' : ', ')}</div>}
      {item.valueFen && (
        <div>
          {t('disclosure.value')} <Money fen={item.valueFen} />
        </div>
      )}
      {item.words && <p className="said">{item.words}</p>}
      {item.priorArt.length > 0 && (
        <ul className="bare">
          {item.priorArt.map(({ reference, relevance, words }) => (
            <li key={reference}>
              <span className="chip">{t(`disclosure.relevances.${relevance}`)}</span>{' '}
              <span className="figure">{reference}</span> {words}
            </li>
          ))}
        </ul>
      )}
      <div className="muted">
        {item.files.map((file) => (
          <a
            key={file.sha256}
            href={address(`/files/${file.sha256}`)}
            target="_blank"
            rel="noreferrer"
          >
            {file.name}
          </a>
        ))}
      </div>
      <Versions {...props} />
      {onCorrect && (
        <Button kind="quiet" small onClick={() => onCorrect(item)}>
          {t('disclosure.correctEvaluation')}
        </Button>
      )}
      {item.outcome === 'not_file' && item.correctedBy === null && (
        <p className="hint">
          {t('disclosure.notFiledHint')}{' '}
          <a
            href={`/cases/new?procedure=exemption&achievement=${props.achievement}&decision=${item.id}`}
          >
            {t('disclosure.toExemption')}
          </a>
        </p>
      )}
    </div>
  )
}

/** The versions before this one, the newest first, each with why it was corrected. */
function Versions(props: { item: Version; lists: EvaluationsWire; achievement: string }) {
  const { t } = useLanguage()
  const { item, lists, achievement } = props
  const before = lists.items.find(({ id }) => id === item.corrects)
  if (!before) return null
  return (
    <details>
      <summary className="muted">
        {t('disclosure.corrected', {
          name: item.madeBy ?? '—',
          on: dayInChina(item.madeAt),
          why: item.correctionReason ?? '',
        })}
      </summary>
      <Evaluation item={before} lists={lists} achievement={achievement} />
    </details>
  )
}
