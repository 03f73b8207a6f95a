import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { SecretField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { makeWebhook, type NewWebhookWire, webhooksQuery } from './reach.api.ts'

const kinds = ['wecom', 'dingtalk', 'feishu', 'signed'] as const
const events = ['digest', 'overdue', 'late', 'objection', 'tip', 'your-act'] as const

/** Adds a group or a system; its address and secret are entered once and never shown again. */
export function NewWebhook({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [webhook, setWebhook] = useState<NewWebhookWire>({
    name: '',
    kind: 'wecom',
    url: '',
    events: ['digest', 'late'],
    lang: 'zh',
  })
  const [secret, setSecret] = useState('')
  const change = (part: Partial<NewWebhookWire>) => setWebhook({ ...webhook, ...part })
  const make = useMutation({
    mutationFn: () => makeWebhook({ ...webhook, ...(secret && { secret }) }),
    onSuccess: async ({ secret: made }) => {
      await client.invalidateQueries({ queryKey: webhooksQuery.queryKey })
      if (made === null) onClose()
    },
  })
  const wrong = fieldErrors(make.error, ['name', 'url', 'secret', 'events'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  if (make.data?.secret) {
    return (
      <Dialog title={t('delivery.addTitle')} onClose={onClose} isFirm>
        <Callout tone="good" title={t('delivery.secretOnce')}>
          <div className="copied">
            <code>{make.data.secret}</code>
          </div>
        </Callout>
        <Button kind="primary" onClick={onClose}>
          {t('delivery.done')}
        </Button>
      </Dialog>
    )
  }
  const maySign = webhook.kind === 'dingtalk' || webhook.kind === 'feishu'
  return (
    <Dialog title={t('delivery.addTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={make.error} shown={wrong.shown} />
        <ChoiceField
          label={t('delivery.kind')}
          value={webhook.kind}
          onChange={(kind) => change({ kind: kinds.find((one) => one === kind) ?? 'wecom' })}
          choices={kinds.map((value) => ({ value, label: t(`delivery.kinds.${value}`) }))}
        />
        <TextField
          label={t('delivery.name')}
          hint={t('delivery.nameHint')}
          name="name"
          value={webhook.name}
          onChange={(name) => change({ name })}
          error={wrong.at('name')}
          maxLength={60}
          isRequired
        />
        <TextField
          label={t('delivery.url')}
          hint={t('delivery.urlHint')}
          name="url"
          value={webhook.url}
          onChange={(url) => change({ url })}
          error={wrong.at('url')}
          placeholder="https://"
          isRequired
        />
        {maySign && (
          <SecretField
            label={t('delivery.secret')}
            hint={t('delivery.secretHint')}
            name="secret"
            value={secret}
            onChange={setSecret}
            error={wrong.at('secret')}
            autoComplete="off"
          />
        )}
        <fieldset className="field flags">
          <legend>{t('delivery.events')}</legend>
          {events.map((event) => (
            <FlagField
              key={event}
              label={t(`delivery.eventNames.${event}`)}
              value={webhook.events.includes(event)}
              onChange={(isOn) =>
                change({
                  events: isOn
                    ? [...webhook.events, event]
                    : webhook.events.filter((one) => one !== event),
                })
              }
            />
          ))}
          {wrong.at('events') && <div className="wrong">{wrong.at('events')}</div>}
        </fieldset>
        <ChoiceField
          label={t('delivery.lang')}
          value={webhook.lang}
          onChange={(lang) => change({ lang: lang === 'en' ? 'en' : 'zh' })}
          choices={(['zh', 'en'] as const).map((value) => ({
            value,
            label: t(`reach.langs.${value}`),
          }))}
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={make.isPending}>
            {t('delivery.save')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('general.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
