import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../../../api/problem.ts'
import { Button } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../../ui/Page.tsx'
import { SmallForm } from '../../../ui/SmallForm.tsx'
import {
  agentsQuery,
  instruct,
  instructionKinds,
  type RightAgentsWire,
  recordAgent,
  takeBackInstruction,
} from './agent.api.ts'

type Asked = 'agent' | 'instruction' | { readonly takeBack: string }

/** Who represents the house for a right before the office, and what they were told to do. */
export function Agents({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const query = useQuery(agentsQuery(id))
  const [asked, ask] = useState<Asked>()
  // For those who keep the docket.
  if (query.error instanceof ApiProblem && query.error.body.status === 403) return null
  const done = async () => {
    await client.invalidateQueries({ queryKey: ['agents', id] })
    await client.invalidateQueries({ queryKey: [`/rights/${id}/history`] })
    ask(undefined)
  }
  const close = () => ask(undefined)
  return (
    <Panel
      title={t('agents.title')}
      extra={
        mayWrite &&
        query.data && (
          <span className="actions">
            <Button small onClick={() => ask('agent')}>
              {t('agents.record')}
            </Button>
            <Button small onClick={() => ask('instruction')}>
              {t('agents.instruct')}
            </Button>
          </span>
        )
      }
    >
      <Loaded query={query}>
        {(told) => (
          <>
            <Current told={told} />
            <Instructions
              told={told}
              onTakeBack={mayWrite ? (takeBack) => ask({ takeBack }) : undefined}
            />
            {asked && (
              <Ask id={id} asked={asked} today={told.today} onClose={close} onDone={done} />
            )}
          </>
        )}
      </Loaded>
    </Panel>
  )
}

function Current({ told: { agents } }: { told: RightAgentsWire }) {
  const { t } = useLanguage()
  const [current, ...before] = agents
  if (!current) return <Nothing text={t('agents.none')} hint={t('agents.noneHint')} />
  return (
    <>
      <Facts>
        <Fact label={t('agents.agency')}>{current.agency ?? t('agents.nobody')}</Fact>
        <Fact label={t('agents.attorney')}>{current.attorney}</Fact>
        <Fact label={t('agents.mail')}>
          {current.mail && <a href={`mailto:${current.mail}`}>{current.mail}</a>}
        </Fact>
        <Fact label={t('agents.reference')}>{current.reference}</Fact>
        <Fact label={t('agents.from')}>
          <DayText day={current.from} />{' '}
          <small className="muted">
            {current.basis} · {current.recordedName} {current.recordedOn}
          </small>
        </Fact>
      </Facts>
      {before.length > 0 && (
        <details>
          <summary>{t('agents.before')}</summary>
          <ul className="rows">
            {before.map((one) => (
              <li key={one.id}>
                <DayText day={one.from} /> {one.agency ?? t('agents.nobody')} {one.attorney} ·{' '}
                {one.basis}{' '}
                <small className="muted">
                  {one.recordedName} · {one.recordedOn}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Instructions(props: {
  told: RightAgentsWire
  onTakeBack: ((id: string) => void) | undefined
}) {
  const { t, named } = useLanguage()
  const { told, onTakeBack } = props
  if (told.instructions.length === 0) return null
  return (
    <>
      <h3>{t('agents.instructions')}</h3>
      <ul className="rows">
        {told.instructions.map((one) => (
          <li key={one.id} className="docket-clock">
            <div>
              <strong>{named('agents.kinds', one.kind)}</strong> {one.about}{' '}
              {one.takenBack && <span className="chip">{t('agents.takenBack')}</span>}
              <div>
                <DayText day={one.on} /> <span className="muted">{one.agency}</span>{' '}
                {one.dueOn && (
                  <>
                    {t('agents.dueOn')} <DayText day={one.dueOn} />
                  </>
                )}
              </div>
              <small className="muted">
                {one.recordedName} · {one.recordedOn}
              </small>
              {one.takenBack && (
                <div>
                  <small className="muted">
                    {one.takenBack.name} · {one.takenBack.on}: {one.takenBack.reason}
                  </small>
                </div>
              )}
            </div>
            {onTakeBack && !one.takenBack && (
              <Button small kind="quiet" onClick={() => onTakeBack(one.id)}>
                {t('agents.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Asks who acts from a day on, what they were told, or why an instruction is taken back. */
function Ask(props: {
  id: string
  asked: Asked
  today: string
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t, named } = useLanguage()
  const { id, asked, today, onClose, onDone } = props
  const common = { onClose, onDone }
  if (typeof asked === 'object') {
    return (
      <SmallForm
        {...common}
        title={t('agents.takeBack')}
        lead={t('agents.takeBackLead')}
        asked={[{ name: 'reason', label: t('agents.reason'), as: 'text', isRequired: true }]}
        act={t('agents.takeBack')}
        isDanger
        onSend={({ reason }) => takeBackInstruction(id, asked.takeBack, String(reason ?? ''))}
      />
    )
  }
  const day = { as: 'day' as const, first: today, isRequired: true }
  if (asked === 'agent') {
    const line = (name: 'agency' | 'attorney' | 'mail' | 'reference') => ({
      name,
      label: t(`agents.${name}`),
      as: 'line' as const,
    })
    return (
      <SmallForm
        {...common}
        title={t('agents.record')}
        lead={t('agents.recordLead')}
        asked={[
          { name: 'from', label: t('agents.from'), ...day },
          ...(['agency', 'attorney', 'mail', 'reference'] as const).map(line),
          {
            ...{ name: 'basis', label: t('agents.basis'), as: 'line', isRequired: true },
            hint: t('agents.basisHint'),
          },
        ]}
        act={t('agents.record')}
        isOnce
        onSend={(body) =>
          recordAgent(id, { agency: null, ...body } as Parameters<typeof recordAgent>[1])
        }
      />
    )
  }
  return (
    <SmallForm
      {...common}
      title={t('agents.instruct')}
      lead={t('agents.instructLead')}
      asked={[
        {
          ...{ name: 'kind', label: t('agents.kind'), as: 'choice', isRequired: true },
          choices: instructionKinds.map((value) => ({
            value,
            label: named('agents.kinds', value),
          })),
        },
        { name: 'about', label: t('agents.about'), as: 'text', isRequired: true },
        { name: 'on', label: t('agents.on'), ...day },
        { name: 'dueOn', label: t('agents.dueOn'), as: 'day' },
      ]}
      act={t('agents.instruct')}
      isOnce
      onSend={(body) => instruct(id, body as Parameters<typeof instruct>[1])}
    />
  )
}
