import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { SmallForm } from '../../../ui/SmallForm.tsx'
import { useDepartments } from '../../../ui/useDepartments.ts'
import { budgetsQuery, departmentBudgetsQuery, stateBudget } from './fee.api.ts'

/** States what may be spent on fees in a year. */
export function StateBudget({ years }: { years: readonly number[] }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { names } = useDepartments()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t('fees.stateBudget')}
      </Button>
      {isOpen && (
        <SmallForm
          title={t('fees.stateBudget')}
          lead={t('fees.stateBudgetLead')}
          asked={[
            {
              name: 'year',
              label: t('fees.calendarYear'),
              as: 'choice',
              isRequired: true,
              first: String(years[0] ?? ''),
              choices: years.map((year) => ({ value: String(year), label: String(year) })),
            },
            {
              name: 'department',
              label: t('fees.department'),
              hint: t('fees.departmentHint'),
              as: 'choice',
              choices: names.map((name) => ({ value: name, label: name })),
            },
            { name: 'fen', label: t('fees.budgetFen'), as: 'amount', isRequired: true },
            {
              name: 'document',
              label: t('fees.budgetDocument'),
              hint: t('fees.budgetDocumentHint'),
              as: 'line',
              isRequired: true,
            },
          ]}
          act={t('fees.stateBudget')}
          isOnce
          onSend={(body) => stateBudget(bodyOf(body))}
          onDone={() => client.invalidateQueries({ queryKey: ['fees'] })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

type Stated = Parameters<typeof stateBudget>[0]

// The server checks every field and names the one that is wrong.
const bodyOf = (body: Readonly<Record<string, unknown>>) =>
  ({ ...body, year: Number(body['year']) }) as Stated

/** What was stated, by whom and by what; the newest of a year counts. */
export function BudgetsStated() {
  const { t } = useLanguage()
  const { data } = useQuery(budgetsQuery)
  if (!data || data.items.length === 0) return null
  return (
    <details>
      <summary>{t('fees.budgetsStated')}</summary>
      <ul className="rows">
        {data.items.map(({ id, year, department, fen, document, statedOn, statedName }) => (
          <li key={id}>
            <span className="figure">{year}</span> {department ?? t('fees.wholeHouse')}{' '}
            <Money fen={fen} /> {document}{' '}
            <small className="muted">
              {statedName} · {statedOn}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What the departments may spend in a year, beside what the fees of their rights come to. */
export function DepartmentBudgets({ years }: { years: readonly number[] }) {
  const { t } = useLanguage()
  const [chosen, choose] = useState<number>()
  const year = chosen ?? years[0]
  if (year === undefined) return null
  return (
    <details>
      <summary>{t('fees.departmentBudgets', { year })}</summary>
      <p>
        <Segments
          label={t('fees.calendarYear')}
          value={`${year}`}
          onChange={(next) => choose(Number(next))}
          choices={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
        />
      </p>
      <ExportMenu path="/fee-budgets/departments" filter={{ year: `${year}` }} />
      <OfDepartments year={year} />
    </details>
  )
}

function OfDepartments({ year }: { year: number }) {
  const { t } = useLanguage()
  const { data } = useQuery(departmentBudgetsQuery(year))
  if (!data) return null
  if (data.items.length === 0) {
    return <p className="muted">{t('fees.noDepartmentBudgets', { year })}</p>
  }
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('fees.department')}</th>
          <th>{t('fees.budgetFen')}</th>
          <th>{t('fees.planned')}</th>
          <th>{t('fees.committed')}</th>
        </tr>
      </thead>
      <tbody>
        {data.items.map(({ department, budgetFen, plannedFen, committedFen }) => (
          <tr key={department}>
            <td>{department}</td>
            <td className="nowrap" data-label={t('fees.budgetFen')}>
              {budgetFen === null ? '—' : <Money fen={budgetFen} />}{' '}
              {budgetFen !== null &&
                BigInt(plannedFen) + BigInt(committedFen) > BigInt(budgetFen) && (
                  <span className="chip chip-due">{t('fees.beyondBudget')}</span>
                )}
            </td>
            <td className="nowrap" data-label={t('fees.planned')}>
              <Money fen={plannedFen} />
            </td>
            <td className="nowrap" data-label={t('fees.committed')}>
              <Money fen={committedFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
