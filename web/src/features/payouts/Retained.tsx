import { useQuery } from '@tanstack/react-query'
import type { RetainedLineWire, RetainedWire } from '@yizhuan/server/wire/payouts/retained/retained'
import { read, withQuery } from '../../api/client.ts'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'

/** What the institution keeps of the distributions of a year, what for, and what the law says of it. */
export function Retained() {
  const { t } = useLanguage()
  const params = useQueryParams()
  const year = params.get('year')
  const query = useQuery({
    queryKey: ['retained', year],
    queryFn: () => read<RetainedWire>(withQuery('/retained', { year })),
  })
  return (
    <>
      <PageHeader title={t('retained.title')} note={t('retained.lead')}>
        <ExportMenu path="/retained" filter={{ year }} />
      </PageHeader>
      <Loaded query={query}>
        {(found) => (
          <>
            <Panel>
              <div className="filters">
                <FilterSelect
                  label={t('rewards.year')}
                  empty={found.year}
                  value={year}
                  choices={found.years
                    .filter((one) => one !== found.year || year !== undefined)
                    .map((one) => ({ value: one, label: one }))}
                  onChange={(one) => params.set({ year: one })}
                />
              </div>
              {found.lines.length === 0 ? (
                <Nothing text={t('retained.none')} hint={t('retained.noneHint')} />
              ) : (
                <Sums found={found} />
              )}
            </Panel>
            <Findings found={found} />
            {found.lines.length > 0 && <Lines lines={found.lines} />}
          </>
        )}
      </Loaded>
    </>
  )
}

function Sums({ found }: { found: RetainedWire }) {
  const { t, named } = useLanguage()
  return (
    <table className="grid">
      <tbody>
        {found.purposes.map(({ purpose, amountFen }) => (
          <tr key={purpose}>
            <th scope="row">
              {named('choice', purpose)}
              {purpose === 'department' && (
                <div className="hint">{t('retained.departmentHint')}</div>
              )}
            </th>
            <td className="num">
              <Money fen={amountFen} />
            </td>
          </tr>
        ))}
        {found.unsaidFen !== '0' && (
          <tr>
            <th scope="row">
              {t('retained.unsaid')}
              <div className="hint">{t('retained.unsaidHint')}</div>
            </th>
            <td className="num">
              <Money fen={found.unsaidFen} />
            </td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('retained.all')}</th>
          <td className="num">
            <strong>
              <Money fen={found.keptFen} />
            </strong>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Findings({ found: { findings } }: { found: RetainedWire }) {
  const { t, say, listed } = useLanguage()
  if (findings.length === 0) return null
  return (
    <Panel title={t('retained.law')}>
      <ul className="rows">
        {findings.map(({ norm, title, status, isAdvisory, articles, missing, readings }) => (
          <li key={norm}>
            <StatusMark status={isAdvisory && status === 'breached' ? 'advised' : status} />{' '}
            {say(title)}{' '}
            {articles.map((cite) => (
              <CiteText key={`${cite.source}#${cite.at}`} cite={cite} />
            ))}
            {missing.length > 0 && (
              <div className="hint">
                {t('retained.missing')}
                {listed(missing.map(say))}
              </div>
            )}
            {readings.map(({ question, text }) => (
              <div className="hint" key={question.en}>
                {say(question)} {say(text)}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Lines({ lines }: { lines: readonly RetainedLineWire[] }) {
  const { t, named } = useLanguage()
  return (
    <Panel title={t('retained.byCase')}>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('rewards.on')}</th>
            <th>{t('retained.case')}</th>
            <th className="num">{t('retained.kept')}</th>
            <th>{t('retained.purposes')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a case may pay out twice on one day, alike in all.
            <tr key={at}>
              <td data-label={t('rewards.on')}>
                <DayText day={line.on} />
              </td>
              <td data-label={t('retained.case')}>
                {line.caseId === null ? (
                  <span className="muted">{t('retained.closed')}</span>
                ) : (
                  <>
                    <a href={`/cases/${line.caseId}`}>{line.caseNumber}</a> {line.title}
                  </>
                )}
              </td>
              <td className="num" data-label={t('retained.kept')}>
                <Money fen={line.keptFen} />
              </td>
              <td data-label={t('retained.purposes')}>
                {line.parts.length === 0 && <span className="muted">{t('retained.unsaid')}</span>}
                {line.parts.map(({ purpose, note, amountFen }) => (
                  <div key={`${purpose}/${note}/${amountFen}`}>
                    {named('choice', purpose)} <Money fen={amountFen} />{' '}
                    {note && <small className="muted">{note}</small>}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
