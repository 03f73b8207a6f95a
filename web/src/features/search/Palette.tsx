import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLanguage } from '../../ui/language.ts'
import { NotYetFound } from '../../ui/NotYetFound.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { hitLines, type Line, moved, pageLines } from './lines.ts'
import { countsQuery, searchQuery } from './search.api.ts'

/** Jumps to any page or record: type, choose with the arrows, Enter. */
export function Palette(props: {
  pages: readonly { readonly to: string; readonly name: string }[]
  onGo: (to: string) => void
  onClose: () => void
}) {
  const { t } = useLanguage()
  const list = useId()
  const [typed, setTyped] = useState('')
  const sought = useRested(typed.trim(), 180)
  const [at, setAt] = useState(0)
  const [kind, setKind] = useState<string>()
  const query = useQuery(searchQuery(sought, kind))
  const found = sought === '' ? [] : hitLines(query.data?.items ?? [])
  const lines = [...(kind ? [] : pageLines(props.pages, typed)), ...found]
  const chosen = Math.min(at, Math.max(0, lines.length - 1))
  const go = (line: Line | undefined) => {
    if (!line) return
    props.onClose()
    props.onGo(line.to)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(lines[chosen])
    const next = moved(chosen, event.key, lines.length)
    if (next === chosen) return
    event.preventDefault()
    setAt(next)
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Dialog title={t('search.title')} onClose={props.onClose} className="palette">
      <input
        className="input"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={lines.length > 0 ? `${list}-${chosen}` : undefined}
        aria-label={t('search.title')}
        placeholder={t('search.hint')}
        maxLength={100}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setKind(undefined)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <ProblemAlert error={query.error} />
      <Kinds q={sought} kind={kind} onKind={setKind} />
      <div className="palette-list" id={list} role="listbox" aria-label={t('search.results')}>
        {lines.map((line, index) => (
          // The keys are handled in the field, which keeps the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={line.to}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={() => go(line)}
            onMouseMove={() => setAt(index)}
          >
            <Found line={line} />
          </div>
        ))}
      </div>
      {lines.length === 0 && !query.isFetching && <p className="muted">{t('search.nothing')}</p>}
      {query.data?.more && <p className="hint">{t('search.more')}</p>}
      <NotYetFound q={sought} kind={kind} />
      <p className="hint only-wide">{t('search.keys')}</p>
    </Dialog>
  )
}

/** How many of each kind there are; a kind shows its own alone. */
function Kinds(props: {
  q: string
  kind: string | undefined
  onKind: (kind: string | undefined) => void
}) {
  const { t, named } = useLanguage()
  const counts = useQuery(countsQuery(props.q)).data?.items ?? []
  if (props.q === '' || counts.length === 0) return null
  const turn = (kind: string | undefined) => () => props.onKind(kind)
  return (
    <fieldset className="palette-kinds" aria-label={t('search.kindsLabel')}>
      <button type="button" aria-pressed={props.kind === undefined} onClick={turn(undefined)}>
        {t('search.all')}
      </button>
      {counts.map(({ kind, count, more }) => (
        <button key={kind} type="button" aria-pressed={props.kind === kind} onClick={turn(kind)}>
          {t(more ? 'search.over' : 'search.about', { kind: named('search.kinds', kind), count })}
        </button>
      ))}
    </fieldset>
  )
}

function Found({ line }: { line: Line }) {
  const { named } = useLanguage()
  return (
    <>
      <span className="chip">{named('search.kinds', line.kind)}</span>{' '}
      {line.label && <span className="figure">{line.label} </span>}
      <Parts parts={line.parts} />
      {line.note && (
        <div className="muted palette-note">
          <Parts parts={line.note} />
        </div>
      )}
    </>
  )
}

function Parts({ parts }: { parts: Line['parts'] }) {
  return parts.map(({ text, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text in order
    hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  )
}

/** A text once nobody has typed for a moment. */
function useRested(text: string, ms: number): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return rested
}
