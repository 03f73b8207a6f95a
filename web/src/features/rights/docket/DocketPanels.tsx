import { useQuery } from '@tanstack/react-query'
import { countryWords, flagWords, stateWords } from '@yizhuan/docket'
import { ApiProblem } from '../../../api/problem.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Loaded, Nothing, Panel } from '../../../ui/Page.tsx'
import { AnnuityTable } from './AnnuityTable.tsx'
import { Deadlines } from './Deadlines.tsx'
import { type DocketWire, docketQuery } from './docket.api.ts'
import { Family } from './Family.tsx'
import { Files } from './Files.tsx'
import { Timeline } from './Timeline.tsx'

/** The docket of a right: where it stands, its fees and clocks, what befell it, its family. */
export function DocketPanels(props: { id: string; mayWrite: boolean; mayDecide: boolean }) {
  const { id, mayWrite, mayDecide } = props
  const { t } = useLanguage()
  const query = useQuery(docketQuery(id))
  // Fees and clocks are for those who keep them, and for the inventors.
  if (query.error instanceof ApiProblem && query.error.body.status === 403) return null
  return (
    <Loaded query={query}>
      {(docket) => (
        <>
          <Warnings docket={docket} />
          <div className="two">
            <Panel title={t('docket.standing')}>
              <Standing docket={docket} />
            </Panel>
            <Panel title={t('docket.clocks')}>
              <Clocks docket={docket} />
            </Panel>
          </div>
          {docket.annuities.length > 0 && (
            <Panel title={t('docket.annuities')}>
              <AnnuityTable id={id} docket={docket} mayWrite={mayWrite} mayDecide={mayDecide} />
            </Panel>
          )}
          <Deadlines id={id} docket={docket} mayWrite={mayWrite} />
          <Timeline id={id} docket={docket} mayWrite={mayWrite} />
          <Files id={id} docket={docket} mayWrite={mayWrite} />
          <Family id={id} docket={docket} mayWrite={mayWrite} />
        </>
      )}
    </Loaded>
  )
}

/** What must be seen before anything else: a loss, an assumption, a register that says less than it should. */
function Warnings({ docket }: { docket: DocketWire }) {
  const { t, say } = useLanguage()
  const { loss, assumedThrough, endedByStatus, neglect, abroad, isUnexamined, term } = docket
  return (
    <>
      {abroad && (
        <Callout tone="info" title={t('docket.abroad', { office: say(countryWords[abroad]) })}>
          <div>{t('docket.abroadHint')}</div>
        </Callout>
      )}
      {isUnexamined && (
        <Callout tone="due" title={t('docket.unexamined')}>
          <div>{t('docket.unexaminedHint')}</div>
        </Callout>
      )}
      {neglect && (
        <Callout
          tone="bad"
          title={t('docket.neglected', { deadline: say(neglect.title), day: neglect.ends })}
        >
          <div>{t('docket.restoreUnknown')}</div>
        </Callout>
      )}
      {loss && (
        <Callout tone="bad" title={t('docket.lost', { year: loss.year, day: loss.lostFrom })}>
          <div>
            {loss.restoreUntil
              ? t('docket.restoreUntil', { day: loss.restoreUntil })
              : t('docket.restoreUnknown')}{' '}
            {loss.obstacleUntil && t('docket.obstacleUntil', { day: loss.obstacleUntil })}
          </div>
          {loss.requestFen && (
            <div>
              {t('docket.restoreFee')} <Money fen={loss.requestFen} />
            </div>
          )}
        </Callout>
      )}
      {assumedThrough !== null && (
        <Callout tone="due" title={t('docket.assumed', { year: assumedThrough })}>
          <div>{t('docket.assumedHint')}</div>
        </Callout>
      )}
      {docket.isRenewalUnknown && term && (
        <Callout tone="due" title={t('docket.renewalUnknown', { day: term.endsOn })}>
          <div>{t('docket.renewalUnknownHint')}</div>
        </Callout>
      )}
      {endedByStatus && (
        <Callout tone="info" title={t('docket.endedByStatus')}>
          <div>{t('docket.endedByStatusHint')}</div>
        </Callout>
      )}
    </>
  )
}

function Standing({ docket }: { docket: DocketWire }) {
  const { t, say, named } = useLanguage()
  const { state, since, ending, flags, term, owners, priorityOn, isOurs, sources } = docket
  return (
    <Facts>
      <Fact label={t('docket.state')}>
        {say(stateWords[state])}
        {ending && ` · ${named('docket.endings', ending)}`}
        {!isOurs && ` · ${t('docket.notOurs')}`}
      </Fact>
      <Fact label={t('docket.since')}>{since && <DayText day={since} />}</Fact>
      <Fact label={t('docket.flags')}>
        {flags.length > 0 && (
          <span className="chips">
            {flags.map(({ flag, since: on }) => (
              <span key={flag} className="chip chip-open" title={on}>
                {say(flagWords[flag])}
              </span>
            ))}
          </span>
        )}
      </Fact>
      <Fact label={t('docket.priorityOn')}>{priorityOn && <DayText day={priorityOn} />}</Fact>
      <Fact label={t('docket.owners')}>{t('docket.ownerCount', { count: owners })}</Fact>
      <Fact label={t('docket.termEnds')}>
        {term && (
          <>
            <DayText day={term.endsOn} />{' '}
            <Source cite={term.cite} verified={term.verified} sources={sources} />
          </>
        )}
      </Fact>
    </Facts>
  )
}

/** From where a number comes, and whether anybody compared it with the source. */
export function Source(props: { cite: string; verified: boolean; sources: DocketWire['sources'] }) {
  const { t, say } = useLanguage()
  const [source = '', place = ''] = props.cite.split('#')
  const article = /^a(\d+)$/.exec(place)?.[1]
  const name = say(props.sources[source])
  return (
    <small className="muted">
      {article ? t('docket.article', { name, number: article }) : name}
      {!props.verified && ` · ${t('docket.unverified')}`}
    </small>
  )
}

function Clocks({ docket }: { docket: DocketWire }) {
  const { t, say } = useLanguage()
  if (docket.clocks.length === 0) return <Nothing text={t('docket.noClocks')} />
  return (
    <ul className="rows">
      {docket.clocks.map((clock) => (
        <li key={clock.key} className="docket-clock">
          <div>
            <strong>{say(clock.title)}</strong>{' '}
            {clock.type === 'opening' && <span className="chip">{t('docket.optional')}</span>}
            <div>
              <DayText day={clock.ends} />{' '}
              {clock.last !== clock.ends && (
                <small className="muted">{t('docket.moved', { day: clock.last })}</small>
              )}
            </div>
            {clock.leadsTo && clock.ends >= docket.today && (
              <small className="muted">
                {t('docket.leadsTo', { state: say(stateWords[clock.leadsTo]) })}
              </small>
            )}
            {clock.fee && <FeeOfClock fee={clock.fee} docket={docket} />}
            <div>
              <Source cite={clock.cite} verified={clock.verified} sources={docket.sources} />
            </div>
          </div>
          {clock.ends < docket.today && clock.type !== 'notice' && (
            <span className="chip chip-breached">{t('docket.over')}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What is to be paid to meet a clock, as far as it is known. */
function FeeOfClock(props: {
  fee: NonNullable<DocketWire['clocks'][number]['fee']>
  docket: DocketWire
}) {
  const { t, say } = useLanguage()
  const { fee, docket } = props
  const [isKnown, isWhole] = [fee.fen !== null, fee.besides === null]
  return (
    <div>
      {say(fee.title)} {isKnown && !isWhole && `${t('fees.atLeast')} `}
      {fee.fen === null ? (
        <span className="muted">{t('fees.amountUnknown')}</span>
      ) : (
        <Money fen={fee.fen} />
      )}{' '}
      {fee.isReduced && <span className="chip">{t('fees.reduced')}</span>}{' '}
      {fee.batch && <a href={`/fee-batches/${fee.batch.id}`}>{t('fees.inBatch')}</a>}
      {fee.besides && (
        <div>
          <small className="muted">{say(fee.besides)}</small>
        </div>
      )}
      <div>
        <Source cite={fee.cite} verified={fee.verified} sources={docket.sources} />
      </div>
    </div>
  )
}
