import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { Placeheld } from './Placeheld.tsx'
import { StandardForm } from './StandardForm.tsx'
import { stateTones } from './StandardList.tsx'
import {
  approvers,
  changeStandard,
  decideStandards,
  drafters,
  type StandardWire,
  standardQuery,
} from './standard.api.ts'

interface Reader {
  readonly id: string
  readonly roles: readonly string[]
}

type Act = 'version' | 'decide' | 'withdraw' | 'retire' | 'restore'

/** One clause or model contract: what it says, version by version, who approved it, and where it is used. */
export function StandardPage({ id, me }: { id: string; me: Reader }) {
  const query = useQuery(standardQuery(id))
  return <Loaded query={query}>{(one) => <Whole one={one} me={me} />}</Loaded>
}

function Whole({ one, me }: { one: StandardWire; me: Reader }) {
  const { t, named, listed } = useLanguage()
  const [act, open] = useState<Act>()
  const mayDraft = drafters.some((role) => me.roles.includes(role))
  const mayDecide = approvers.some((role) => me.roles.includes(role))
  const [last] = one.versions
  const isOwn = last?.made.person === me.id
  return (
    <>
      <PageHeader
        title={one.name}
        note={
          <>
            {named('contractTexts.forms', one.form)}{' '}
            <span className={`chip ${stateTones[one.state]}`}>
              {named('contractTexts.states', one.state)}
            </span>{' '}
            {one.isSample && <span className="chip">{t('contractTexts.sampleLong')}</span>}
          </>
        }
      >
        {mayDecide && one.state !== 'retired' && (
          <Button onClick={() => open('retire')}>{t('contractTexts.retire')}</Button>
        )}
        {mayDecide && one.state === 'retired' && (
          <Button onClick={() => open('restore')}>{t('contractTexts.restore')}</Button>
        )}
        {one.open && isOwn && (
          <Button onClick={() => open('withdraw')}>{t('contractTexts.withdraw')}</Button>
        )}
        {one.open && mayDecide && !isOwn && (
          <Button kind="primary" onClick={() => open('decide')}>
            {t('contractTexts.decide')}
          </Button>
        )}
        {mayDraft && !one.open && (
          <Button kind="primary" onClick={() => open('version')}>
            {t('contractTexts.newVersion')}
          </Button>
        )}
      </PageHeader>
      <Panel>
        <Facts>
          <Fact label={t('contractTexts.fields.kind')}>
            {one.kind && named('contractTexts.kinds', one.kind)}
          </Fact>
          <Fact label={t('contractTexts.fields.types')}>
            {listed(one.types.map((type) => named('contractTexts.types', type)))}
          </Fact>
          <Fact label={t('contractTexts.fields.obligation')}>
            {one.obligation && named('contractTexts.obligations', one.obligation)}
          </Fact>
          <Fact label={t('contractTexts.fields.inUse')}>{one.inUse}</Fact>
          <Fact label={t('contractTexts.usedBy')}>
            {one.usedBy.length > 0 &&
              one.usedBy.map(({ id, name }) => (
                <span key={id}>
                  <a href={`/contract-standards/${id}`}>{name}</a>{' '}
                </span>
              ))}
          </Fact>
        </Facts>
      </Panel>
      <Versions one={one} />
      <Panel title={t('history.title')}>
        <History path={`/contract-standards/${one.id}/history`} group="contractTexts" />
      </Panel>
      {act === 'version' && (
        <StandardForm form={one.form} before={one} onClose={() => open(undefined)} />
      )}
      {act !== undefined && act !== 'version' && (
        <ActForm one={one} act={act} onClose={() => open(undefined)} />
      )}
    </>
  )
}

function ActForm(props: { one: StandardWire; act: Exclude<Act, 'version'>; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { one, act, onClose } = props
  const onDone = () => client.invalidateQueries({ queryKey: ['contract-standards'] })
  if (act === 'decide') {
    const version = one.open?.version ?? one.newest
    return (
      <SmallForm
        title={t('contractTexts.decide')}
        asked={[
          {
            ...{ name: 'verdict', as: 'choice', isRequired: true, first: 'approved' },
            label: t('contractTexts.fields.verdict'),
            choices: (['approved', 'refused'] as const).map((value) => ({
              ...{ value, label: t(`contractTexts.verdicts.${value}`) },
            })),
          },
          { name: 'words', as: 'line', label: t('contractTexts.fields.words') },
        ]}
        act={t('contractTexts.decide')}
        onSend={({ verdict, words }) =>
          decideStandards({
            items: [{ id: one.id, version }],
            verdict: verdict === 'refused' ? 'refused' : 'approved',
            words: typeof words === 'string' && words !== '' ? words : null,
          })
        }
        onDone={onDone}
        onClose={onClose}
      />
    )
  }
  return (
    <SmallForm
      title={t(`contractTexts.${act}`)}
      asked={[
        { name: 'reason', as: 'line', isRequired: true, label: t('contractTexts.fields.reason') },
      ]}
      act={t(`contractTexts.${act}`)}
      onSend={(body) => changeStandard(one.id, act, body)}
      onDone={onDone}
      onClose={onClose}
    />
  )
}

function Versions({ one }: { one: StandardWire }) {
  const { t, named } = useLanguage()
  return (
    <Panel title={t('contractTexts.versions')}>
      <ul className="rows">
        {one.versions.map((said, at) => (
          <li key={said.version}>
            <details className="part" open={at === 0}>
              <summary>
                {t('contractTexts.version', { version: said.version })}{' '}
                {said.version === one.inUse && (
                  <span className="chip chip-met">{t('contractTexts.states.in_use')}</span>
                )}{' '}
                {said.verdict === null ? (
                  <span className="chip chip-due">{t('contractTexts.states.proposed')}</span>
                ) : (
                  said.version !== one.inUse && (
                    <span className="chip">{named('contractTexts.verdicts', said.verdict.is)}</span>
                  )
                )}{' '}
                <span className="muted">
                  {said.made.by} <DayText day={dayInChina(said.made.at)} isShort />
                </span>
              </summary>
              {said.verdict && (
                <p className="muted">
                  {named('contractTexts.verdicts', said.verdict.is)} {said.verdict.by}{' '}
                  <DayText day={dayInChina(said.verdict.at)} isShort /> {said.verdict.words}
                </p>
              )}
              {said.reason && <p className="muted">{said.reason}</p>}
              {said.clause && <Clause one={one} clause={said.clause} />}
              {said.template && <Template one={one} template={said.template} />}
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Clause(props: {
  one: StandardWire
  clause: NonNullable<StandardWire['versions'][number]['clause']>
}) {
  const { t, named, say, listed } = useLanguage()
  const { one, clause } = props
  const norms = one.norms.filter(({ id }) => clause.norms.includes(id))
  return (
    <>
      <Placeheld text={clause.zh} lang="zh-CN" />
      {clause.en && (
        <>
          <strong>{clause.headingEn}</strong>
          <Placeheld text={clause.en} lang="en" />
        </>
      )}
      {clause.conditions.length > 0 && (
        <p className="muted">
          {t('contractTexts.onlyFor')}{' '}
          {listed(clause.conditions.map((one) => named('contractTexts.conditions', one)))}
        </p>
      )}
      {norms.map(({ id, title, articles, isUnconfirmed }) => (
        <p key={id}>
          {say(title)}{' '}
          {articles.map((cite) => (
            <CiteText key={`${cite.source}${cite.at}`} cite={cite} />
          ))}{' '}
          {isUnconfirmed && <span className="muted">{t('contractTexts.unconfirmed')}</span>}
        </p>
      ))}
      {norms.length === 0 && clause.obligation === 'must' && (
        <p className="muted">{t('contractTexts.houseRule')}</p>
      )}
      {clause.guidance && <p className="hint">{clause.guidance}</p>}
    </>
  )
}

function Template(props: {
  one: StandardWire
  template: NonNullable<StandardWire['versions'][number]['template']>
}) {
  const { t } = useLanguage()
  const { one, template } = props
  return (
    <ol>
      {template.slots.map((slot) => (
        <li key={slot.key}>
          {slot.clauses.map((id, at) => {
            const clause = one.clauses.find((known) => known.id === id)
            return (
              <span key={id}>
                {at > 0 && <span className="muted"> {t('contractTexts.or')} </span>}
                <a href={`/contract-standards/${id}`}>{clause?.name ?? id}</a>
              </span>
            )
          })}{' '}
          {slot.isOptional && <span className="chip">{t('contractTexts.optional')}</span>}
        </li>
      ))}
    </ol>
  )
}
