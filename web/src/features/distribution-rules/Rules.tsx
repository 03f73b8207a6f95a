import { useQuery } from '@tanstack/react-query'
import { parseRatio, percent } from '@yizhuan/kit'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import {
  type DistributionRulesWire,
  type DistributionRuleWire,
  distributionRulesQuery,
  distributionRuleWriters,
} from './distribution-rule.api.ts'
import { EndForm } from './EndForm.tsx'
import { RuleForm } from './RuleForm.tsx'
import { SchemeTable } from './SchemeTable.tsx'

/** How the house shares net income out by its own rule, version by version, within the limits of the law. */
export function Rules({ roles }: { roles: readonly string[] }) {
  const { t } = useLanguage()
  const query = useQuery(distributionRulesQuery)
  const [form, open] = useState<'make' | 'end'>()
  const mayWrite = distributionRuleWriters.some((role) => roles.includes(role))
  return (
    <>
      <PageHeader title={t('distributionRules.title')} note={t('distributionRules.note')}>
        {query.data && query.data.items.length > 0 && (
          <>
            <LinkButton href={address(`/distribution-rules/${query.data.id}/paper/pdf`)} download>
              PDF
            </LinkButton>
            <ExportMenu path="/distribution-rules" />
          </>
        )}
        {mayWrite && query.data?.items[0]?.kind === 'made' && (
          <Button onClick={() => open('end')}>{t('distributionRules.end')}</Button>
        )}
        {mayWrite && query.data && (
          <Button kind="primary" onClick={() => open('make')}>
            {t('distributionRules.make')}
          </Button>
        )}
      </PageHeader>
      <Loaded query={query}>
        {(rules) => (
          <>
            <InForce rules={rules} />
            <Limits limits={rules.limits} />
            <Versions items={rules.items} />
            {form === 'make' && <RuleForm rules={rules} onClose={() => open(undefined)} />}
            {form === 'end' && <EndForm rules={rules} onClose={() => open(undefined)} />}
          </>
        )}
      </Loaded>
    </>
  )
}

function InForce({ rules }: { rules: DistributionRulesWire }) {
  const { t, say } = useLanguage()
  const rule = rules.items.find(({ isInForce }) => isInForce)
  if (!rule)
    return (
      <Panel title={t('distributionRules.inForce')}>
        <Nothing text={t('distributionRules.none')} hint={t('distributionRules.noneHint')} />
      </Panel>
    )
  const unlawful = rule.problems.filter(({ isAdvisory }) => !isAdvisory)
  const advised = rule.problems.filter(({ isAdvisory }) => isAdvisory)
  return (
    <Panel title={t('distributionRules.inForce')}>
      {unlawful.length > 0 && (
        <Callout tone="bad" title={t('distributionRules.unlawful')}>
          {unlawful.map(({ words }) => (
            <p key={words.en}>{say(words)}</p>
          ))}
        </Callout>
      )}
      {advised.length > 0 && (
        <Callout tone="due" title={t('distributionRules.advised')}>
          {advised.map(({ words }) => (
            <p key={words.en}>{say(words)}</p>
          ))}
        </Callout>
      )}
      <About rule={rule} />
      {rule.schemes.map((scheme) => (
        <SchemeTable key={scheme.modes.join()} scheme={scheme} />
      ))}
    </Panel>
  )
}

function About({ rule }: { rule: DistributionRuleWire }) {
  const { t } = useLanguage()
  const { title, number, approvedBy, approvedOn, from, to, internalRule, file, decidesPlans } = rule
  return (
    <Facts>
      <Fact label={t('distributionRules.fields.title')}>
        {title} {number && <span className="muted">{number}</span>}
      </Fact>
      <Fact label={t('distributionRules.fields.approvedBy')}>
        {approvedBy} {approvedOn && <DayText day={approvedOn} />}
      </Fact>
      <Fact label={t('distributionRules.fields.from')}>
        <DayText day={from} />
        {to && (
          <>
            {' '}
            – <DayText day={to} />
          </>
        )}
      </Fact>
      <Fact label={t('distributionRules.plans')}>
        {decidesPlans && t('distributionRules.plansDecided')}
      </Fact>
      <Fact label={t('distributionRules.fields.internalRule')}>
        {internalRule && <a href={`/internal-rules/${internalRule.id}`}>{internalRule.title}</a>}
      </Fact>
      <Fact label={t('distributionRules.fields.file')}>
        {file && <a href={address(`/files/${file.sha256}`)}>{file.name}</a>}
      </Fact>
    </Facts>
  )
}

/** What the law leaves no rule: it decides in every case, whatever the house says. */
function Limits({ limits }: { limits: DistributionRulesWire['limits'] }) {
  const { t, say } = useLanguage()
  if (limits.length === 0) return null
  return (
    <Panel title={t('distributionRules.limits')}>
      <p className="hint">{t('distributionRules.limitsHint')}</p>
      <Facts>
        {limits.map(({ id, label, share, cite, isAdvisory }) => (
          <Fact key={`${id}${isAdvisory}`} label={say(label)}>
            <span className="figure">{percent(parseRatio(share))}</span> <CiteText cite={cite} />{' '}
            {isAdvisory && <span className="chip chip-draft">{t('library.draft')}</span>}
          </Fact>
        ))}
      </Facts>
    </Panel>
  )
}

function Versions({ items }: { items: readonly DistributionRuleWire[] }) {
  const { t } = useLanguage()
  if (items.length === 0) return null
  return (
    <Panel title={t('distributionRules.versions')}>
      <ul className="rows">
        {items.map((rule) => (
          <li key={rule.version}>
            <details className="part">
              <summary>
                {t('distributionRules.version', { version: rule.version })}{' '}
                <DayText day={rule.from} />{' '}
                {rule.isInForce && (
                  <span className="chip chip-met">{t('distributionRules.counts')}</span>
                )}{' '}
                {rule.kind === 'ended' && (
                  <span className="chip">{t('distributionRules.ended')}</span>
                )}{' '}
                <span className="muted">
                  {rule.made.name} <DayText day={rule.made.on} isShort />
                </span>
              </summary>
              {rule.reason && <p>{rule.reason}</p>}
              {rule.kind === 'made' && <About rule={rule} />}
              {rule.schemes.map((scheme) => (
                <SchemeTable key={scheme.modes.join()} scheme={scheme} />
              ))}
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
