import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader } from '../../ui/Page.tsx'
import { useDepartments } from '../../ui/useDepartments.ts'
import type { AchievementWire } from './achievement.api.ts'
import { Conversion } from './Conversion.tsx'

/** What everybody of the house sees of an achievement, and why no more. */
export function AchievementShort({ one }: { one: AchievementWire }) {
  const { t, named } = useLanguage()
  const { intake } = one
  return (
    <>
      <PageHeader
        title={
          <>
            <span className="case-number">{one.number}</span> {one.title}
          </>
        }
        tab={`${one.number} ${one.title}`}
        note={
          <>
            {intake && (
              <span className={`chip ${intakeTones[intake]}`}>
                {t(`disclosure.intakes.${intake}`)}
              </span>
            )}{' '}
            {one.kind && <span className="chip">{named('achievements.kinds', one.kind)}</span>}{' '}
            <Conversion of={one} /> <Department name={one.department} />
          </>
        }
      />
      <Callout tone="info" title={t('disclosure.inShort')}>
        {t('disclosure.inShortWhy')}
      </Callout>
    </>
  )
}

/** How urgent each state of a disclosure looks. */
export const intakeTones = {
  submitted: 'chip-due',
  returned: 'chip-due',
  accepted: 'chip-met',
  merged: '',
} as const

/** The department as it was written; where the register of units has it, a way to its people. */
export function Department({ name }: { name: string | null }) {
  const unit = useDepartments().named(name)
  return unit ? <a href={`/people?unit=${unit.id}`}>{name}</a> : name
}
