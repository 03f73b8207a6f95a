import { useQuery } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing } from '../../ui/Page.tsx'
import { Segments } from '../../ui/Segments.tsx'
import type { Deciding } from './ImportPage.tsx'
import {
  acceptanceOf,
  decisionsQuery,
  type ImportWire,
  type KeptDecisionWire,
  problemsQuery,
} from './import.api.ts'
import { OneProblem } from './OneProblem.tsx'
import { ToCorrectLinks } from './ToCorrect.tsx'

/** The problems by kind, gravest first; each kind opens to its places. */
export function ProblemsTab({ draft, deciding }: { draft: ImportWire; deciding: Deciding }) {
  const { t } = useLanguage()
  const [severity, setSeverity] = useState<'error' | 'warning'>('error')
  const kinds = draft.problems
    .filter((kind) => kind.severity === severity)
    .toSorted((one, other) => other.open - one.open || other.count - one.count)
  const count = (of: 'error' | 'warning') =>
    draft.problems.filter((kind) => kind.severity === of).reduce((sum, kind) => sum + kind.count, 0)
  if (draft.problems.length === 0) return <Nothing text={t('imports.noProblems')} />
  return (
    <>
      <div className="filters">
        <Segments
          label={t('imports.tabs.problems')}
          value={severity}
          onChange={setSeverity}
          choices={(['error', 'warning'] as const).map((value) => ({
            value,
            label: `${t(`imports.severity.${value}`)} ${count(value)}`,
          }))}
        />
        <LinkButton href={address(`/imports/${draft.id}/problems.csv`)} download>
          {t('imports.problemList')}
        </LinkButton>
        {deciding.may && <ToCorrectLinks draft={draft} />}
      </div>
      {kinds.length === 0 && <Nothing text={t('imports.noProblems')} />}
      {kinds.map((kind) => (
        <Kind key={kind.code} kind={kind} draft={draft} deciding={deciding} />
      ))}
      <Decisions draft={draft} />
    </>
  )
}

function Kind(props: {
  kind: ImportWire['problems'][number]
  draft: ImportWire
  deciding: Deciding
}) {
  const { t, named } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const { kind } = props
  const mark = kind.open === 0 ? 'met' : kind.severity === 'error' ? 'pending' : 'na'
  return (
    <details className="kind" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className={`mark mark-${mark}`} aria-hidden>
          {kind.open === 0 ? '✓' : kind.severity === 'error' ? '!' : 'i'}
        </span>{' '}
        <strong>{named('imports.codes', kind.code)}</strong>{' '}
        <span className="muted">
          {kind.severity === 'error'
            ? t('imports.openCount', { open: kind.open, count: kind.count })
            : kind.count}
        </span>
      </summary>
      {isOpen && <Places {...props} />}
    </details>
  )
}

function Places({ kind, draft, deciding }: Parameters<typeof Kind>[0]) {
  const { t } = useLanguage()
  const query = useQuery({
    ...problemsQuery(draft.id, draft.version, { code: kind.code }),
    placeholderData: (before) => before,
  })
  return (
    <Loaded query={query}>
      {({ items }) => {
        const open = items.filter(({ settled }) => settled === null)
        const rows = [...new Map(open.map((one) => [`${one.sheet}${one.row}`, one])).values()]
        return (
          <>
            {deciding.may && kind.severity === 'error' && open.length > 1 && (
              <div className="actions gap-below">
                <Button
                  small
                  busy={deciding.isBusy}
                  onClick={() => deciding.decide(open.map(acceptanceOf))}
                >
                  {t('imports.acceptAll')}
                </Button>
                <Button
                  small
                  busy={deciding.isBusy}
                  onClick={() =>
                    deciding.decide(
                      rows.map(({ sheet, row }) => ({
                        kind: 'row',
                        sheet,
                        row,
                        choice: 'exclude',
                      })),
                    )
                  }
                >
                  {t('imports.excludeAll')}
                </Button>
              </div>
            )}
            <ul className="rows">
              {items.map((problem) => (
                <OneProblem key={problem.n} problem={problem} deciding={deciding} />
              ))}
            </ul>
          </>
        )
      }}
    </Loaded>
  )
}

/** What was decided so far, newest first: who and when. */
function Decisions({ draft }: { draft: ImportWire }) {
  const { t } = useLanguage()
  const query = useQuery(decisionsQuery(draft.id, draft.version))
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <details className="kind">
      <summary>
        {t('imports.decisions')} {items.length}
      </summary>
      <ul className="plain">
        {items.toReversed().map((one) => (
          <li key={one.seq}>
            {t(`imports.decided.${one.choice as 'correct'}`, placeOf(one))}{' '}
            <span className="muted">
              {one.by} {timeInChina(one.at)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function placeOf({ sheet, row, column, value }: KeptDecisionWire) {
  const cell = `${sheet}!${column ?? ''}${row}`
  return { cell, place: cell, value: value ?? '' }
}
