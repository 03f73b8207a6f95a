import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import {
  checklistQuery,
  type InternalRuleWire,
  internalRuleQuery,
  ruleWriters,
} from './internal-rule.api.ts'
import { RuleForm } from './RuleForm.tsx'

/** One rule the institution made: its days, its document, and who changed what. */
export function RulePage({ id, roles }: { id: string; roles: readonly string[] }) {
  const query = useQuery(internalRuleQuery(id))
  return <Loaded query={query}>{(rule) => <Whole rule={rule} roles={roles} />}</Loaded>
}

function Whole({ rule, roles }: { rule: InternalRuleWire; roles: readonly string[] }) {
  const { t, say, named } = useLanguage()
  const { data: list } = useQuery(checklistQuery)
  const [isOpen, setOpen] = useState(false)
  const topic = list?.topics[rule.topic]
  const mayWrite = ruleWriters.some((role) => roles.includes(role))
  const asking = list?.demands.filter(({ topics }) => topics.includes(rule.topic)) ?? []
  return (
    <>
      <PageHeader
        title={rule.title}
        note={
          <>
            {topic && say(topic)}{' '}
            <span className="chip">{named('internalRules.ruleStates', rule.state)}</span>
          </>
        }
      >
        {mayWrite && (
          <Button kind="primary" onClick={() => setOpen(true)}>
            {t('internalRules.amend')}
          </Button>
        )}
      </PageHeader>
      <div className="two wide-left">
        <Panel>
          <Facts>
            <Fact label={t('internalRules.fields.number')}>{rule.number}</Fact>
            <Fact label={t('internalRules.fields.approvedBy')}>{rule.approvedBy}</Fact>
            <Fact label={t('internalRules.fields.approvedOn')}>
              {rule.approvedOn && <DayText day={rule.approvedOn} />}
            </Fact>
            <Fact label={t('internalRules.fields.inForceOn')}>
              <DayText day={rule.inForceOn} />
            </Fact>
            <Fact label={t('internalRules.fields.validTo')}>
              {rule.validTo && <DayText day={rule.validTo} />}
            </Fact>
            <Fact label={t('internalRules.fields.endedOn')}>
              {rule.endedOn && <DayText day={rule.endedOn} />}
            </Fact>
            <Fact label={t('internalRules.fields.reviewOn')}>
              <DayText day={rule.reviewDay} />
              {rule.reviewOn === null && (
                <div className="muted">{t('internalRules.reviewDefault')}</div>
              )}
            </Fact>
            <Fact label={t('internalRules.fields.file')}>
              {rule.file && <a href={address(`/files/${rule.file.sha256}`)}>{rule.file.name}</a>}
            </Fact>
            <Fact label={t('internalRules.fields.remark')}>{rule.remark}</Fact>
          </Facts>
        </Panel>
        <Panel title={t('internalRules.askedBy')}>
          {asking.length === 0 && <p className="muted">{t('internalRules.notAsked')}</p>}
          <ul className="rows">
            {asking.map(({ norm, title, articles }) => (
              <li key={norm}>
                {say(title)}{' '}
                {articles.map(({ source, at, label }) => (
                  <a key={at} className="cite" href={`/policies/${source}#${at}`}>
                    {say(label)}
                  </a>
                ))}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <Comments kind="internalRule" id={rule.id} />
      <Panel title={t('history.title')}>
        <History
          path={`/internal-rules/${rule.id}/history`}
          group="internalRules"
          restores={mayWrite && { kind: 'internalRule', id: rule.id }}
        />
      </Panel>
      {isOpen && (
        <RuleForm topics={list?.topics ?? {}} before={rule} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
