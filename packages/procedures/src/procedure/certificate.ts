// The certificate of a registered technology contract: what tax relief is filed with. No text makes the entry of a
// registration wait for it, so it is asked for and never demanded.
import { label } from './fields.ts'
import type { AskedPaper } from './procedure.ts'

/** Contract and certificate go to the tax authority for the exemption from VAT (cn-vat-exemption-2016#a1.i26.p2). */
export const certificateAsked: AskedPaper = {
  words: label(
    '请附上技术合同认定登记证明：享受增值税免税，须将合同和登记证明报税务机关备查。没有附上也可以登记，以后可在合同页面补附。',
    'Attach the certificate of registration: for the exemption from VAT it is filed with the tax authority beside the contract. Nothing is refused without it; it can be attached later on the page of the contract.',
  ),
  cite: { source: 'cn-vat-exemption-2016', at: 'a1.i26.p2' },
}

/** Asked for once a contract is said to be registered. */
export const asksCertificate = ({ outcome }: Readonly<Record<string, unknown>>) =>
  outcome === 'registered' ? certificateAsked : undefined
