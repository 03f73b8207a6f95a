import { useMutation } from '@tanstack/react-query'
import { Button } from '../../../ui/Button.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type StoredFile, storeFile } from '../case.api.ts'

/** The papers behind an act: stored as they are chosen, named by their content. */
export function FilesField(props: {
  files: readonly StoredFile[]
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
      <legend>{t('cases.files')}</legend>
      {props.files.length > 0 && (
        <ul className="files">
          {props.files.map(({ name, sha256, size }) => (
            <li key={sha256}>
              <span>
                {name} <span className="muted">{sizeText(size)}</span>
              </span>
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
      <div className="drop">
        {store.isPending ? t('form.storing') : t('form.drop')}
        <input
          type="file"
          multiple
          aria-label={t('cases.addFile')}
          onChange={({ target }) => {
            for (const file of target.files ?? []) store.mutate(file)
            target.value = ''
          }}
        />
      </div>
      <ProblemAlert error={store.error} />
    </fieldset>
  )
}

/** The size of a file as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
