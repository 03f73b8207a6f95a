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

/** What a notice puts before the public: the six fields, leading persons, or who receives what. */
export function NoticeContent({ content }: { content: Readonly<Record<string, unknown>> }) {
  const { t, named } = useLanguage()
  const text = (field: string) => (typeof content[field] === 'string' ? content[field] : '')
  const changed = text('text')
  return (
    <>
      {told.some(text) && (
        <dl className="defs">
          {told
            .filter(text)
            .map((field) => [
              <dt key={field}>{t(`notices.${field}`)}</dt>,
              <dd key={`${field}-text`}>
                {field === 'mode' ? named('choice', text(field)) : text(field)}
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

function Leaders({ rows }: { rows: unknown }) {
  const { t } = useLanguage()
  if (!Array.isArray(rows) || rows.length === 0) return null
  const columns = ['name', 'contribution', 'reward', 'share'] as const
  return (
    <Scroll label={t('notices.leaders')}>
      <h3>{t('notices.leaders')}</h3>
      <table className="grid">
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
                <td key={column}>{row[column]}</td>
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
