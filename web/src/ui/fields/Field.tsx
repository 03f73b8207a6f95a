import { type ReactNode, useId } from 'react'
import { useLanguage } from '../language.ts'

/** What every field of a form has. */
export interface FieldProps<Value> {
  readonly label: ReactNode
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isRequired?: boolean
  /** The place in the form, so that the first wrong field can be found. */
  readonly name?: string
  readonly autoComplete?: string
}

/** What ties a control to its label, its hint and its error. */
export interface Ties {
  readonly id: string
  readonly name?: string
  readonly required?: boolean
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby'?: string
}

/** A label, a control, and below it what to know and what is wrong. */
export function Field(
  props: Pick<FieldProps<never>, 'label' | 'hint' | 'error' | 'isRequired' | 'name'> & {
    className?: string
    children: (ties: Ties) => ReactNode
  },
) {
  const id = useId()
  const { label, hint, error, isRequired, name } = props
  return (
    <div className={`field ${props.className ?? ''}`}>
      <label htmlFor={id}>
        {label}
        {isRequired && <Must />}
      </label>
      {props.children(tiesOf(id, { hint, error, isRequired, name }))}
      <Below id={id} hint={hint} error={error} />
    </div>
  )
}

interface Described {
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isRequired?: boolean | undefined
  readonly name?: string | undefined
}

/** The attributes that tie a control to its field. */
export function tiesOf(id: string, { hint, error, isRequired, name }: Described): Ties {
  const below = [hint ? `${id}-hint` : '', error ? `${id}-wrong` : ''].filter(Boolean).join(' ')
  return {
    id,
    ...(name && { name }),
    ...(isRequired && { required: true }),
    ...(error && { 'aria-invalid': true as const }),
    ...(below && { 'aria-describedby': below }),
  }
}

/** The mark of a field that cannot stay empty. */
export function Must() {
  const { t } = useLanguage()
  return (
    <span className="must" title={t('general.required')} aria-hidden>
      *
    </span>
  )
}

/** Hint and error under a control. */
export function Below(props: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {props.hint && (
        <div className="hint" id={`${props.id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.error && (
        <div className="wrong" id={`${props.id}-wrong`}>
          {props.error}
        </div>
      )}
    </>
  )
}
