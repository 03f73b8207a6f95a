import { useQuery } from '@tanstack/react-query'
import type { ReceiptPageWire } from '@yizhuan/server/wire/proceeds/receipt'
import { type ReactNode, useState } from 'react'
import { read } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { RecordFiles } from '../../ui/RecordFiles.tsx'
import { Total } from '../../ui/Total.tsx'
import { Amendments } from './Amendments.tsx'
import { howText } from './ContractList.tsx'
import { type ContractWire, contractQuery } from './contract.api.ts'
import { GrantConflicts } from './GrantConflicts.tsx'
import { HandForm } from './HandForm.tsx'
import { RelationsForm } from './RelationsForm.tsx'
import { ScopeForm } from './ScopeForm.tsx'

/** One contract: its terms, what it is about, what has arrived, its history. */
export function ContractPage(props: {
  id: string
  mayWrite: boolean
  mayGrant: boolean
  mayTakeBack: boolean
  money: ReactNode
  signatures: ReactNode
}) {
  const { id, mayWrite, mayGrant, mayTakeBack, money, signatures } = props
  const [isAmending, amend] = useState(false)
  const [isChanging, change] = useState(false)
  const [isRelating, relate] = useState(false)
  const { t, named } = useLanguage()
  const query = useQuery(contractQuery(id))
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <PageHeader
            title={one.title}
            note={
              <>
                {one.number ?? t('contracts.noNumber')} · {howText(one, named)}{' '}
                {one.status && (
                  <span className="chip">{named('contracts.statuses', one.status)}</span>
                )}
              </>
            }
          >
            {mayWrite && one.caseId === null && (
              <LinkButton href={`/cases/new?procedure=${procedureFor(one.kind)}&contract=${id}`}>
                {t('takeover.open')}
              </LinkButton>
            )}
          </PageHeader>
          <GrantConflicts one={one} />
          <div className="two">
            <Panel
              title={t('contracts.terms')}
              extra={
                mayWrite &&
                one.caseId === null && (
                  <Button onClick={() => change(true)}>{t('contracts.change')}</Button>
                )
              }
            >
              <Terms one={one} />
            </Panel>
            <Panel
              title={t('contracts.about')}
              extra={
                mayGrant && <Button onClick={() => relate(true)}>{t('contracts.relate')}</Button>
              }
            >
              <About one={one} />
            </Panel>
          </div>
          <Panel
            title={t('contracts.scope')}
            extra={
              mayGrant && <Button onClick={() => amend(true)}>{t('contracts.amendScope')}</Button>
            }
          >
            <Scope one={one} />
          </Panel>
          <Amendments one={one} mayWrite={mayGrant} mayTakeBack={mayTakeBack} />
          {money}
          <Panel title={t('contracts.receipts')}>
            <Receipts contract={one} />
          </Panel>
          <RecordFiles path={`/contracts/${id}`} />
          {signatures}
          <Comments kind="contract" id={id} />
          <Panel title={t('history.title')}>
            {one.caseId && (
              <p>
                {t('contracts.recordedInCase')}{' '}
                <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a>
              </p>
            )}
            <History
              path={`/contracts/${id}/history`}
              group="contracts"
              restores={mayWrite && one.caseId === null && { kind: 'contract', id }}
            />
          </Panel>
          {isAmending && <ScopeForm one={one} onClose={() => amend(false)} />}
          {isChanging && <HandForm one={one} onClose={() => change(false)} />}
          {isRelating && <RelationsForm one={one} onClose={() => relate(false)} />}
        </>
      )}
    </Loaded>
  )
}

/** The procedure of a case that takes a contract over. */
const procedureFor = (kind: string) => (kind === 'transfer' ? 'transfer' : 'service_contract')

function Terms({ one }: { one: ContractWire }) {
  const { t, named } = useLanguage()
  const money = (fen: string | null) => fen !== null && <Money fen={fen} />
  const period = (from: string | null, to: string | null) =>
    (from || to) && `${from ?? '…'} → ${to ?? '…'}`
  return (
    <Facts>
      <Fact label={t('contracts.fields.counterparty')}>{one.counterparty}</Fact>
      <Fact label={t('contracts.fields.counterpartyUscc')}>{one.counterpartyUscc}</Fact>
      <Fact label={t('contracts.fields.parties')}>
        {one.parties.length > 0 && (
          <ul className="bare">
            {one.parties.map(({ role, name, uscc, share }) => (
              <li key={`${role} ${name}`}>
                {named('contracts.partyRoles', role)} {name} {uscc} {share}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={t('contracts.fields.amountFen')}>{money(one.amountFen)}</Fact>
      <Fact label={t('contracts.fields.firstPaymentFen')}>{money(one.firstPaymentFen)}</Fact>
      <Fact label={t('contracts.fields.royaltyText')}>{one.royaltyText}</Fact>
      <Fact label={t('contracts.fields.pricing')}>
        {one.pricing && named('contracts.pricings', one.pricing)}
      </Fact>
      <Fact label={t('contracts.fields.appraisedFen')}>{money(one.appraisedFen)}</Fact>
      <Fact label={t('contracts.received')}>
        {(one.receivedFen !== null || one.receivedUnknown > 0) && (
          <Total fen={one.receivedFen} unknown={one.receivedUnknown} />
        )}
      </Fact>
      <Fact label={t('contracts.fields.signedOn')}>
        {one.signedOn && <DayText day={one.signedOn} />}
      </Fact>
      <Fact label={t('contracts.term')}>{period(one.termFrom, one.termTo)}</Fact>
      <Fact label={t('contracts.notice')}>{period(one.noticeFrom, one.noticeTo)}</Fact>
      <Fact label={t('contracts.fields.decision')}>{one.decision}</Fact>
      <Fact label={t('contracts.fields.registration')}>
        {one.registration && named('contracts.registrations', one.registration)}
      </Fact>
      <Fact label={t('contracts.fields.registrationNo')}>{one.registrationNo}</Fact>
      <Fact label={t('contracts.fields.registeredOn')}>
        {one.registeredOn && <DayText day={one.registeredOn} />}
      </Fact>
      <Fact label={t('contracts.fields.terminatedOn')}>
        {one.terminatedOn && <DayText day={one.terminatedOn} />}
      </Fact>
    </Facts>
  )
}

/** What is granted, for what use, where, and what else matters; longer than a line each. */
function Scope({ one }: { one: ContractWire }) {
  const { t, named } = useLanguage()
  const texts = [one.rightsGranted, one.field, one.territory, one.keyTerms, one.exclusivity]
  if (texts.every((text) => text === null)) return <Nothing text={t('contracts.noScope')} />
  return (
    <Facts>
      <Fact label={t('contracts.fields.rightsGranted')}>{one.rightsGranted}</Fact>
      <Fact label={t('contracts.fields.exclusivity')}>
        {one.exclusivity && named('contracts.exclusivities', one.exclusivity)}
      </Fact>
      <Fact label={t('contracts.fields.field')}>{one.field}</Fact>
      <Fact label={t('contracts.fields.territory')}>{one.territory}</Fact>
      <Fact label={t('contracts.fields.keyTerms')}>{one.keyTerms}</Fact>
    </Facts>
  )
}

function About({ one }: { one: ContractWire }) {
  const { t, listed } = useLanguage()
  const unknown = one.ledgerAchievements.filter(
    (number) => !one.achievements.some((achievement) => achievement.number === number),
  )
  const { lead, departments, patentNumbers, caseId, ledgerAchievements, achievements } = one
  const said = [lead, caseId, ...departments, ...patentNumbers, ...ledgerAchievements]
  if (achievements.length === 0 && !said.some(Boolean))
    return <p className="muted">{t('contracts.aboutNothing')}</p>
  return (
    <Facts>
      <Fact label={t('contracts.achievements')}>
        {(one.achievements.length > 0 || unknown.length > 0) && (
          <ul className="bare">
            {one.achievements.map((achievement) => (
              <li key={achievement.id}>
                <a href={`/achievements/${achievement.id}`}>
                  {achievement.number} {achievement.title}
                </a>
              </li>
            ))}
            {unknown.map((number) => (
              <li key={number} className="muted">
                {t('contracts.notRegistered', { number })}
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={t('contracts.fields.patentNumbers')}>
        {one.patentNumbers.length > 0 && (
          <ul className="bare">
            {one.patentNumbers.map((number) => (
              <li key={number} className="figure">
                <a href={`/rights?q=${encodeURIComponent(number)}`}>{number}</a>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={t('contracts.fields.lead')}>{one.lead}</Fact>
      <Fact label={t('contracts.fields.departments')}>{listed(one.departments)}</Fact>
      <Fact label={t('contracts.case')}>
        {one.caseId && <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a>}
      </Fact>
      <Fact label={t('contracts.fields.remark')}>{one.remark}</Fact>
    </Facts>
  )
}

function Receipts({ contract }: { contract: ContractWire }) {
  const { t } = useLanguage()
  const query = useQuery({
    queryKey: ['/receipts', { contract: contract.id }],
    queryFn: () => read<ReceiptPageWire>(`/receipts?contract=${contract.id}&limit=200`),
  })
  return (
    <Loaded query={query}>
      {({ items, totals }) =>
        items.length === 0 ? (
          <Nothing text={t('contracts.noReceipts')} />
        ) : (
          <table className="grid grid-links stacks">
            <thead>
              <tr>
                <th>{t('proceeds.fields.receivedOn')}</th>
                <th>{t('proceeds.fields.instalment')}</th>
                <th className="num">{t('proceeds.fields.amountFen')}</th>
                <th className="num">{t('proceeds.fields.netFen')}</th>
                <th className="num">{t('proceeds.fields.rewardFen')}</th>
                <th>{t('proceeds.fields.paidOn')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td className="nowrap figure">
                    <a href={`/receipts/${one.id}`}>{one.receivedOn ?? '—'}</a>
                  </td>
                  <td>{one.instalment}</td>
                  <td className="num" data-label={t('proceeds.fields.amountFen')}>
                    {one.amountFen && <Money fen={one.amountFen} />}
                  </td>
                  <td className="num" data-label={t('proceeds.fields.netFen')}>
                    {one.netFen && <Money fen={one.netFen} />}
                  </td>
                  <td className="num" data-label={t('proceeds.fields.rewardFen')}>
                    {one.rewardFen && <Money fen={one.rewardFen} />}
                  </td>
                  <td className="nowrap figure" data-label={t('proceeds.fields.paidOn')}>
                    {one.paidOn}
                  </td>
                </tr>
              ))}
            </tbody>
            {totals && (
              <tfoot>
                <tr>
                  <td colSpan={2}>{t('proceeds.totals', { count: totals.count })}</td>
                  <td className="num">
                    <Total fen={totals.amountFen} unknown={totals.unknown.amountFen} />
                  </td>
                  <td className="num">
                    <Total fen={totals.netFen} unknown={totals.unknown.netFen} />
                  </td>
                  <td className="num">
                    <Total fen={totals.rewardFen} unknown={totals.unknown.rewardFen} />
                  </td>
                  <td />
                </tr>
              </tfoot>
            )}
          </table>
        )
      }
    </Loaded>
  )
}
