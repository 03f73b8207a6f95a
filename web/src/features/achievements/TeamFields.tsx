import { useQuery } from '@tanstack/react-query'
import { type KnownPerson, registeredQuery } from '../../api/people.ts'
import { Button } from '../../ui/Button.tsx'
import { FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { PersonField } from '../../ui/fields/PersonField.tsx'
import { useLanguage } from '../../ui/language.ts'
import {
  type Disclosure,
  evenly,
  isEven,
  type Lack,
  type Member,
  withMember,
} from './disclosure.ts'
import { isWhole, parsed, sumText, withRest } from './shares.ts'

/** Who made it, with shares by slider or number; together they make exactly a hundred per cent. */
export function TeamFields(props: {
  team: readonly Member[]
  lacks: readonly Lack[]
  onChange: (changes: Partial<Disclosure>) => void
}) {
  const { t } = useLanguage()
  const { team, lacks } = props
  const put = (next: readonly Member[]) => props.onChange({ team: next })
  const set = (at: number, changes: Partial<Member>) =>
    put(team.map((member, index) => (index === at ? { ...member, ...changes } : member)))
  const shares = team.map(({ share }) => share)
  const give = (at: number) =>
    put(team.map((member, index) => ({ ...member, share: withRest(shares, at)[index] ?? '0' })))
  return (
    <>
      {team.map((member, at) => (
        <MemberFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a member has no other identity while typed
          key={at}
          member={member}
          at={at}
          isAlone={team.length === 1}
          onChange={(changes) => set(at, changes)}
          onRest={() => give(at)}
          onRemove={() => put(team.filter((_, index) => index !== at))}
        />
      ))}
      <div className="actions">
        <Button onClick={() => put(withMember(team, isEven(team)))}>
          + {t('achievements.addMember')}
        </Button>
        {team.length > 1 && (
          <Button onClick={() => put(evenly(team))}>{t('achievements.shareEvenly')}</Button>
        )}
      </div>
      <p className={`share-sum ${isWhole(shares) ? 'is-whole' : 'lacking'}`} role="status">
        {isWhole(shares) ? '✓' : '×'} {t('achievements.shareSum', { sum: sumText(shares) ?? '?' })}
        {!isWhole(shares) && ` · ${t('achievements.mustBeWhole')}`}
      </p>
      {lacks.map((lack) => (
        <p key={lack} className="wrong" role="alert">
          {t(`achievements.lack.${lack}`)}
        </p>
      ))}
    </>
  )
}

function MemberFields(props: {
  member: Member
  at: number
  isAlone: boolean
  onChange: (changes: Partial<Member>) => void
  onRest: () => void
  onRemove: () => void
}) {
  const { t } = useLanguage()
  const { member, at, onChange } = props
  const share = parsed(member.share)
  // A ledger names people by their number; they are no strangers.
  const isOutside = member.name.trim() !== '' && !member.staffNo
  return (
    <div className="item">
      <div className="member">
        <PersonField
          label={`${t('achievements.memberName')} ${at + 1}`}
          name={`member-${at}`}
          value={member.name}
          isKnown={member.person !== undefined}
          hint={isOutside ? t('achievements.outsideMember') : member.staffNo}
          onChange={(name) => onChange({ name, person: undefined, staffNo: undefined })}
          onPerson={(person) => onChange(chosen(person))}
        />
        <span className="percent">
          <input
            className="input"
            inputMode="decimal"
            aria-label={`${t('achievements.share')} ${at + 1}`}
            aria-invalid={share === undefined}
            value={member.share}
            onChange={({ target }) => onChange({ share: target.value })}
          />
          %
        </span>
      </div>
      <input
        type="range"
        className="slider"
        min={0}
        max={100}
        step={1}
        aria-label={`${t('achievements.share')} ${at + 1}`}
        value={Math.round((share ?? 0) / 10_000)}
        onChange={({ target }) => onChange({ share: target.value })}
      />
      <div className="item-flags">
        {member.person === undefined ? (
          <AskedPosts member={member} onChange={onChange} />
        ) : (
          <KnownPosts person={member.person} member={member} onChange={onChange} />
        )}
        {!props.isAlone && (
          <>
            <Button kind="quiet" small onClick={props.onRest}>
              {t('achievements.giveRest')}
            </Button>
            <Button kind="quiet" small className="item-remove" onClick={props.onRemove}>
              {t('general.remove')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

/** Whoever was chosen from the register; their posts the register says. */
function chosen({ id, name, staffNumber, isChief, holdsLeadingPost }: KnownPerson) {
  return { person: id, name, staffNo: staffNumber ?? undefined, isChief, holdsLeadingPost }
}

interface PostsProps {
  member: Member
  onChange: (changes: Partial<Member>) => void
}

/** Which posts somebody holds of whom no register knows. */
function AskedPosts({ member, onChange }: PostsProps) {
  const { t } = useLanguage()
  return (
    <>
      <FlagField
        label={t('achievements.chief')}
        value={member.isChief}
        onChange={(isChief) => onChange({ isChief, ...(isChief && { holdsLeadingPost: true }) })}
      />
      <FlagField
        label={t('achievements.leader')}
        value={member.holdsLeadingPost}
        onChange={(holdsLeadingPost) => onChange({ holdsLeadingPost })}
      />
    </>
  )
}

/** What the register says of somebody: where they work, and which posts they hold. */
function KnownPosts(props: PostsProps & { person: string }) {
  const { t } = useLanguage()
  const { data } = useQuery(registeredQuery(props.person))
  if (data === null) return <AskedPosts {...props} />
  if (data === undefined) return null
  const { unit, staffNumber, isChief, holdsLeadingPost } = data
  const post = isChief ? 'chief' : holdsLeadingPost ? 'leader' : 'noPost'
  return (
    <span className="muted">
      {[unit?.name, staffNumber, t(`achievements.${post}`)].filter(Boolean).join(' · ')}
    </span>
  )
}
