import { timeInChina } from '@yizhuan/kit'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type SignatureWire, toneOf } from './signature.api.ts'

/** One signature: who, when, by whose certificate, and what it covers. */
export function OneSignature({ one, size }: { one: SignatureWire; size: number }) {
  const { t, named } = useLanguage()
  const { signer, stamp } = one
  const name = signer?.name ?? signer?.organisation ?? t('signatures.unknownSigner')
  const title = one.kind === 'stamp' ? (stamp?.by ?? t('signatures.stampOnly')) : name
  return (
    <li>
      <strong>{title}</strong>{' '}
      <span className={`chip ${toneOf[one.state] ?? ''}`}>
        {named('signatures.states', one.state)}
      </span>
      {one.why !== null && <div>{named('signatures.why', one.why)}</div>}
      <Facts>
        <Fact label={t('signatures.fields.organisation')}>{signer?.organisation}</Fact>
        <Fact label={t('signatures.fields.time')}>{timeOf(one, t)}</Fact>
        <Fact label={t('signatures.fields.stamp')}>
          {stamp && (
            <>
              {named('signatures.stampStates', stamp.state)}
              {stamp.at && ` ${timeInChina(stamp.at)}`}
              {one.kind === 'signature' && stamp.by && ` · ${stamp.by}`}
            </>
          )}
        </Fact>
        <Fact label={t('signatures.fields.issuer')}>{signer?.issuer}</Fact>
        <Fact label={t('signatures.fields.authority')}>{one.authority}</Fact>
        <Fact label={t('signatures.fields.serial')}>
          {signer && <span className="figure">{signer.serial}</span>}
        </Fact>
        <Fact label={t('signatures.fields.validity')}>
          {signer && `${timeInChina(signer.validFrom)} → ${timeInChina(signer.validTo)}`}
        </Fact>
        <Fact label={t('signatures.fields.covers')}>
          {one.covers !== null &&
            (one.covers === size
              ? t('signatures.coversAll')
              : t('signatures.coversPart', { bytes: one.covers, size }))}
        </Fact>
        <Fact label={t('signatures.fields.form')}>
          {[one.subFilter, one.algorithm].filter(Boolean).join(' · ')}
        </Fact>
      </Facts>
    </li>
  )
}

function timeOf(
  { judgedAt, judgedBy, statedAt }: SignatureWire,
  t: ReturnType<typeof useLanguage>['t'],
): string | null {
  if (judgedBy === 'stamp' && judgedAt !== null) {
    return t('signatures.timeBy.stamp', { at: timeInChina(judgedAt) })
  }
  if (statedAt !== null) return t('signatures.timeBy.signer', { at: timeInChina(statedAt) })
  return judgedBy === 'check' ? t('signatures.timeBy.check') : null
}
