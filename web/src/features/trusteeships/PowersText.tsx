import { useLanguage } from '../../ui/language.ts'
import { powers, type TrusteeshipLineWire } from './trusteeship.api.ts'

/** Who holds each of the three powers; of the income also how much. */
export function PowersText({ parties }: { parties: TrusteeshipLineWire['parties'] }) {
  const { t, listed, colon } = useLanguage()
  return powers.map((power) => (
    <div key={power}>
      <small>
        <span className="muted">
          {t(`trusteeships.powers.${power}`)}
          {colon}
        </span>
        {listed(
          parties
            .filter((one) => one.power === power)
            .map(({ name, share }) => (share === null ? name : `${name} ${share}`)),
        )}
      </small>
    </div>
  ))
}
