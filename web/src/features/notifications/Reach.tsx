import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { changeReach, type ReachWire, reachQuery, sendTestMail } from './reach.api.ts'

const kinds = [
  'objection',
  'tip',
  'late',
  'overdue',
  'your-act',
  'handover',
  'disclosure',
  'stocktaking',
  'mention',
  'own-rule',
] as const
const hours = [7, 8, 9, 12, 14, 17] as const

/** What reaches me by mail; every choice is kept as it is made. */
export function Reach() {
  const { t } = useLanguage()
  const query = useQuery(reachQuery)
  return (
    <Panel title={t('reach.mail')}>
      <Loaded query={query}>{(reach) => <Choices reach={reach} />}</Loaded>
    </Panel>
  )
}

function Choices({ reach }: { reach: ReachWire }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const keep = (saved: ReachWire) => client.setQueryData(reachQuery.queryKey, saved)
  const change = useMutation({ mutationFn: changeReach, onSuccess: keep })
  const test = useMutation({ mutationFn: sendTestMail, onSuccess: keep })
  const { mail, digestHour, atOnce } = reach
  const offered = [...new Set([...hours, ...(digestHour === null ? [] : [digestHour])])].sort(
    (a, b) => a - b,
  )
  return (
    <>
      {!mail.isConfigured && (
        <Callout tone="due" title={t('reach.noServer')}>
          {t('reach.noServerHint')}
        </Callout>
      )}
      {mail.address === null ? (
        <Callout tone="due" title={t('reach.noAddress')}>
          {t('reach.noAddressHint')}
        </Callout>
      ) : (
        <p>
          <span className="muted">{t('reach.address')}</span> {mail.address}
        </p>
      )}
      <ProblemAlert error={change.error ?? test.error} />
      <ChoiceField
        label={t('reach.digest')}
        hint={t('reach.digestHint')}
        value={digestHour === null ? 'off' : String(digestHour)}
        onChange={(value) =>
          change.mutate({ digestHour: value === 'off' || value === '' ? null : Number(value) })
        }
        choices={[
          ...offered.map((hour) => ({
            value: String(hour),
            label: t('reach.digestAt', { hour: String(hour).padStart(2, '0') }),
          })),
          { value: 'off', label: t('reach.digestOff') },
        ]}
        isFolded
      />
      <fieldset className="field flags">
        <legend>{t('reach.atOnce')}</legend>
        <div className="hint">{t('reach.atOnceHint')}</div>
        {kinds.map((kind) => (
          <FlagField
            key={kind}
            label={t(`reach.kinds.${kind}`)}
            value={atOnce.includes(kind)}
            onChange={(isOn) =>
              change.mutate({
                atOnce: isOn ? [...atOnce, kind] : atOnce.filter((one) => one !== kind),
              })
            }
          />
        ))}
      </fieldset>
      <ChoiceField
        label={t('reach.lang')}
        value={reach.lang}
        onChange={(lang) => change.mutate({ lang: lang === 'en' ? 'en' : 'zh' })}
        choices={(['zh', 'en'] as const).map((value) => ({
          value,
          label: t(`reach.langs.${value}`),
        }))}
      />
      <div className="actions">
        <Button
          busy={test.isPending}
          disabled={!mail.isConfigured || mail.address === null}
          onClick={() => test.mutate()}
        >
          {t('reach.test')}
        </Button>
        {change.isSuccess && <span className="muted">{t('reach.saved')}</span>}
      </div>
      <Newest mails={mail.newest} />
    </>
  )
}

const tones = { waiting: 'due', sent: 'met', 'given-up': 'breached' } as const

function Newest({ mails }: { mails: ReachWire['mail']['newest'] }) {
  const { t, named } = useLanguage()
  if (mails.length === 0) return null
  return (
    <>
      <h3>{t('reach.newest')}</h3>
      <ul className="rows">
        {mails.map(({ id, kind, madeAt, state, trouble }) => (
          <li key={id}>
            <span className={`chip chip-${tones[state]}`}>{t(`reach.states.${state}`)}</span>{' '}
            {t(`reach.mailKinds.${kind}`)}{' '}
            <span className="muted">
              {timeInChina(madeAt)}
              {trouble && ` · ${named('reach.troubles', trouble)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
