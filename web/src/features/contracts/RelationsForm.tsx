import { useQueryClient } from '@tanstack/react-query'
import type { AchievementPageWire } from '@yizhuan/server/wire/achievements/achievement'
import type { RelateContractWire } from '@yizhuan/server/wire/contracts/hand'
import { useState } from 'react'
import { read, withQuery, write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { ShareField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { RecordPicker } from '../../ui/RecordPicker.tsx'
import { type ContractWire, partyRoles } from './contract.api.ts'
import { useOpenedSeq } from './useOpenedSeq.ts'

interface DraftParty {
  readonly key: number
  readonly role: string
  readonly name: string
  readonly uscc: string
  readonly share: string
}

const findAchievements = async (q: string) =>
  (await read<AchievementPageWire>(withQuery('/achievements', { q, limit: 6 }))).items

/** Says who the parties of a contract are, and which achievements and patents it is about. */
export function RelationsForm({ one, onClose }: { one: ContractWire; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [achievements, relate] = useState<readonly { id: string; number: string; title: string }[]>(
    one.achievements,
  )
  const [patents, setPatents] = useState(one.patentNumbers.join('\n'))
  const [parties, setParties] = useState<readonly DraftParty[]>(
    one.parties.map(({ role, name, uscc, share }, key) => ({
      ...{ key, role, name, uscc: uscc ?? '', share: share ?? '' },
    })),
  )
  const [uscc, setUscc] = useState(one.counterpartyUscc ?? '')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const expectedSeq = useOpenedSeq(one.id)
  const wrong = fieldErrors(error, [
    ...['achievements', 'patentNumbers', 'counterpartyUscc', 'reason'],
    ...parties.map((_, at) => `parties/${at}/uscc`),
  ])
  const send = async () => {
    setBusy(true)
    setError(undefined)
    const share = (typed: string) =>
      typed === '' ? null : /^[\d.]+$/.test(typed) ? `${typed}%` : typed
    const body: RelateContractWire = {
      ...(uscc.trim() !== (one.counterpartyUscc ?? '') && {
        counterpartyUscc: uscc.trim().toUpperCase() || null,
      }),
      achievements: achievements.map(({ id }) => id),
      patentNumbers: patents
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      parties: parties.map((party) => ({
        ...{ role: party.role as 'other', name: party.name.trim() },
        ...{ uscc: party.uscc.trim() || null, share: share(party.share.trim()) },
      })),
      reason,
      ...(expectedSeq !== undefined && { expectedSeq }),
    }
    try {
      await write('PUT', `/contracts/${one.id}/relations`, body)
      await client.invalidateQueries({ queryKey: ['contract', one.id] })
      await client.invalidateQueries({ queryKey: [`/contracts/${one.id}/history`] })
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  const put = (key: number, change: Partial<DraftParty>) =>
    setParties(parties.map((party) => (party.key === key ? { ...party, ...change } : party)))
  const add = () => {
    const key = Math.max(-1, ...parties.map((party) => party.key)) + 1
    setParties([...parties, { key, role: 'partner', name: '', uscc: '', share: '' }])
  }
  return (
    <Dialog title={t('contracts.relate')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <RecordPicker
          label={t('contracts.achievements')}
          findLabel={t('contracts.findAchievement')}
          chosen={achievements}
          onChange={relate}
          name="achievements-of-contracts"
          find={findAchievements}
          text={({ number, title }) => `${number} ${title}`}
          error={wrong.at('achievements')}
        />
        <LongTextField
          label={t('contracts.fields.patentNumbers')}
          hint={t('contracts.patentsHint')}
          name="patentNumbers"
          value={patents}
          onChange={setPatents}
          error={wrong.at('patentNumbers')}
        />
        {one.counterparty && (
          <TextField
            label={t('contracts.usccOf', { name: one.counterparty })}
            hint={t('contracts.usccHint')}
            name="counterpartyUscc"
            value={uscc}
            onChange={setUscc}
            maxLength={30}
            error={wrong.at('counterpartyUscc')}
          />
        )}
        <fieldset>
          <legend>{t('contracts.fields.parties')}</legend>
          <p className="hint">{t('contracts.partiesHint')}</p>
          {parties.map((party, at) => (
            <PartyFields
              wrongUscc={wrong.at(`parties/${at}/uscc`)}
              key={party.key}
              party={party}
              onChange={(change) => put(party.key, change)}
              onRemove={() => setParties(parties.filter(({ key }) => key !== party.key))}
            />
          ))}
          <Button small onClick={add}>
            {t('general.add')}
          </Button>
        </fieldset>
        <TextField
          label={t('contracts.fields.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          isRequired
          error={wrong.at('reason')}
        />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('contracts.saveScope')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function PartyFields(props: {
  party: DraftParty
  onChange: (change: Partial<DraftParty>) => void
  onRemove: () => void
  wrongUscc: string | undefined
}) {
  const { t } = useLanguage()
  const { party, onChange } = props
  return (
    <div className="item-line">
      <ChoiceField
        label={t('contracts.partyRole')}
        isFolded
        value={party.role}
        onChange={(role) => onChange({ role })}
        choices={partyRoles.map((value) => ({
          ...{ value, label: t(`contracts.partyRoles.${value}`) },
        }))}
        error={undefined}
      />
      <TextField
        label={t('contracts.partyName')}
        isRequired
        value={party.name}
        onChange={(name) => onChange({ name })}
        error={undefined}
      />
      <TextField
        label={t('contracts.fields.counterpartyUscc')}
        value={party.uscc}
        onChange={(uscc) => onChange({ uscc })}
        error={props.wrongUscc}
      />
      <ShareField
        label={t('contracts.partyShare')}
        value={party.share}
        onChange={(share) => onChange({ share })}
        error={undefined}
      />
      <Button small kind="quiet" onClick={props.onRemove}>
        {t('general.remove')}
      </Button>
    </div>
  )
}
