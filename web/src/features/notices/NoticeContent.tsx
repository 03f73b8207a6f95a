import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Scroll } from '../../ui/Scroll.tsx'

const told = [
  'subject',
  'achievement',
  'team',
  'mode',
  'counterparty',
  'pricingMethod',
  'price',
  'distribution',
  'terms',
] as const

/** The terms of a use that comes before payment, or cooperation. */
const termsOfUse = ['way', 'field', 'period', 'fee', 'trigger', 'fixedPrice', 'formula'] as const

/** What a notice puts before the public: the six fields, leading persons, or who receives what. */
export function NoticeContent({ content }: { content: Readonly<Record<string, unknown>> }) {
  const { t } = useLanguage()
  const text = (field: string) => (typeof content[field] === 'string' ? content[field] : '')
  const changed = text('text')
  const lines = [
    ...told.map((field) => [field, t(`notices.${field}`)] as const),
    ...termsOfUse.map((field) => [field, t(`notices.use.${field}`)] as const),
  ].filter(([field]) => text(field))
  return (
    <>
      {lines.length > 0 && (
        <dl className="defs">
          {lines.map(([field, label]) => [
            <dt key={field}>{label}</dt>,
            <dd key={`${field}-text`}>
              <Shown field={field} text={text(field)} />
            </dd>,
          ])}
        </dl>
      )}
      {changed && <p className="said">{changed}</p>}
      <Leaders rows={content['leaders']} />
      <Recipients rows={content['lines']} />
    </>
  )
}

function Shown({ field, text }: { field: string; text: string }) {
  const { named } = useLanguage()
  switch (field) {
    case 'mode':
    case 'way':
      return named('choice', text)
    case 'period':
      return <DayText day={text} />
    case 'fee':
    case 'fixedPrice':
      return <Money fen={text} />
    default:
      return text
  }
}

function Leaders({ rows }: { rows: unknown }) {
  const { t } = useLanguage()
  if (!Array.isArray(rows) || rows.length === 0) return null
  const columns = ['name', 'contribution', 'reward', 'share'] as const
  return (
    <Scroll label={t('notices.leaders')}>
      <h3>{t('notices.leaders')}</h3>
      <table className="grid stacks">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{t(`notices.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(rows as readonly Record<string, string>[]).map((row) => (
            <tr key={row['name']}>
              {columns.map((column) => (
                <td
                  key={column}
                  data-label={column === 'name' ? undefined : t(`notices.${column}`)}
                >
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Recipients({ rows }: { rows: unknown }) {
  const { t, named } = useLanguage()
  if (!Array.isArray(rows) || rows.length === 0) return null
  return (
    <Scroll label={t('notices.recipients')}>
      <table className="grid">
        <thead>
          <tr>
            <th>{t('notices.recipients')}</th>
            <th className="num">{t('notices.reward')}</th>
          </tr>
        </thead>
        <tbody>
          {(rows as readonly { party: string; who: string | null; amountFen: string }[]).map(
            ({ party, who, amountFen }) => (
              <tr key={`${party}${who}`}>
                <td>{who ?? named('notices.parties', party)}</td>
                <td className="num">
                  <Money fen={amountFen} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </Scroll>
  )
}
