import { useLanguage } from '../../ui/language.ts'
import type { ImportWire } from './import.api.ts'

const states = ['new', 'changed', 'present', 'refused', 'excluded', 'duplicate'] as const

/** How the rows of each table stand; every figure leads to its rows. */
export function Counts({ draft }: { draft: ImportWire }) {
  const { t, named } = useLanguage()
  const shown = states.filter((state) => draft.counts.some((table) => table.states[state]))
  const sum = (state: (typeof states)[number]) =>
    draft.counts.reduce((all, table) => all + (table.states[state] ?? 0), 0)
  return (
    <div className="scroll panel counts">
      <table className="grid">
        <thead>
          <tr>
            <th>{t('imports.table')}</th>
            {shown.map((state) => (
              <th key={state} className="num" title={t(`imports.stateHints.${state}`)}>
                {t(`imports.rowStates.${state}`)}
              </th>
            ))}
            <th className="num">{t('imports.willWrite')}</th>
          </tr>
        </thead>
        <tbody>
          {draft.counts.map(({ table, states: of, written }) => (
            <tr key={table}>
              <th scope="row">{named('imports.tables', table)}</th>
              {shown.map((state) => (
                <td key={state} className="num">
                  {of[state] ? (
                    <a
                      className={state === 'refused' ? 'to-settle' : undefined}
                      href={`/imports/${draft.id}?tab=rows&table=${table}&state=${state}`}
                    >
                      {of[state]}
                    </a>
                  ) : (
                    <span className="muted">0</span>
                  )}
                </td>
              ))}
              <td className="num">{written}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('imports.total')}</th>
            {shown.map((state) => (
              <td key={state} className="num">
                {sum(state)}
              </td>
            ))}
            <td className="num">{draft.written}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
