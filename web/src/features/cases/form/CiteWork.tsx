import { useQuery } from '@tanstack/react-query'
import type { CitableWire } from '@yizhuan/server/wire/projects/project'
import { read, withQuery } from '../../../api/client.ts'
import { useLanguage } from '../../../ui/language.ts'
import type { Values } from './filled.ts'

/** An entry of the ledger of work as a plan cites it. */
export interface Cited {
  readonly entry: string
  readonly number: string
  readonly on: string
  readonly kind: string
  readonly share?: string | undefined
  readonly words: string
  readonly answer?: 'confirmed' | 'disputed' | undefined
}

/** The entries of the ledger of work about somebody, ticked as the ground of their share. */
export function CiteWork(props: {
  label: string
  achievement: string
  /** Whom it is for. */
  item: Values
  error: string | undefined
  onChange: (chosen: readonly Cited[]) => void
}) {
  const { t, say } = useLanguage()
  const { achievement, item, onChange } = props
  const { data } = useQuery({
    queryKey: ['citable', achievement],
    queryFn: () =>
      read<{ items: readonly CitableWire[] }>(
        withQuery('/project-entries/citable', { achievement }),
      ),
    staleTime: 60_000,
    retry: false,
  })
  const theirs = (data?.items ?? []).filter(({ personId, personName }) =>
    personId === null ? personName === item['name'] : personId === item['person'],
  )
  if (theirs.length === 0) return null
  const chosen = (item['workload'] ?? []) as readonly Cited[]
  const toggle = (one: CitableWire) => {
    const rest = chosen.filter(({ entry }) => entry !== one.entry)
    onChange(rest.length < chosen.length ? rest : [...chosen, citedOf(one)])
  }
  return (
    <fieldset className="field">
      <legend>{props.label}</legend>
      <ul className="plain">
        {theirs.map((one) => (
          <li key={one.entry}>
            <label className="check">
              <input
                type="checkbox"
                checked={chosen.some(({ entry }) => entry === one.entry)}
                onChange={() => toggle(one)}
              />
              <span>
                {say(one.label)} {one.share && <strong>{one.share}</strong>} {one.words}{' '}
                <small className="muted">
                  {one.project} · {one.onDay} ·{' '}
                  {one.answer === null ? t('projects.unanswered') : t(`projects.${one.answer}`)}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {props.error && <div className="wrong">{props.error}</div>}
    </fieldset>
  )
}

function citedOf({ entry, project, onDay, kind, share, words, answer }: CitableWire): Cited {
  const told = { ...(share && { share }), words, ...(answer && { answer }) }
  return { entry, number: project, on: onDay, kind, ...told }
}

/** What a share rests on, as the act says it. */
export function CitedWork({ of }: { of: readonly Cited[] }) {
  const { t, named, listed } = useLanguage()
  return listed(
    of.map(
      ({ number, on, kind, share, answer }) =>
        `${number} ${on} ${named('projects.values', kind)}${share ? ` ${share}` : ''} ${t(`projects.${answer ?? 'unanswered'}`)}`,
    ),
  )
}
