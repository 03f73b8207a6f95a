import { type FormEvent, useState } from 'react'
import type { StoredFile } from '../../../api/files.ts'
import { newId } from '../../../api/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { fieldErrors } from '../../../ui/fieldErrors.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceFields.tsx'
import { DayField, NumberField, ShareField } from '../../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../../ui/fields/FilesField.tsx'
import { TextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { partyRoles, type RightSharesWire, recordParties, useRereadShares } from './share.api.ts'

interface Line {
  readonly key: string
  readonly name: string
  readonly role: string
  readonly title: string
  readonly cost: string
  readonly until: string
}

const blank = () => ({
  ...{ key: newId(), name: '', role: 'owner', title: '', cost: '', until: '' },
})

/** What is known so far: the last shares, else the title of the achievement, else the names of the register. */
function firstLines({ sets, holders, coOwners, institution }: RightSharesWire): readonly Line[] {
  const [current] = sets
  if (current) {
    return current.parties.map(({ name, role, title, cost, reducedUntil }) => ({
      ...{ key: newId(), name, role, title: title ?? '', cost },
      until: reducedUntil === null ? '' : String(reducedUntil),
    }))
  }
  const roleOf = (name: string) => (name === institution ? 'own' : 'owner')
  if (holders.length > 0) {
    return holders.map(({ name, share }) => ({
      ...{ ...blank(), name, role: roleOf(name), title: share, cost: share },
    }))
  }
  const whole = coOwners.length === 0 ? '100%' : ''
  return [
    { ...blank(), name: institution, role: 'own', title: whole, cost: whole },
    ...coOwners.map((name) => ({ ...blank(), name })),
  ]
}

const shareIn = (typed: string) =>
  /^[\d.]+$/.test(typed.trim()) ? `${typed.trim()}%` : typed.trim()

/** Asks who owns a right, who bears its fees, and from when on. */
export function PartiesForm(props: { id: string; shares: RightSharesWire; onClose: () => void }) {
  const { t } = useLanguage()
  const { id, shares, onClose } = props
  const reread = useRereadShares(id)
  const [sent] = useState(newId)
  const [from, setFrom] = useState(shares.today)
  const [lines, setLines] = useState(() => firstLines(shares))
  const [basis, setBasis] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['from', 'basis', 'files'])
  const set = (key: string, changes: Partial<Line>) =>
    setLines((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      const parties = lines.map(({ name, role, title, cost, until }) => ({
        ...{ name, role: role as 'owner', cost: shareIn(cost) },
        title: title.trim() === '' ? null : shareIn(title),
        reducedUntil: until === '' ? null : Number(until),
      }))
      await recordParties(id, { id: sent, from, parties, basis, files: [...files] })
      await reread()
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('shares.record')} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <p className="hint">{t('shares.recordLead')}</p>
        <DayField
          name="from"
          label={t('shares.from')}
          value={from}
          onChange={setFrom}
          max={shares.today}
          error={wrong.at('from')}
          isRequired
        />
        {lines.map((line) => (
          <PartyFields
            key={line.key}
            line={line}
            onChange={(changes) => set(line.key, changes)}
            onRemove={() => setLines((all) => all.filter(({ key }) => key !== line.key))}
          />
        ))}
        <div className="actions">
          <Button small onClick={() => setLines((all) => [...all, blank()])}>
            + {t('shares.addParty')}
          </Button>
        </div>
        <TextField
          name="basis"
          label={t('shares.basis')}
          hint={t('shares.basisHint')}
          value={basis}
          onChange={setBasis}
          maxLength={500}
          error={wrong.at('basis')}
          isRequired
        />
        <FilesField
          error={wrong.at('files')}
          files={files}
          onChange={(change) => setFiles(change)}
          withCamera
        />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('shares.record')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function PartyFields(props: {
  line: Line
  onChange: (changes: Partial<Line>) => void
  onRemove: () => void
}) {
  const { t, named } = useLanguage()
  const { line, onChange } = props
  const at = (field: string) => `${field}-${line.key}`
  return (
    <fieldset className="item">
      <legend>{line.name || t('shares.party')}</legend>
      <TextField
        name={at('name')}
        label={t('shares.party')}
        value={line.name}
        onChange={(name) => onChange({ name })}
        maxLength={200}
        isRequired
      />
      <ChoiceField
        name={at('role')}
        label={t('shares.role')}
        value={line.role}
        onChange={(role) =>
          onChange({ role, ...(role === 'licensee' && { title: '', until: '' }) })
        }
        choices={partyRoles.map((value) => ({ value, label: named('shares.roles', value) }))}
      />
      <div className="item-line">
        {line.role !== 'licensee' && (
          <ShareField
            name={at('title')}
            label={t('shares.ofTitle')}
            value={line.title}
            onChange={(title) => onChange({ title })}
            isRequired
          />
        )}
        <ShareField
          name={at('cost')}
          label={t('shares.ofFees')}
          value={line.cost}
          onChange={(cost) => onChange({ cost })}
          isRequired
        />
      </div>
      {line.role !== 'licensee' && (
        <NumberField
          name={at('until')}
          label={t('shares.reducedUntil')}
          hint={t('shares.reducedHint')}
          value={line.until}
          onChange={(until) => onChange({ until })}
          min={2000}
          max={2200}
        />
      )}
      <Button kind="quiet" small onClick={props.onRemove}>
        {t('general.remove')}
      </Button>
    </fieldset>
  )
}
