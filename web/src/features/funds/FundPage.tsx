import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { FundForm, type OpenFundForm } from './FundForm.tsx'
import { FundProjects } from './FundProjects.tsx'
import { type FundPowers, type FundWire, fundQuery } from './fund.api.ts'

/** One fund: how it stands, what it supports by stage, its ledger, and how it is assessed. */
export function FundPage({ id, may }: { id: string; may: FundPowers }) {
  const query = useQuery(fundQuery(id))
  return <Loaded query={query}>{(one) => <Whole one={one} may={may} />}</Loaded>
}

function Whole({ one, may }: { one: FundWire; may: FundPowers }) {
  const { t } = useLanguage()
  const [open, setOpen] = useState<OpenFundForm>()
  return (
    <>
      <PageHeader
        title={one.name}
        note={
          <>
            <span className="figure">{one.number}</span> {t(`funds.kinds.${one.kind}`)}
          </>
        }
      >
        {may.mayPay && (
          <Button kind="primary" onClick={() => setOpen({ is: 'payment' })}>
            {t('funds.enterPayment')}
          </Button>
        )}
        {may.mayDecide && one.supported.length > 0 && (
          <Button onClick={() => setOpen({ is: 'commitment' })}>{t('funds.promise')}</Button>
        )}
        {may.mayKeep && (
          <Button onClick={() => setOpen({ is: 'project' })}>{t('funds.startProject')}</Button>
        )}
        {may.mayDecide && (
          <Button onClick={() => setOpen({ is: 'rule' })}>{t('funds.changeRule')}</Button>
        )}
      </PageHeader>
      <div className="two">
        <Panel title={t('funds.position')}>
          <Position one={one} />
        </Panel>
        <Panel title={t('funds.portfolio')}>
          <Portfolio one={one} />
        </Panel>
      </div>
      <Panel title={t('funds.supported')}>
        <FundProjects one={one} may={may} onOpen={setOpen} />
      </Panel>
      <Panel
        title={t('funds.ledger')}
        extra={<ExportMenu path="/fund-ledger" filter={{ fund: one.id }} />}
      >
        <Ledger one={one} may={may} onOpen={setOpen} />
      </Panel>
      {one.findings.length > 0 && (
        <Panel
          title={t('funds.assessment')}
          extra={
            may.mayDecide && (
              <Button onClick={() => setOpen({ is: 'assessment' })}>{t('funds.assess')}</Button>
            )
          }
        >
          <Findings one={one} />
        </Panel>
      )}
      <Comments kind="fund" id={one.id} />
      <Panel title={t('history.title')}>
        <History path={`/funds/${one.id}/history`} group="funds" />
      </Panel>
      {open && <FundForm one={one} open={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Position({ one }: { one: FundWire }) {
  const { t } = useLanguage()
  return (
    <Facts>
      <Fact label={t('funds.cash')}>
        <strong>
          <Money fen={one.cashFen} />
        </strong>
      </Fact>
      <Fact label={t('funds.reserved')}>
        <Money fen={one.reservedFen} />
      </Fact>
      <Fact label={t('funds.free')}>
        <Money fen={one.freeFen} />
      </Fact>
      <Fact label={t('funds.fields.foundedOn')}>
        <DayText day={one.foundedOn} />
      </Fact>
      <Fact label={t('funds.fields.approvedBy')}>{one.approvedBy}</Fact>
      <Fact label={t('funds.fields.rule')}>{one.rule}</Fact>
      <Fact label={t('funds.fields.byMilestone')}>
        {t(one.byMilestone ? 'general.yes' : 'general.no')}
      </Fact>
      <Fact label={t('funds.fields.files')}>
        {one.files.length > 0 && <FileLinks files={one.files} />}
      </Fact>
      <Fact label={t('funds.fields.remark')}>{one.remark}</Fact>
    </Facts>
  )
}

/** Files as links. */
export function FileLinks({ files }: { files: FundWire['files'] }) {
  return files.map(({ sha256, name }) => (
    <div key={sha256}>
      <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
        {name}
      </a>
    </div>
  ))
}

function Portfolio({ one }: { one: FundWire }) {
  const { t } = useLanguage()
  if (one.portfolio.length === 0) return <Nothing text={t('funds.noProjects')} />
  return (
    <table className="grid">
      <thead>
        <tr>
          <th>{t('funds.stage')}</th>
          <th className="number">{t('funds.projects')}</th>
          <th className="number">{t('funds.committed')}</th>
          <th className="number">{t('funds.outlay')}</th>
        </tr>
      </thead>
      <tbody>
        {one.portfolio.map(({ stage, projects, committedFen, outlayFen }) => (
          <tr key={stage}>
            <td>{t(`funds.stages.${stage}`)}</td>
            <td className="number">{projects}</td>
            <td className="number">
              <Money fen={committedFen} />
            </td>
            <td className="number">
              <Money fen={outlayFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Ledger(props: { one: FundWire; may: FundPowers; onOpen: (open: OpenFundForm) => void }) {
  const { t } = useLanguage()
  const { one, may, onOpen } = props
  if (one.entries.length === 0) {
    return <Nothing text={t('funds.noEntries')} hint={t('funds.noEntriesHint')} />
  }
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('funds.day')}</th>
          <th>{t('funds.what')}</th>
          <th className="number">{t('funds.amount')}</th>
          <th className="number">{t('funds.cash')}</th>
          <th className="number">{t('funds.reserved')}</th>
          <th>{t('funds.reference')}</th>
        </tr>
      </thead>
      <tbody>
        {one.entries.map((entry) => (
          <tr key={entry.seq} className={entry.correctedBy === null ? '' : 'muted'}>
            <td className="nowrap figure">
              <small className="muted">{entry.seq}</small> {entry.on}
            </td>
            <td data-label={t('funds.what')}>
              {t(`funds.movements.${entry.kind}`)}{' '}
              {entry.corrects !== null && t('funds.corrects', { line: entry.corrects })}
              {entry.correctedBy !== null && (
                <span className="chip chip-expired">
                  {t('funds.correctedBy', { line: entry.correctedBy })}
                </span>
              )}
              <div>
                <small className="muted">{entry.project ?? entry.party}</small>
              </div>
            </td>
            <td className="number" data-label={t('funds.amount')}>
              <Money fen={entry.fen} />
            </td>
            <td className="number" data-label={t('funds.cash')}>
              <Money fen={entry.cashFen} />
            </td>
            <td className="number" data-label={t('funds.reserved')}>
              <Money fen={entry.reservedFen} />
            </td>
            <td data-label={t('funds.reference')}>
              {entry.reference} <small className="muted">{entry.by}</small>
              <FileLinks files={entry.files} />
              {mayCorrect(entry, may) && (
                <div>
                  <Button
                    small
                    kind="quiet"
                    onClick={() => onOpen({ is: 'correction', line: entry.seq })}
                  >
                    {t('funds.correct')}
                  </Button>
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whoever may say such a line may take it back, once. */
function mayCorrect({ kind, correctedBy }: FundWire['entries'][number], may: FundPowers): boolean {
  if (kind === 'corrected' || correctedBy !== null) return false
  return kind === 'committed' || kind === 'released' ? may.mayDecide : may.mayPay
}

function Findings({ one }: { one: FundWire }) {
  const { t, say } = useLanguage()
  const told = one.assessment
  return (
    <>
      {told ? (
        <p>
          {t('funds.preservationWeight')} <span className="figure">{told.preservationWeight}</span>
          {' · '}
          {t('funds.largestOtherWeight')} <span className="figure">{told.largestOtherWeight}</span>
        </p>
      ) : (
        <p className="muted">{t('funds.notAssessed')}</p>
      )}
      <ul className="rows">
        {one.findings.map(({ norm, title, status, articles }) => (
          <li key={norm}>
            <StatusMark status={status} /> <a href={`/policies/norms/${norm}`}>{say(title)}</a>{' '}
            {articles.map((cite) => (
              <CiteText key={`${cite.source}#${cite.at}`} cite={cite} />
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
