import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
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
import { EvaluationForm } from './EvaluationForm.tsx'

/** What was found in evaluations, by whom and when; and what was decided about filing. */
export function EvaluationsPanel(props: {
  one: AchievementWire
  today: string
  mayWrite: boolean
}) {
  const { t } = useLanguage()
  const { one } = props
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const query = useQuery(evaluationsQuery(one.id))
  const lists = query.data
  return (
    <Panel
      title={t('disclosure.evaluations')}
      extra={
        props.mayWrite &&
        lists && (
          <Button small onClick={() => setOpen(true)}>
            {t('disclosure.addEvaluation')}
          </Button>
        )
      }
    >
      <ProblemAlert error={query.error} />
      {lists?.items.length === 0 && <p className="muted">{t('disclosure.noEvaluations')}</p>}
      {lists?.items.toReversed().map((item) => (
        <Evaluation key={item.id} item={item} lists={lists} achievement={one.id} />
      ))}
      {isOpen && lists && (
        <Dialog title={t('disclosure.addEvaluation')} onClose={() => setOpen(false)}>
          <EvaluationForm
            lists={lists}
            today={props.today}
            onSave={async (evaluation) => {
              await evaluate(one.id, evaluation)
              await client.invalidateQueries({ queryKey: ['achievement', one.id] })
              await client.invalidateQueries({ queryKey: [`/achievements/${one.id}/history`] })
              setOpen(false)
            }}
            onCancel={() => setOpen(false)}
          />
        </Dialog>
      )}
    </Panel>
  )
}

function Evaluation(props: {
  item: EvaluationsWire['items'][number]
  lists: EvaluationsWire
  achievement: string
}) {
  const { t, say, lang } = useLanguage()
  const { item, lists } = props
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
      {item.outcome === 'not_file' && (
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
