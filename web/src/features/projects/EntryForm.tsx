import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, ShareField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { PersonField } from '../../ui/fields/PersonField.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { addEntry, type EntryWire, type ProjectWire, useRereadProject } from './project.api.ts'

const asked = ['kind', 'onDay', 'personName', 'personId', 'words', 'share', 'files', 'corrects']

/** What is taken once somebody confirms that it is meant. */
const oddities = ['shares-above-whole', 'joined-already'] as const
type Odd = (typeof oddities)[number]

/** Adds an entry, or corrects one by a further entry. Who takes part speaks of themselves. */
export function EntryForm(props: {
  project: ProjectWire
  me: { id: string; name: string }
  corrects?: EntryWire
  onClose: () => void
}) {
  const { t, say } = useLanguage()
  const { project, me, corrects, onClose } = props
  const reread = useRereadProject(project.id)
  const isSelf = project.maySpeak === 'self'
  const [draft, setDraft] = useState({
    kind: corrects?.kind ?? 'progress',
    onDay: corrects?.onDay ?? '',
    personId: corrects ? corrects.personId : isSelf ? me.id : null,
    personName: corrects?.personName ?? (isSelf ? me.name : ''),
    words: corrects?.words ?? '',
    share: corrects?.share ?? '',
    isMeant: false,
  })
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, asked)
  const put = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }))
  // Asked once something is known to be odd, and no more where what it is about changes.
  const [odd, setOdd] = useState<Odd>()
  const putAnew = (changes: Partial<typeof draft>) => {
    setOdd(undefined)
    put({ ...changes, isMeant: false })
  }
  const asksShare = project.kinds.find(({ code }) => code === draft.kind)?.asksShare ?? false
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await addEntry(project.id, {
        ...draft,
        share: asksShare ? asPercent(draft.share) : null,
        files: [...files],
        corrects: corrects?.id ?? null,
      })
      await reread()
      onClose()
    } catch (problem) {
      setOdd((before) => oddities.find((rule) => refuses(problem, rule)) ?? before)
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t(corrects ? 'projects.correct' : 'projects.addEntry')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {corrects ? (
          <p className="hint">{t('projects.correctHint')}</p>
        ) : (
          <ChoiceField
            label={t('projects.fields.kind')}
            name="kind"
            value={draft.kind}
            onChange={(kind) => putAnew({ kind })}
            error={wrong.at('kind')}
            isRequired
            isFolded={false}
            choices={project.kinds.map(({ code, label }) => ({ value: code, label: say(label) }))}
          />
        )}
        {!corrects && !isSelf && (
          <PersonField
            label={t('projects.fields.person')}
            name="personName"
            value={draft.personName}
            isKnown={draft.personId !== null}
            isRequired
            error={wrong.at('personName') ?? wrong.at('personId')}
            onChange={(personName) => putAnew({ personName, personId: null })}
            onPerson={({ id, name }) => putAnew({ personId: id, personName: name })}
          />
        )}
        <DayField
          label={t('projects.fields.onDay')}
          name="onDay"
          value={draft.onDay}
          onChange={(onDay) => putAnew({ onDay })}
          error={wrong.at('onDay')}
          isRequired
        />
        {asksShare && (
          <ShareField
            label={t('projects.fields.share')}
            name="share"
            value={draft.share}
            onChange={(share) => putAnew({ share })}
            error={wrong.at('share')}
            isRequired
          />
        )}
        {odd && (
          <FlagField
            label={t(odd === 'joined-already' ? 'projects.isMeantAgain' : 'projects.isMeant')}
            name="isMeant"
            value={draft.isMeant}
            onChange={(isMeant) => put({ isMeant })}
          />
        )}
        <LongTextField
          label={t('projects.fields.words')}
          name="words"
          value={draft.words}
          onChange={(words) => put({ words })}
          error={wrong.at('words')}
          isRequired
          maxLength={4000}
        />
        <FilesField label={t('projects.files')} files={files} onChange={setFiles} withCamera />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('assets.record')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Whether a problem names a rule. */
function refuses(problem: unknown, rule: string): boolean {
  return (
    problem instanceof ApiProblem && (problem.body.errors ?? []).some((one) => one.rule === rule)
  )
}

/** `30` as it is meant: 30 %. */
function asPercent(typed: string): string {
  const text = typed.normalize('NFKC').trim()
  return /^[\d.]+$/.test(text) ? `${text}%` : text
}
