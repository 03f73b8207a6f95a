import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { MoneyField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { Impact } from './Impact.tsx'
import { type OwnParameterWire, proposeRule, proposers, rulesQuery } from './institution.api.ts'
import { Layers, ValueText } from './Layers.tsx'
import { Proposals } from './Proposals.tsx'
import { ProposeForm } from './ProposeForm.tsx'

/** The numbers of law that apply, and what the institution made of them: only ever stricter. */
export function OwnRules({ roles }: { roles: readonly string[] }) {
  const { t } = useLanguage()
  const query = useQuery(rulesQuery)
  return (
    <>
      <PageHeader title={t('ownRules.title')} note={t('ownRules.note')} />
      <Loaded query={query}>
        {({ on, items }) => {
          const waiting = items.filter(isWaiting)
          const rest = items.filter((one) => !isWaiting(one))
          return (
            <>
              {waiting.length > 0 && (
                <Callout tone="due" title={t('ownRules.waiting', { count: waiting.length })} />
              )}
              <Panel>
                <ul className="rows">
                  {[...waiting, ...rest].map((one) => (
                    <li key={one.id} id={one.id}>
                      <Parameter one={one} today={on} roles={roles} />
                    </li>
                  ))}
                </ul>
              </Panel>
            </>
          )
        }}
      </Loaded>
    </>
  )
}

const isWaiting = ({ own }: OwnParameterWire) => own.some(({ standing }) => standing === 'proposed')

function Parameter(props: { one: OwnParameterWire; today: string; roles: readonly string[] }) {
  const { t, say, named } = useLanguage()
  const { one, roles } = props
  const [isOpen, setOpen] = useState<'set' | 'end'>()
  const mayPropose = proposers.some((role) => roles.includes(role)) && one.bound !== 'fixed'
  const governs = one.own.find(({ standing }) => standing === 'governs')
  const isOwn = governs !== undefined && governs.choice !== null
  return (
    <>
      <div className="parameter">
        <div>
          <strong>{say(one.label)}</strong>{' '}
          <span className="muted">{named('policies.bounds', one.bound)}</span>{' '}
          <strong className="figure parameter-value">
            {one.value === null ? '—' : <ValueText value={one.value} kind={one.kind} />}
          </strong>
          {one.provenance === 'system_default' && (
            <span className="chip chip-due">{named('policies.provenances', one.provenance)}</span>
          )}
          <div>
            <Layers layers={one.layers} kind={one.kind} />
          </div>
        </div>
        {mayPropose && !isWaiting(one) && (
          <div className="actions">
            <Button small onClick={() => setOpen('set')}>
              {isOwn ? t('ownRules.change') : t('ownRules.set')}
            </Button>
            {isOwn && (
              <Button small kind="quiet" onClick={() => setOpen('end')}>
                {t('ownRules.takeBack')}
              </Button>
            )}
          </div>
        )}
      </div>
      <Proposals
        own={one.own}
        roles={roles}
        choiceText={(choice) =>
          choice === null ? t('ownRules.takenBack') : <ValueText value={choice} kind={one.kind} />
        }
        impact={({ choice, from }) => (
          <Impact
            label={t('ownRules.impact')}
            question={{ kind: 'parameter', subject: one.id, choice, from }}
          />
        )}
      />
      {isOpen && (
        <ParameterForm {...props} isEnd={isOpen === 'end'} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function ParameterForm(props: {
  one: OwnParameterWire
  today: string
  isEnd: boolean
  onClose: () => void
}) {
  const { t, say, colon } = useLanguage()
  const { one, isEnd } = props
  const [value, setValue] = useState('')
  const [error, setError] = useState<unknown>()
  const typed = isEnd ? null : valueTyped(value, one.kind)
  return (
    <ProposeForm
      title={`${isEnd ? t('ownRules.takeBack') : t('ownRules.set')}${colon}${say(one.label)}`}
      today={props.today}
      fields={['param', 'value']}
      isEnd={isEnd}
      onClose={props.onClose}
      onError={setError}
      send={(told) => proposeRule({ param: one.id, value: typed, ...told })}
      impact={(from) =>
        (isEnd || value.trim() !== '') && (
          <Impact
            label={t('ownRules.impact')}
            question={{ kind: 'parameter', subject: one.id, choice: typed, from }}
          />
        )
      }
    >
      {!isEnd && <ValueField one={one} value={value} onChange={setValue} error={error} />}
    </ProposeForm>
  )
}

function ValueField(props: {
  one: OwnParameterWire
  value: string
  onChange: (value: string) => void
  error: unknown
}) {
  const { t, say, named } = useLanguage()
  const { one } = props
  const law = one.layers.findLast(({ jurisdiction }) => jurisdiction !== undefined)
  const field = {
    label: say(one.label),
    value: props.value,
    onChange: props.onChange,
    error: fieldErrors(props.error, ['value']).at('value'),
    isRequired: true,
    isFirst: true,
  }
  if (one.kind === 'money') return <MoneyField {...field} />
  const hint =
    law &&
    t('ownRules.lawSays', {
      bound: named('policies.bounds', one.bound),
      value: one.kind === 'days' ? t('ownRules.days', { count: Number(law.value) }) : law.value,
    })
  const example = one.kind === 'ratio' ? '80%' : '20'
  return (
    <TextField {...field} hint={hint} placeholder={example} width="short" inputMode="decimal" />
  )
}

/** A share may be typed without its sign, an amount in yuan; what is no amount is refused as typed. */
function valueTyped(value: string, kind: OwnParameterWire['kind']): string {
  if (kind === 'money') return fenText(value) ?? value.trim()
  const text = value.trim().replace('％', '%')
  return kind === 'ratio' && /^\d{1,3}(\.\d{1,4})?$/.test(text) ? `${text}%` : text
}
