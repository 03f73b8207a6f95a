import { useMutation } from '@tanstack/react-query'
import { type StoredFile, storeFile } from '../../api/files.ts'
import { Button } from '../Button.tsx'
import { useLanguage } from '../language.ts'
import { ProblemAlert } from '../ProblemAlert.tsx'
import { Must } from './Field.tsx'

/** Papers and photos: stored as they are chosen, named by their content. */
export function FilesField(props: {
  files: readonly StoredFile[]
  /** What is to be attached, where it is one thing. */
  label?: string
  isRequired?: boolean
  /** What is wrong with what is attached, or that nothing is. */
  error?: string | undefined
  /** Offers the camera of a phone as well. */
  withCamera?: boolean
  /** What one of them can be; asked beside each. */
  kinds?: readonly { readonly value: string; readonly label: string }[]
  onChange: (change: (before: readonly StoredFile[]) => readonly StoredFile[]) => void
}) {
  const { t } = useLanguage()
  const store = useMutation({
    mutationFn: storeFile,
    onSuccess: (file) =>
      props.onChange((before) => [...before.filter(({ sha256 }) => sha256 !== file.sha256), file]),
  })
  return (
    <fieldset className="field">
      <legend>
        {props.label ?? t('general.files')}
        {props.isRequired && <Must />}
      </legend>
      {props.files.length > 0 && (
        <ul className="files">
          {props.files.map(({ name, sha256, size, as }) => (
            <li key={sha256}>
              <span>
                {name} <span className="muted">{sizeText(size)}</span>
              </span>
              {props.kinds && (
                <select
                  className="input file-kind"
                  aria-label={t('general.fileKind', { name })}
                  value={as ?? ''}
                  onChange={({ target }) =>
                    props.onChange((before) =>
                      before.map((file) =>
                        file.sha256 === sha256 ? { ...file, as: target.value || undefined } : file,
                      ),
                    )
                  }
                >
                  <option value="">{t('general.choose')}</option>
                  {props.kinds.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
              <Button
                kind="quiet"
                small
                onClick={() =>
                  props.onChange((before) => before.filter((file) => file.sha256 !== sha256))
                }
              >
                {t('general.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="drops">
        <Drop
          label={store.isPending ? t('general.storing') : t('general.addFiles')}
          onFiles={(files) => files.forEach((file) => void store.mutate(file))}
        />
        {props.withCamera && (
          <Drop
            label={t('general.takePhoto')}
            isCamera
            onFiles={(files) => files.forEach((file) => void store.mutate(file))}
          />
        )}
      </div>
      <ProblemAlert error={store.error} />
      {props.error && <div className="wrong">{props.error}</div>}
    </fieldset>
  )
}

function Drop(props: {
  label: string
  isCamera?: boolean
  onFiles: (files: readonly File[]) => void
}) {
  return (
    <div className="drop">
      {props.label}
      <input
        type="file"
        multiple={!props.isCamera}
        {...(props.isCamera && { accept: 'image/*', capture: 'environment' as const })}
        aria-label={props.label}
        onChange={({ target }) => {
          props.onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </div>
  )
}

/** The size of a file as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
