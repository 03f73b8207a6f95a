import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { address } from '../../api/client.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { Waterfall, type WaterfallLine } from '../../ui/Waterfall.tsx'
import { type RewardWire, type StatementWire, statementQuery } from './payout.api.ts'
import { toneOfPayment } from './tones.ts'
import { YearStatement } from './YearStatement.tsx'
import { Unknown, Years } from './Years.tsx'

/** What somebody got of transfers, from the receipts down to their part; their own page, or for finance. */
export function Statement(props: {
  person?: string
  /** What else came to somebody, for their own page. */
  besides?: ReactNode
}) {
  const { person, besides } = props
  const { t } = useLanguage()
  const query = useQuery(statementQuery(person))
  return (
    <Loaded query={query}>
      {(statement) => (
        <>
          <PageHeader
            title={
              person === undefined
                ? t('rewards.title')
                : t('rewards.titleOf', { name: statement.person.name })
            }
            note={statement.institution}
          >
            {statement.rewards.length + statement.underWay.length > 0 &&
              (['pdf', 'docx'] as const).map((format) => (
                <LinkButton
                  key={format}
                  href={address(`/people/${statement.person.id}/statement/${format}`)}
                  download
                >
                  {format.toUpperCase()}
                </LinkButton>
              ))}
            {person === undefined && <ExportMenu path="/rewards" />}
          </PageHeader>
          <Told statement={statement} />
          {besides}
        </>
      )}
    </Loaded>
  )
}

function Told({ statement }: { statement: StatementWire }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const year = params.get('year')
  const { years, rewards, owed, recoveries, turns, bonuses, underWay } = statement
  const all = [rewards, underWay, owed, recoveries, turns, bonuses]
  if (all.every(({ length }) => length === 0)) {
    return (
      <Panel>
        <Nothing text={t('rewards.none')} hint={t('rewards.noneHint')} />
      </Panel>
    )
  }
  return (
    <>
      <Years years={years} open={year} onOpen={(one) => params.set({ year: one })} />
      {year !== undefined && <YearStatement statement={statement} year={year} />}
      {owed.length > 0 && <Owed items={owed} />}
      {underWay.length > 0 && <UnderWay items={underWay} />}
      {rewards.map((reward) => (
        <Reward key={`${reward.caseId}/${reward.seq}`} reward={reward} />
      ))}
      {bonuses.length > 0 && <Bonuses items={bonuses} />}
      {turns.length > 0 && <Turns items={turns} />}
      {recoveries.length > 0 && <Recoveries items={recoveries} />}
    </>
  )
}

function UnderWay({ items }: { items: StatementWire['underWay'] }) {
  const { t, named } = useLanguage()
  return (
    <Panel title={t('rewards.underWay')}>
      <p className="hint">{t('rewards.underWayHint')}</p>
      <ul className="rows">
        {items.map((one) => (
          <li key={`${one.caseId}/${one.state}/${one.on}/${one.amountFen}`}>
            <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a> {one.title}
            <div>
              <Money fen={one.amountFen} />{' '}
              <span className={`chip ${toneOfPayment[one.state]}`}>
                {named('payouts.paymentStates', one.state)}
              </span>{' '}
              <small className="muted">
                {one.on} {one.accountMasked}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** From everything that arrived to one person's part. */
export function linesOf(
  reward: RewardWire,
  say: (words: { zh: string; en: string }) => string,
  t: (key: string) => string,
): readonly WaterfallLine[] {
  const people = reward.layers.find(({ id }) => id === 'contributors')
  const others = reward.layers.filter(({ id }) => id !== 'contributors')
  return [
    ...reward.lines.map((line, at) => ({
      id: `line${at}`,
      label: say(line.label),
      fen: line.amountFen,
      effect: line.effect,
      cite: line.cite,
      ...(line.remark && { note: line.remark }),
    })),
    { id: 'net', label: t('rewards.net'), fen: reward.netFen, effect: 'total' as const },
    ...others.map(({ id, amountFen, cite }) => ({
      id,
      label: t(`rewards.layers.${id}`),
      fen: amountFen,
      effect: 'part' as const,
      ...(cite && { cite }),
    })),
    {
      id: 'people',
      label: t('rewards.layers.contributors'),
      fen: people?.amountFen ?? '0',
      effect: 'total' as const,
      ...(people?.cite && { cite: people.cite }),
    },
    ...reward.shares.map(({ name, amountFen, isOwn }, at) => ({
      id: `share${at}`,
      label: name ?? t('myMoney.others'),
      fen: amountFen,
      effect: 'part' as const,
      ...(isOwn && { note: t('rewards.own') }),
    })),
  ]
}

function Reward({ reward }: { reward: RewardWire }) {
  const { t, say } = useLanguage()
  const { tax } = reward
  return (
    <Panel
      title={
        <>
          <a href={`/cases/${reward.caseId}`}>{reward.caseNumber}</a> {reward.title}
        </>
      }
      extra={
        reward.reversedOn && (
          <span className="chip chip-breached">
            {t('rewards.reversed')} {reward.reversedOn}
          </span>
        )
      }
    >
      <Waterfall lines={linesOf(reward, say, t as (key: string) => string)} />
      <Facts>
        <Fact label={t('rewards.share')}>
          <Money fen={reward.shareFen} />
        </Fact>
        <Fact label={t('rewards.inShares')}>
          {reward.inSharesFen !== '0' && <Money fen={reward.inSharesFen} />}
        </Fact>
        <Fact label={t('rewards.had')}>
          {reward.hadFen !== '0' && <Money fen={reward.hadFen} />}
        </Fact>
        <Fact label={t('withheld.gross')}>
          <Money fen={reward.paidFen} />
        </Fact>
        <Fact label={t('withheld.tax')}>
          {reward.withheldFen !== null && <Money fen={reward.withheldFen} />}
          <Unknown fen={reward.taxUnknownFen} />
        </Fact>
        {reward.arrivedFen !== null && (
          <Fact label={t('withheld.net')}>
            <strong>
              <Money fen={reward.arrivedFen} />
            </strong>
          </Fact>
        )}
        <Fact label={t('rewards.on')}>
          <DayText day={reward.on} /> · {reward.proof}
        </Fact>
        <Fact label={t('rewards.tax')}>
          {tax.withheld !== null && t(tax.withheld ? 'rewards.withheld' : 'rewards.notWithheld')}
          {tax.relief && ` · ${t('rewards.relief')}`}
          {tax.countedFen !== null && (
            <>
              {' '}
              · {t('rewards.counted')} <Money fen={tax.countedFen} />
            </>
          )}
          <Window tax={tax} />
          {tax.rules.length > 0 && (
            <ul className="plain">
              {tax.rules.map(({ title, cite }) => (
                <li key={`${title.zh}${cite.at}`}>
                  <small>
                    {say(title)} <CiteText cite={cite} />
                  </small>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact label={t('rewards.payments')}>
          {reward.payments.length > 0 && <Paid payments={reward.payments} />}
        </Fact>
      </Facts>
    </Panel>
  )
}

/** Until when the relief was open, and both outcomes while nobody has decided on it. */
function Window({ tax: { relief, window } }: { tax: RewardWire['tax'] }) {
  const { t } = useLanguage()
  if (!window) return null
  const { state, lastDay, fullFen, reducedFen } = window
  return (
    <div>
      <small>
        {t(`rewards.window.${state}`)} <DayText day={lastDay} />
        {relief === null && (
          <>
            {' '}
            · {t('rewards.window.undecided')} <Money fen={reducedFen} /> ·{' '}
            {t('rewards.window.without')} <Money fen={fullFen} />
          </>
        )}
      </small>
    </div>
  )
}

function Paid({ payments }: { payments: RewardWire['payments'] }) {
  const { named } = useLanguage()
  return (
    <ul className="plain">
      {payments.map((one) => (
        <li key={`${one.on}/${one.state}/${one.amountFen}`}>
          <Money fen={one.amountFen} />{' '}
          <span className={`chip ${toneOfPayment[one.state]}`}>
            {named('payouts.paymentStates', one.state)}
          </span>{' '}
          <small className="muted">
            {one.on} {one.accountMasked}
          </small>
        </li>
      ))}
    </ul>
  )
}

/** Bonuses at grant: paid by hand, each with its tax where somebody said it. */
function Bonuses({ items }: { items: StatementWire['bonuses'] }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('rewards.bonuses')}>
      <ul className="rows">
        {items.map((one) => (
          <li key={`${one.title}/${one.on}/${one.amountFen}`}>
            {one.title}{' '}
            {one.kind === 'proceeds' && <span className="chip">{t('rewards.proceeds')}</span>}
            {one.kind === 'staff_award' && <span className="chip">{t('rewards.staffReward')}</span>}
            <div>
              <Money fen={one.amountFen} /> · <DayText day={one.on} /> · {t('withheld.of')}{' '}
              {one.withheldFen === null ? t('withheld.unknown') : <Money fen={one.withheldFen} />}{' '}
              {one.backFen !== '0' && (
                <>
                  · {t('correction.turnKinds.returned')} <Money fen={one.backFen} />{' '}
                </>
              )}
              · {one.proof}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Turns({ items }: { items: StatementWire['turns'] }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('correction.turns')}>
      <ul className="rows">
        {items.map((one) => (
          <li key={`${one.caseId}/${one.on}/${one.kind}/${one.amountFen}`}>
            <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a> {one.title}
            <div>
              {one.kind === 'returned' && '− '}
              <Money fen={one.amountFen} /> · {t(`correction.turnKinds.${one.kind}`)} ·{' '}
              <DayText day={one.on} /> · {one.proof}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Owed({ items }: { items: StatementWire['owed'] }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('rewards.owed')}>
      <p className="hint">{t('rewards.owedHint')}</p>
      <ul className="rows">
        {items.map((one) => (
          <li key={`${one.caseId}/${one.award}`}>
            <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a> {one.title}
            <div>
              <Money fen={one.amountFen} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Recoveries({ items }: { items: StatementWire['recoveries'] }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('rewards.recoveries')}>
      <ul className="rows">
        {items.map((one) => (
          <li key={`${one.caseId}/${one.on}/${one.proof}`}>
            <a href={`/cases/${one.caseId}`}>{one.caseNumber}</a> {one.title}
            <div>
              − <Money fen={one.amountFen} /> · {t(`rewards.ways.${one.way}`)} ·{' '}
              <DayText day={one.on} /> · {one.proof}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
