import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { DisclosureListsWire } from './achievement.api.ts'
import type { Disclosure, Lack, Published } from './disclosure.ts'

type Told = Pick<Disclosure, 'publicity' | 'publications'>

/** Whether anybody outside knows or will know, since when and where from. */
export function PublicFields(props: {
  told: Told
  lists: DisclosureListsWire
  lacks: readonly Lack[]
  onChange: (changes: Partial<Told>) => void
}) {
  const { t } = useLanguage()
  const { told, onChange } = props
  const put = (publications: readonly Published[]) => onChange({ publications })
  const set = (at: number, changes: Partial<Published>) =>
    put(told.publications.map((one, index) => (index === at ? { ...one, ...changes } : one)))
  const blank = { kind: '', on: '', where: '' }
  // Those told in full fold to a line; one is open at a time.
  const [open, setOpen] = useState(() =>
    told.publications.findIndex(({ kind, on, where }) => !(kind && on && where)),
  )
  return (
    <>
      <ChoiceField
        label={t('disclosure.isPublic')}
        hint={t('disclosure.isPublicHint')}
        name="publicity"
        value={told.publicity}
        choices={(['no', 'yes'] as const).map((value) => ({
          value,
          label: t(`disclosure.publicities.${value}`),
        }))}
        onChange={(value) =>
          onChange({
            publicity: value as Told['publicity'],
            ...(value === 'yes' && told.publications.length === 0 && { publications: [blank] }),
          })
        }
      />
      {told.publicity === 'yes' && (
        <>
          {told.publications.map((one, at) => (
            <PublicationFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity while typed
              key={at}
              one={one}
              lists={props.lists}
              isOpen={at === open || !(one.kind && one.on && one.where)}
              onOpen={() => setOpen(at)}
              onChange={(changes) => {
                setOpen(at)
                set(at, changes)
              }}
              onRemove={() => put(told.publications.filter((_, index) => index !== at))}
            />
          ))}
          <div className="actions">
            <Button
              onClick={() => {
                setOpen(told.publications.length)
                put([...told.publications, blank])
              }}
            >
              + {t('disclosure.addPublication')}
            </Button>
          </div>
          <Callout tone="due" title={t('disclosure.noveltyWarning')}>
            {t('disclosure.noveltyWarningHint')}
          </Callout>
        </>
      )}
      {props.lacks.includes('publications') && (
        <p className="wrong" role="alert">
          {t('achievements.lack.publications')}
        </p>
      )}
    </>
  )
}

function PublicationFields(props: {
  one: Published
  lists: DisclosureListsWire
  isOpen: boolean
  onOpen: () => void
  onChange: (changes: Partial<Published>) => void
  onRemove: () => void
}) {
  const { t, say } = useLanguage()
  const { one, onChange } = props
  if (!props.isOpen) {
    return (
      <div className="item">
        {say(props.lists.publications[one.kind])} · {one.on} · {one.where}{' '}
        <Button kind="quiet" small onClick={props.onOpen}>
          {t('disclosure.answerAgain')}
        </Button>
      </div>
    )
  }
  return (
    <div className="item">
      <ChoiceField
        label={t('disclosure.publicationKind')}
        name="publicationKind"
        value={one.kind}
        isFolded
        choices={Object.entries(props.lists.publications).map(([value, label]) => ({
          value,
          label: say(label),
        }))}
        onChange={(kind) => onChange({ kind })}
      />
      <DayField
        label={t('disclosure.publishedOn')}
        hint={t('disclosure.publishedOnHint')}
        name="publishedOn"
        value={one.on}
        onChange={(on) => onChange({ on })}
      />
      <TextField
        label={t('disclosure.publishedWhere')}
        name="publishedWhere"
        maxLength={300}
        value={one.where}
        onChange={(where) => onChange({ where })}
      />
      <div className="item-flags">
        <Button kind="quiet" small className="item-remove" onClick={props.onRemove}>
          {t('general.remove')}
        </Button>
      </div>
    </div>
  )
}
