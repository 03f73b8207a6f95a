import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { BothLapses } from './BothLapses.tsx'
import { allQuery, type CompareAllWire } from './compare.api.ts'
import { DifferenceTable } from './DifferenceTable.tsx'
import type { Ways } from './ways.ts'

/** Every live case in both ways: how many differ and in what, then each of them. */
export function AllCases({ ways }: { ways: Ways }) {
  const query = useQuery(allQuery(ways))
  return <Loaded query={query}>{(all) => <Whole all={all} />}</Loaded>
}

function Whole({ all }: { all: CompareAllWire }) {
  const { t, say } = useLanguage()
  const params = useQueryParams()
  const drafts = { before: all.before.isDraft, after: all.after.isDraft }
  return (
    <>
      <BothLapses of={[all.before.lapses, all.after.lapses]} />
      <Panel title={t('compare.summary')}>
        <p>{t('compare.counts', { looked: all.looked, differ: all.items.length })}</p>
        {all.topics.length > 0 && (
          <ul className="plain topic-counts">
            {all.topics.map(({ topic, title, cases }) => (
              <li key={topic}>
                {say(title)} <span className="muted">{t('compare.inCases', { count: cases })}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('compare.list')}>
        {all.items.length === 0 && <Nothing text={t('compare.noDifference')} />}
        {all.items.map(({ id, number, title, rows }) => (
          <details key={id} className="example">
            <summary>
              {number} {title}{' '}
              <span className="muted">{t('compare.differences', { count: rows.length })}</span>
            </summary>
            <button
              type="button"
              className="link no-print"
              onClick={() => params.set({ case: id })}
            >
              {t('compare.whole')}
            </button>
            <DifferenceTable rows={rows} drafts={drafts} />
          </details>
        ))}
      </Panel>
    </>
  )
}
