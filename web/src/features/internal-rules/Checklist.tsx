import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import {
  type ChecklistWire,
  checklistQuery,
  type DemandWire,
  type InternalRuleLineWire,
  ruleWriters,
} from './internal-rule.api.ts'
import { RuleForm } from './RuleForm.tsx'
import { RuleList, useRuleFilter } from './RuleList.tsx'

const tones = { missing: 'chip-breached', in_force: 'chip-met', to_renew: 'chip-due' } as const

/** Those of the keepers of the list who import. */
const importers = ['admin', 'tto_reviewer']

/** The rules the law asks an institution to have, each with its article, and those it made. */
export function Checklist({ roles }: { roles: readonly string[] }) {
  const { t } = useLanguage()
  const query = useQuery(checklistQuery)
  const filter = useRuleFilter()
  const [topic, enter] = useState<string>()
  const mayWrite = ruleWriters.some((role) => roles.includes(role))
  return (
    <>
      <PageHeader title={t('internalRules.title')} note={t('internalRules.note')}>
        <SavedViews list="internal-rules" />
        <ExportMenu path="/internal-rules" filter={filter} />
        <ExportMenu path="/institution/checklist" label={t('internalRules.exportAsked')} />
        {importers.some((role) => roles.includes(role)) && (
          <LinkButton href="/imports?table=internalRules">{t('importTables.go')}</LinkButton>
        )}
        {mayWrite && (
          <Button kind="primary" onClick={() => enter('')}>
            {t('internalRules.enter')}
          </Button>
        )}
      </PageHeader>
      <Loaded query={query}>
        {(list) => (
          <>
            <Demands list={list} {...(mayWrite && { onEnter: enter })} />
            <RuleList topics={list.topics} mayWrite={mayWrite} />
            <Known list={list} />
            {topic !== undefined && (
              <RuleForm topics={list.topics} topic={topic} onClose={() => enter(undefined)} />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

/** What is missing stands first, then what is to be looked at again. */
const order = ['missing', 'to_renew', null, 'in_force']

function Demands(props: { list: ChecklistWire; onEnter?: (topic: string) => void }) {
  const { t } = useLanguage()
  const { demands, rules } = props.list
  const lacking = demands.filter(({ state, isAdvisory }) => state === 'missing' && !isAdvisory)
  const sorted = demands.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <Panel title={t('internalRules.asked')} extra={<Count missing={lacking.length} />}>
      {demands.length === 0 && (
        <Nothing
          text={t('internalRules.nothingAsked')}
          hint={t('internalRules.nothingAskedHint')}
        />
      )}
      <ul className="rows">
        {sorted.map((demand) => (
          <li key={demand.norm}>
            <Demand
              demand={demand}
              labels={props.list.topics}
              rules={rules.filter(({ id }) => demand.rules.includes(id))}
              {...(props.onEnter && { onEnter: props.onEnter })}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Count({ missing }: { missing: number }) {
  const { t } = useLanguage()
  if (missing === 0) return <span className="chip chip-met">{t('internalRules.complete')}</span>
  return (
    <span className="chip chip-breached">{t('internalRules.lacking', { count: missing })}</span>
  )
}

function Demand(props: {
  demand: DemandWire
  labels: ChecklistWire['topics']
  rules: readonly InternalRuleLineWire[]
  onEnter?: (topic: string) => void
}) {
  const { t, say, named, lang } = useLanguage()
  const { demand, rules, labels, onEnter } = props
  const { title, force, isAdvisory, articles, topics, state, status, due, missing } = demand
  const [topic] = topics
  // The norm's title says what should be; beside “missing” the topic alone reads right.
  const name = topic !== undefined && labels[topic] ? say(labels[topic]) : say(title)
  return (
    <>
      <div className="rule-head">
        {state === null ? (
          <StatusMark status={status} />
        ) : (
          <span className={`chip ${tones[state]}`}>{named('internalRules.states', state)}</span>
        )}{' '}
        <strong title={say(title)}>{name}</strong>{' '}
        {isAdvisory && <span className="chip chip-draft">{t('library.draft')}</span>}{' '}
        {onEnter && state === 'missing' && topic !== undefined && (
          <Button small onClick={() => onEnter(topic)}>
            {t('internalRules.enter')}
          </Button>
        )}
      </div>
      <div className="muted">
        {named('internalRules.forces', force)}{' '}
        {articles.map(({ source, at }) => (
          <CiteText key={`${source}#${at}`} cite={{ source, at }} />
        ))}{' '}
        {due && (
          <>
            {t('internalRules.due')} <DayText day={due} isShort />
          </>
        )}
      </div>
      {rules.map((rule) => (
        <div key={rule.id}>
          <a href={`/internal-rules/${rule.id}`}>{rule.title}</a>{' '}
          <span className="muted">
            {named('internalRules.ruleStates', rule.state)} ·{' '}
            <DayText day={rule.inForceOn} isShort />
          </span>
        </div>
      ))}
      {state === null && missing.length > 0 && (
        <div className="muted">
          {t('internalRules.unknown', {
            facts: missing.map(say).join(lang === 'zh' ? '、' : ', '),
          })}
        </div>
      )}
    </>
  )
}

/** What the registers told the law, and by what paper: whoever doubts a finding looks here. */
function Known({ list }: { list: ChecklistWire }) {
  const { t, say } = useLanguage()
  return (
    <Panel title={t('internalRules.known')}>
      <p className="hint">{t('internalRules.knownHint')}</p>
      <Facts>
        {list.known.map(({ fact, label, value, document }) => (
          <Fact key={fact} label={say(label)}>
            {say(value)} {document && <span className="muted">{document}</span>}
          </Fact>
        ))}
      </Facts>
      <p>
        <a href="/institution/profile">{t('internalRules.toProfile')}</a>
      </p>
    </Panel>
  )
}
