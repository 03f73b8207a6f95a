import { parseRatio } from '@yizhuan/kit'
import { type Currency, perPieceText } from '@yizhuan/money'
import { Amount, amountText } from '../../ui/amounts.tsx'
import { Button } from '../../ui/Button.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { Audits } from './Audits.tsx'
import type { ContractMoneyWire, TermWire } from './money.api.ts'
import type { Open } from './Opened.tsx'

/** The royalties of a contract: what was agreed, what the licensee stated, and looks into its books. */
export function Royalties(props: {
  id: string
  money: ContractMoneyWire
  mayWrite: boolean
  mayDecide: boolean
  onOpen: (open: Open) => void
}) {
  const { t } = useLanguage()
  const { id, money, mayWrite, mayDecide, onOpen } = props
  const terms = money.terms.filter(({ kind }) => kind === 'royalty')
  return (
    <Panel
      title={t('receivables.royalties')}
      extra={
        mayWrite && (
          <>
            <Button onClick={() => onOpen({ is: 'audit' })}>{t('receivables.audit')}</Button>
            {terms.map(({ key }) => (
              <Button key={key} onClick={() => onOpen({ is: 'statement', term: key })}>
                {t('receivables.state')}
              </Button>
            ))}
          </>
        )
      }
    >
      {terms.map((term) => (
        <Bands key={term.key} term={term} currency={money.currency} />
      ))}
      {money.statements.length === 0 ? (
        <Nothing text={t('receivables.noStatements')} />
      ) : (
        <Statements money={money} />
      )}
      <Audits money={money} mayWrite={mayWrite} mayDecide={mayDecide} onOpen={onOpen} />
      <p className="reg-acts">
        {t('receivables.statements')}{' '}
        <ExportMenu path="/royalty-statements" filter={{ contract: id }} />{' '}
        {t('receivables.auditsAll')} <ExportMenu path="/royalty-audits" filter={{ contract: id }} />
      </p>
    </Panel>
  )
}

function Bands({ term, currency }: { term: TermWire; currency: string }) {
  const { t, clauses } = useLanguage()
  const { royalty, label } = term
  if (!royalty) return null
  const { unit } = royalty
  const each = (rate: string) =>
    unit === undefined ? rate : t('receivables.each', { unit, amount: pieceText(rate, currency) })
  const top = (upTo: string) =>
    unit === undefined ? amountText(upTo, currency) : countText(upTo, unit)
  const bands = royalty.bands.map(({ upTo, rate }) =>
    upTo === null
      ? t('receivables.bandAbove', { rate: each(rate) })
      : t('receivables.bandUpTo', { rate: each(rate), upTo: top(upTo) }),
  )
  return (
    <p>
      <strong>{label}</strong> {clauses(bands)} · {t(`receivables.counts.${royalty.counts}`)} ·{' '}
      {t('receivables.termFields.every')} {t(`receivables.periods.${royalty.every}`)}
      {royalty.minimum !== '0' &&
        ` · ${t('receivables.minimum', { amount: amountText(royalty.minimum, currency) })}`}{' '}
      <span className="muted figure">
        {royalty.from} – {royalty.to}
      </span>
    </p>
  )
}

/** What one piece costs, in its currency. */
function pieceText(rate: string, currency: string): string {
  const amount = perPieceText(parseRatio(rate), currency as Currency)
  return currency === 'CNY' ? `¥${amount}` : `${currency} ${amount}`
}

/** A number of pieces with what was counted. */
const countText = (count: string, unit: string) =>
  `${count.replace(/\B(?=(\d{3})+$)/g, ',')} ${unit}`

function Statements({ money }: { money: ContractMoneyWire }) {
  const { t } = useLanguage()
  const { currency } = money
  const isCounted = money.statements.some(({ baseUnit }) => baseUnit !== null)
  const base = isCounted ? 'receivables.fields.salesOrNumber' : 'receivables.fields.base'
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('receivables.fields.period')}</th>
          <th>{t('receivables.fields.statedOn')}</th>
          <th className="num">{t(base)}</th>
          <th className="num">{t('receivables.fields.earned')}</th>
          <th className="num">{t('receivables.fields.due')}</th>
          <th className="num">{t('receivables.fields.stated')}</th>
          <th className="num">{t('receivables.fields.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {money.statements.map((one) => (
          <tr key={one.id} className={one.isSuperseded ? 'muted' : undefined}>
            <td className="nowrap figure" data-label={t('receivables.fields.period')}>
              {one.periodFrom}
              {one.isSuperseded && <div>{t('receivables.superseded')}</div>}
            </td>
            <td className="nowrap figure" data-label={t('receivables.fields.statedOn')}>
              {one.receivedOn}
              {one.files.map((file) => (
                <div key={file.sha256}>
                  <a href={`/api/v1/files/${file.sha256}`}>{file.name}</a>
                </div>
              ))}
            </td>
            <td className="num" data-label={t(base)}>
              {one.baseUnit === null ? (
                <Amount minor={one.baseMinor} currency={currency} />
              ) : (
                <span className="figure">{countText(one.baseMinor, one.baseUnit)}</span>
              )}
            </td>
            {(
              [
                ['earned', one.earnedMinor],
                ['due', one.dueMinor],
                ['stated', one.statedMinor],
                ['difference', one.differenceMinor],
              ] as const
            ).map(([name, minor]) => (
              <td key={name} className="num" data-label={t(`receivables.fields.${name}`)}>
                <Amount minor={minor} currency={currency} />
                {name === 'due' && one.lessMinor !== '0' && (
                  <div className="muted">
                    {t('receivables.owesLess')} <Amount minor={one.lessMinor} currency={currency} />
                  </div>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
