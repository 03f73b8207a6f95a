import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../Button.tsx'
import { FilesField } from '../fields/FilesField.tsx'
import { useLanguage } from '../language.ts'
import { ProblemAlert } from '../ProblemAlert.tsx'
import { audienceQuery, type Subject } from './comments.api.ts'
import { type Person, stillNamed, typedName, withName } from './mention.ts'

/** Writes a comment; after an @ those who may read it are offered by name, or by how it is typed. */
export function CommentBox(props: {
  subject: Subject
  body?: string
  people?: readonly Person[]
  label: string
  error: unknown
  isBusy: boolean
  /** Whether files may come with it. */
  takesFiles?: boolean
  onSay: (body: string, people: readonly string[], files: readonly StoredFile[]) => void
  onCancel?: () => void
}) {
  const { t } = useLanguage()
  const list = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [body, setBody] = useState(props.body ?? '')
  const [chosen, setChosen] = useState(props.people ?? [])
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState(0)
  const offered = useQuery(audienceQuery(props.subject, typed)).data?.items ?? []
  const isOffering = typed !== undefined && offered.length > 0
  const look = () => {
    const { value = '', selectionStart = 0 } = field.current ?? {}
    setTyped(typedName(value, selectionStart))
    setAt(0)
  }
  const choose = (person: Person | undefined) => {
    const area = field.current
    if (!person || !area) return
    const next = withName(body, area.selectionStart, person.name)
    setBody(next.text)
    setChosen([...chosen, person])
    setTyped(undefined)
    requestAnimationFrame(() => {
      area.focus()
      area.setSelectionRange(next.cursor, next.cursor)
    })
  }
  const press = (event: KeyboardEvent) => {
    if (!isOffering || event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((at + step + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offered[at])
    else if (event.key === 'Escape') setTyped(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="comment-box">
      <textarea
        ref={field}
        className="input"
        rows={2}
        maxLength={4000}
        aria-label={props.label}
        placeholder={t('comments.hint')}
        role="combobox"
        aria-expanded={isOffering}
        aria-controls={list}
        aria-activedescendant={isOffering ? `${list}-${at}` : undefined}
        value={body}
        onChange={({ target }) => {
          setBody(target.value)
          look()
        }}
        onClick={look}
        onBlur={() => setTyped(undefined)}
        onKeyDown={press}
      />
      <div id={list} role="listbox" aria-label={t('comments.people')} hidden={!isOffering}>
        {isOffering &&
          offered.map((person, index) => (
            // The keys are handled in the field, which keeps the focus.
            <div
              key={person.person}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(person)
              }}
            >
              @{person.name}
            </div>
          ))}
      </div>
      {props.takesFiles && (
        <FilesField
          files={files}
          label={t('comments.files')}
          onChange={(change) => setFiles(change)}
        />
      )}
      <ProblemAlert error={props.error} />
      <div className="actions">
        <Button
          kind="primary"
          small
          busy={props.isBusy}
          disabled={body.trim() === ''}
          onClick={() =>
            props.onSay(
              body,
              stillNamed(body, chosen).map(({ person }) => person),
              files,
            )
          }
        >
          {props.label}
        </Button>
        {props.onCancel && (
          <Button small onClick={props.onCancel}>
            {t('general.cancel')}
          </Button>
        )}
      </div>
    </div>
  )
}
