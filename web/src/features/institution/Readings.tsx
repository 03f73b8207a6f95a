import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { Impact } from './Impact.tsx'
import { type OwnReadingWire, proposeReading, proposers, readingsQuery } from './institution.api.ts'
import { Proposals } from './Proposals.tsx'
import { ProposeForm } from './ProposeForm.tsx'

/** The clauses that can be read in more than one way, and the reading that applies here. */
export function Readings({ roles }: { roles: readonly string[] }) {
  const { t } = useLanguage()
  const query = useQuery(readingsQuery)
  return (
    <>
      <PageHeader title={t('readings.title')} note={t('readings.note')} />
      <Loaded query={query}>
        {({ on, items }) => {
          const waiting = items.filter(isWaiting)
          const rest = items.filter((one) => !isWaiting(one))
          return (
            <>
              {waiting.length > 0 && (
                <Callout tone="due" title={t('ownRules.waiting', { count: waiting.length })} />
              )}
              {[...waiting, ...rest].map((one) => (
                <Panel key={one.id} id={one.id}>
                  <Clause one={one} today={on} roles={roles} />
                </Panel>
              ))}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

const isWaiting = ({ own }: OwnReadingWire) => own.some(({ standing }) => standing === 'proposed')

function Clause(props: { one: OwnReadingWire; today: string; roles: readonly string[] }) {
  const { t, say, listed, colon } = useLanguage()
  const { one, roles } = props
  const [chosen, choose] = useState<string>()
  const mayPropose = proposers.some((role) => roles.includes(role)) && !isWaiting(one)
  const textOf = (id: string | null) =>
    say(one.readings.find((each) => each.id === (id ?? one.default))?.text)
  return (
    <>
      <h2>
        {say(one.label)} <CiteText cite={one.cite} />
      </h2>
      <p>{say(one.question)}</p>
      <ul className="plain-list">
        {one.readings.map(({ id, text }) => (
          <li key={id} className="reading-choice">
            <span aria-hidden>{id === one.reading ? '◉' : '○'}</span>
            <div>
              {id === one.reading ? <strong>{say(text)}</strong> : say(text)}{' '}
              {id === one.reading && <span className="chip chip-met">{t('readings.applies')}</span>}{' '}
              {id === one.default && <span className="chip">{t('readings.default')}</span>}
              {id !== one.reading && (
                <div className="actions">
                  <Impact
                    label={t('readings.compare')}
                    question={{ kind: 'reading', subject: one.id, choice: id }}
                  />
                  {mayPropose && (
                    <Button small onClick={() => choose(id)}>
                      {id === one.default ? t('readings.goBack') : t('readings.choose')}
                    </Button>
                  )}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p className="muted">
        {t('readings.rationale')}
        {colon}
        {say(one.rationale)}
      </p>
      <p className="muted">
        {t('readings.norms')}
        {colon}
        {listed(one.norms.map(({ title }) => say(title)))}
      </p>
      <Proposals
        own={one.own}
        roles={roles}
        choiceText={textOf}
        impact={({ choice, from }) => (
          <Impact
            label={t('ownRules.impact')}
            question={{ kind: 'reading', subject: one.id, choice, from }}
          />
        )}
      />
      {chosen !== undefined && (
        <ProposeForm
          title={t('readings.choose')}
          today={props.today}
          fields={['interpretation', 'reading']}
          onClose={() => choose(undefined)}
          send={(told) =>
            proposeReading({
              interpretation: one.id,
              reading: chosen === one.default ? null : chosen,
              ...told,
            })
          }
          impact={(from) => (
            <Impact
              label={t('ownRules.impact')}
              question={{ kind: 'reading', subject: one.id, choice: chosen, from }}
            />
          )}
        >
          <p>
            {say(one.label)}
            {colon}
            <strong>{textOf(chosen)}</strong>
          </p>
        </ProposeForm>
      )}
    </>
  )
}
