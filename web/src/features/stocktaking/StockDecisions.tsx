import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../ui/language.ts'
import { type About, decidedQuery } from './stocktaking.api.ts'

/** What stock-takings decided of a right or an achievement, each a link to its line. */
export function StockDecisions({ about }: { about: About }) {
  const { t, named } = useLanguage()
  const { data } = useQuery(decidedQuery(about))
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <ul className="bare">
      {items.map((one) => (
        <li key={one.id}>
          <small>
            {t('stock.decidedIn')}{' '}
            <a href={`/stocktakings/${one.stocktaking}?line=${one.id}`}>{one.name}</a>{' '}
            {named('stock.outcome', one.outcome ?? 'none')}{' '}
            <span className="muted figure">{one.decidedOn ?? one.takenOn}</span>
          </small>
        </li>
      ))}
    </ul>
  )
}
