import { useQuery } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { ClaimPanel } from './ClaimPanel.tsx'
import { DecideForm } from './DecideForm.tsx'
import { type FindingWire, findingQuery, toneOf } from './finding.api.ts'

/** One patent of others: whom it may name and why, what they say, what was decided. */
export function FindingPage({ id }: { id: string }) {
  const { t } = useLanguage()
  const query = useQuery(findingQuery(id))
  const [open, setOpen] = useState<'decide' | 'answer'>()
  const close = () => setOpen(undefined)
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader
            title={one.title}
            note={
              <>
                <span className="figure">{one.number}</span>{' '}
                {one.decision ? (
                  <span className={`chip ${toneOf[one.decision]}`}>
                    {t(`outside.decisions.${one.decision}`)}
                  </span>
                ) : (
                  <span className="chip">{t('outside.decisions.open')}</span>
                )}
              </>
            }
          >
            {one.mayAnswer && (
              <Button
                {...(!one.mayDecide && { kind: 'primary' as const })}
                onClick={() => setOpen('answer')}
              >
                {t('outside.answer')}
              </Button>
            )}
            {one.mayDecide && (
              <Button kind="primary" onClick={() => setOpen('decide')}>
                {t('outside.decide')}
              </Button>
            )}
          </PageHeader>
          <div className="two wide-left">
            <Panel title={t('outside.fields.matches')}>
              <Matches of={one} />
            </Panel>
            <Panel title={t('outside.listed')}>
              <Listed of={one} />
            </Panel>
          </div>
          <Panel title={t('outside.decided')}>
            <Decided of={one} />
          </Panel>
          {one.mayDecide && <ClaimPanel of={one} />}
          {one.mayDecide && <Comments kind="outside-patent" id={id} />}
          {one.mayDecide && (
            <Panel title={t('history.title')}>
              <History path={`/outside-patents/${id}/history`} group="outside" />
            </Panel>
          )}
          {open === 'decide' && <DecideForm id={id} onClose={close} />}
          {open === 'answer' && <AnswerForm id={id} onClose={close} />}
        </>
      )}
    </Loaded>
  )
}

function Matches({ of }: { of: FindingWire }) {
  const { t, listed } = useLanguage()
  return (
    <>
      <ul className="rows">
        {of.matches.map(({ personId, name, sureness, why }) => {
          const said = of.answers.find((one) => one.personId === personId)
          return (
            <li key={personId}>
              <strong>{name}</strong>{' '}
              <span className={`chip ${sureness === 'likely' ? 'chip-due' : ''}`}>
                {t(`outside.surenesses.${sureness}`)}
              </span>
              <div>
                <small className="muted">{listed(why.map((one) => t(`outside.why.${one}`)))}</small>
              </div>
              <div>
                {said ? (
                  <>
                    {t('outside.says')} <strong>{t(`outside.answers.${said.answer}`)}</strong>{' '}
                    {said.words} <small className="muted figure">{dayInChina(said.at)}</small>
                  </>
                ) : (
                  <small className="muted">{t('outside.notSaid')}</small>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      <p className="hint">{t('outside.neverCertain')}</p>
    </>
  )
}

function Listed({ of }: { of: FindingWire }) {
  const { t, listed, named } = useLanguage()
  return (
    <Facts>
      <Fact label={t('outside.fields.kind')}>{of.kind && named('rights.kinds', of.kind)}</Fact>
      <Fact label={t('outside.fields.applicants')}>{listed(of.applicants)}</Fact>
      <Fact label={t('outside.fields.inventors')}>{listed(of.inventors)}</Fact>
      <Fact label={t('outside.fields.filedOn')}>{of.filedOn && <DayText day={of.filedOn} />}</Fact>
      <Fact label={t('outside.fields.grantedOn')}>
        {of.grantedOn && <DayText day={of.grantedOn} />}
      </Fact>
      <Fact label={t('outside.fields.source')}>
        {of.source && (
          <>
            {of.source} <span className="muted figure">{of.readOn}</span>
          </>
        )}
      </Fact>
    </Facts>
  )
}

function Decided({ of }: { of: FindingWire }) {
  const { t } = useLanguage()
  if (of.decisions.length === 0) return <p className="muted">{t('outside.undecided')}</p>
  return (
    <ul className="rows">
      {of.decisions.map((one, at) => (
        <li key={one.at} className={at > 0 ? 'muted' : ''}>
          <strong>{t(`outside.decisions.${one.decision}`)}</strong> {one.by}{' '}
          <small className="muted figure">{dayInChina(one.at)}</small>
          {one.reason && <div>{one.reason}</div>}
          {one.task && (
            <div>
              {t('outside.fields.task')} {one.task} <span className="figure">{one.dueOn}</span>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
