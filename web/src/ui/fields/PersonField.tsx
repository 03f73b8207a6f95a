import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { findPeople, type KnownPerson } from '../../api/people.ts'
import { useLanguage } from '../language.ts'
import { Field, type FieldProps } from './Field.tsx'

/** A person by name: chosen from the register, or typed where somebody is not in it. */
export function PersonField(
  props: FieldProps<string> & {
    /** Whether the name stands for somebody of the register. */
    isKnown: boolean
    onPerson: (person: KnownPerson) => void
  },
) {
  const { t } = useLanguage()
  const list = useId()
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const typed = props.value?.trim() ?? ''
  const { data = [] } = useQuery({
    queryKey: ['people', 'named', typed],
    queryFn: () => findPeople(typed),
    enabled: isOpen && typed !== '',
    staleTime: 60_000,
  })
  const isShown = isOpen && data.length > 0 && !props.isKnown
  const choose = (person: KnownPerson | undefined) => {
    if (person) props.onPerson(person)
    setOpen(false)
  }
  const press = (event: KeyboardEvent) => {
    if (!isShown) return
    if (event.key === 'ArrowDown') setAt((at + 1) % data.length)
    else if (event.key === 'ArrowUp') setAt((at - 1 + data.length) % data.length)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(data[at])
    else if (event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
  }
  return (
    <Field {...props} hint={props.isKnown ? `✓ ${t('general.knownPerson')}` : props.hint}>
      {(ties) => (
        <div className="person">
          <input
            {...ties}
            className="input"
            role="combobox"
            aria-expanded={isShown}
            aria-controls={list}
            aria-activedescendant={isShown ? `${list}-${at}` : undefined}
            autoComplete="off"
            maxLength={100}
            value={props.value ?? ''}
            onChange={({ target }) => {
              props.onChange(target.value)
              setOpen(true)
              setAt(0)
            }}
            onKeyDown={press}
            onBlur={() => setTimeout(() => setOpen(false), 150)}
          />
          <div
            className="person-list"
            id={list}
            role="listbox"
            aria-label={t('general.people')}
            hidden={!isShown}
          >
            {data.map((person, index) => (
              // The keys are handled in the field, which keeps the focus.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={person.id}
                id={`${list}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onClick={() => choose(person)}
              >
                {person.name}{' '}
                <span className="muted">
                  {[person.unit, person.staffNumber].filter(Boolean).join(' · ')}
                </span>
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  )
}
