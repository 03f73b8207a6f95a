import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { NewWebhook } from './NewWebhook.tsx'
import {
  changeWebhook,
  deliveriesQuery,
  removeWebhook,
  testWebhook,
  type WebhookWire,
  webhooksQuery,
} from './reach.api.ts'

/** The groups and systems that an institution has told what happens. */
export function Webhooks() {
  const { t } = useLanguage()
  const query = useQuery(webhooksQuery)
  const [isAdding, add] = useState(false)
  return (
    <Panel
      title={t('delivery.title')}
      extra={
        <Button small kind="primary" onClick={() => add(true)}>
          {t('delivery.add')}
        </Button>
      }
    >
      <p className="muted">{t('delivery.note')}</p>
      <Loaded query={query}>
        {({ items, mayReachPrivate }) => (
          <>
            {mayReachPrivate && <p className="muted">{t('delivery.privateAllowed')}</p>}
            {items.length === 0 ? (
              <Nothing text={t('delivery.none')} hint={t('delivery.noneHint')} />
            ) : (
              <ul className="rows">
                {items.map((webhook) => (
                  <Line key={webhook.id} webhook={webhook} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      {isAdding && <NewWebhook onClose={() => add(false)} />}
    </Panel>
  )
}

function Line({ webhook }: { webhook: WebhookWire }) {
  const { t, listed } = useLanguage()
  const client = useQueryClient()
  const { id, name, kind, host, isSigned, events, disabled, failures } = webhook
  const [isOpen, open] = useState(false)
  const renew = () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey })
  const turn = useMutation({
    mutationFn: (isEnabled: boolean) => changeWebhook(id, { isEnabled }),
    onSuccess: renew,
  })
  const test = useMutation({
    mutationFn: () => testWebhook(id),
    onSuccess: () => {
      open(true)
      return renew()
    },
  })
  const remove = useMutation({ mutationFn: () => removeWebhook(id), onSuccess: renew })
  const askRemove = () => {
    if (window.confirm(t('delivery.removeAsk', { name }))) remove.mutate()
  }
  return (
    <li className="webhook">
      <div>
        <strong>{name}</strong> <span className="chip">{t(`delivery.kinds.${kind}`)}</span>{' '}
        {isSigned && <span className="chip chip-met">{t('delivery.signed')}</span>}{' '}
        {disabled && <span className="chip chip-breached">{t(`delivery.off.${disabled}`)}</span>}{' '}
        {!disabled && failures > 0 && (
          <span className="chip chip-due">{t('delivery.failing', { count: failures })}</span>
        )}
        <div className="muted">
          {t('delivery.host', { host })} ·{' '}
          {listed(events.map((event) => t(`delivery.eventNames.${event}`)))}
        </div>
      </div>
      <div className="actions">
        <Button small busy={test.isPending} onClick={() => test.mutate()}>
          {t('delivery.test')}
        </Button>
        <Button small kind="quiet" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {t('delivery.log')}
        </Button>
        <Button
          small
          kind="quiet"
          busy={turn.isPending}
          onClick={() => turn.mutate(disabled !== null)}
        >
          {disabled ? t('delivery.enable') : t('delivery.disable')}
        </Button>
        <Button small kind="danger" busy={remove.isPending} onClick={askRemove}>
          {t('delivery.remove')}
        </Button>
      </div>
      <ProblemAlert error={turn.error ?? test.error ?? remove.error} />
      {isOpen && <Log id={id} />}
    </li>
  )
}

const tones = { waiting: 'due', delivered: 'met', 'given-up': 'breached' } as const

function Log({ id }: { id: string }) {
  const { t, say, named } = useLanguage()
  const query = useQuery(deliveriesQuery(id))
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="muted">{t('delivery.noLog')}</p>
        ) : (
          <ul className="rows log">
            {items.map((one) => (
              <li key={one.id}>
                <span className={`chip chip-${tones[one.state]}`}>
                  {t(`delivery.states.${one.state}`)}
                </span>{' '}
                {one.event === 'test'
                  ? t('delivery.test_event')
                  : named('delivery.eventNames', one.event)}{' '}
                <span className="muted">
                  {timeInChina(one.madeAt)} {one.caseNumber}
                </span>
                <div>{say(one.text)}</div>
                <div className="muted">
                  {one.attempts === 0
                    ? t('delivery.notTried')
                    : t(one.status === null ? 'delivery.unanswered' : 'delivery.answered', {
                        status: one.status ?? '',
                        ms: one.ms ?? 0,
                        attempts: one.attempts,
                      })}
                  {one.answer && <code className="answer">{one.answer}</code>}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
