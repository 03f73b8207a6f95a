import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { RecordPicker } from '../../ui/RecordPicker.tsx'
import { beginClaim, type FindingWire, findAchievements, useReread } from './finding.api.ts'

/** Begins a claim: of which achievement, since when, on what grounds. */
export function BeginClaim({ of, onClose }: { of: FindingWire; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useReread()
  const [chosen, choose] = useState<
    readonly { readonly id: string; readonly number: string; readonly title: string }[]
  >([])
  const [about, setAbout] = useState(of.decisions[0]?.reason ?? '')
  const [from, setFrom] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const send = useMutation({
    mutationFn: () =>
      beginClaim(of.id, {
        ...{ achievement: chosen[0]?.id ?? null, about, from },
        files: files.map(({ sha256, name, size }) => ({ sha256, name, size })),
      }),
    onSuccess: async () => {
      await reread()
      onClose()
    },
  })
  const wrong = fieldErrors(send.error, ['achievement', 'about', 'from', 'files'])
  return (
    <Dialog title={t('outside.claim.begin')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <p className="hint">{t('outside.claim.beginHint')}</p>
        <RecordPicker
          label={t('outside.claim.achievement')}
          findLabel={t('outside.claim.findAchievement')}
          chosen={chosen}
          onChange={(all) => choose(all.slice(-1))}
          name="claimed-achievement"
          find={findAchievements}
          text={({ number, title }) => `${number} ${title}`}
          error={wrong.at('achievement')}
        />
        {chosen.length === 0 && <p className="hint">{t('outside.claim.newAchievement')}</p>}
        <LongTextField
          label={t('outside.claim.about')}
          name="about"
          value={about}
          onChange={setAbout}
          error={wrong.at('about')}
          isRequired
          maxLength={800}
        />
        <DayField
          label={t('outside.claim.from')}
          name="from"
          value={from}
          onChange={setFrom}
          error={wrong.at('from')}
          isRequired
        />
        <FilesField
          error={wrong.at('files')}
          label={t('outside.claim.grounds')}
          files={files}
          onChange={(change) => setFiles(change)}
        />
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            busy={send.isPending}
            disabled={about.trim() === '' || from === ''}
          >
            {t('outside.claim.begin')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
