import { type InputHTMLAttributes, useId, useState } from 'react'
import { Button } from '../Button.tsx'
import { useLanguage } from '../language.ts'
import { Field, type FieldProps } from './Field.tsx'

type Text = FieldProps<string> & {
  placeholder?: string
  width?: 'short' | 'medium'
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  maxLength?: number
  isFirst?: boolean
}

/** One line of text; `offers` are what is usual, and anything else may be typed. */
export function TextField(props: Text & { offers?: readonly string[] }) {
  const { value, onChange, autoComplete, placeholder, width, inputMode, maxLength, offers } = props
  const list = useId()
  return (
    <Field {...props}>
      {(ties) => (
        <>
          <input
            {...ties}
            className={`input ${width ? `input-${width}` : ''}`}
            value={value ?? ''}
            onChange={({ target }) => onChange(target.value)}
            autoComplete={autoComplete ?? 'off'}
            placeholder={placeholder}
            inputMode={inputMode}
            maxLength={maxLength}
            list={offers ? list : undefined}
            // biome-ignore lint/a11y/noAutofocus: a page that asks for one thing begins there
            autoFocus={props.isFirst === true}
          />
          {offers && (
            <datalist id={list}>
              {offers.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  )
}

/** Text of any length; the field grows with it. */
export function LongTextField(props: Text & { rows?: number }) {
  const { value, onChange, placeholder, maxLength, rows = 2 } = props
  return (
    <Field {...props}>
      {(ties) => (
        <textarea
          {...ties}
          className={`input ${rows === 1 ? 'one-line' : ''}`}
          rows={rows}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value)}
          placeholder={placeholder}
          maxLength={maxLength}
        />
      )}
    </Field>
  )
}

/** A password, hidden until its owner wants to see it. */
export function SecretField(props: Text) {
  const { t } = useLanguage()
  const [isShown, show] = useState(false)
  const { value, onChange, autoComplete } = props
  return (
    <Field {...props}>
      {(ties) => (
        <div className="secret">
          <input
            {...ties}
            className="input"
            type={isShown ? 'text' : 'password'}
            value={value ?? ''}
            onChange={({ target }) => onChange(target.value)}
            autoComplete={autoComplete}
          />
          <Button kind="quiet" small aria-pressed={isShown} onClick={() => show(!isShown)}>
            {isShown ? t('general.hide') : t('general.show')}
          </Button>
        </div>
      )}
    </Field>
  )
}
