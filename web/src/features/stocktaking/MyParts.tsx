import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { myPartsQuery } from './stocktaking.api.ts'

/** What somebody is asked when stock is taken, for the first page; nothing where they are not. */
export function MyParts() {
  const { t } = useLanguage()
  const { data } = useQuery(myPartsQuery)
  const open = (data?.items ?? []).filter(({ isOpen }) => isOpen)
  if (open.length === 0) return null
  return (
    <Panel title={t('stock.myParts')}>
      <dl className="defs">
        {open.map(({ campaign, part, campaignName, dueOn, lines, answered }) => (
          <div key={part}>
            <dt>
              <a href={`/my-stock/${campaign}/${part}`}>{campaignName}</a>
            </dt>
            <dd>
              {t('stock.myProgress', { answered, lines })}{' '}
              <small className="muted">{t('stock.until', { day: dueOn })}</small>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
