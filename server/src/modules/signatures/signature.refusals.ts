import type { Refusal } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'

type None = Record<string, never>

/** Why something about signatures or the authorities behind them is not written. */
export interface SignatureRefusals {
  'no-such-contract': None
  'no-such-file': None
  'no-such-authority': None
  'holds-key': None
  'no-certificate': None
  'not-an-authority': None
  'trusted-already': { readonly name: string }
  'retired-already': None
}

/** What a person reads for every no about signatures. */
export function toProblem(refusal: Refusal<SignatureRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-contract':
      return notFound({ zh: '没有这份合同。', en: 'There is no such contract.' })
    case 'no-such-file':
      return badField('#/sha256', 'no-such-file', {
        zh: '合同没有这份文件，或文件已撤下；请重新打开页面。',
        en: 'The contract has no such file, or it was withdrawn; open the page again.',
      })
    case 'no-such-authority':
      return notFound({ zh: '没有这家认证机构。', en: 'There is no such authority.' })
    case 'holds-key':
      return badField('#/pem', 'holds-key', {
        zh: '内容里有私钥。请只粘贴证书（BEGIN CERTIFICATE），并尽快更换这把私钥。',
        en: 'This holds a private key. Paste the certificate only (BEGIN CERTIFICATE), and replace that key.',
      })
    case 'no-certificate':
      return badField('#/pem', 'no-certificate', {
        zh: '请粘贴一份 PEM 格式的证书，从 BEGIN CERTIFICATE 到 END CERTIFICATE，一次一份。',
        en: 'Paste one certificate in PEM, from BEGIN CERTIFICATE to END CERTIFICATE, one at a time.',
      })
    case 'not-an-authority':
      return badField('#/pem', 'not-an-authority', {
        zh: '这份证书不能签发其他证书；请录入认证机构自己的证书，不是签名人的证书。',
        en: 'This certificate may not issue others; enter that of the authority, not that of a signer.',
      })
    case 'trusted-already':
      return badField('#/pem', 'trusted-already', {
        zh: `这份证书已录入，名称为“${refusal.facts.name}”。`,
        en: `This certificate is entered already, as “${refusal.facts.name}”.`,
      })
    case 'retired-already':
      return conflict('authority-retired', {
        zh: '这家认证机构已经停用。',
        en: 'The authority is trusted no more already.',
      })
    default:
      throw new TypeError('There is no sentence for this refusal.')
  }
}

/** The public page of the list of authorities. */
export const problems: ProblemPages = {
  'authority-retired': conflictPage(
    [
      '认证机构已停用',
      '停用的认证机构不再作为信任依据，也不能再停用一次。',
      '需要再次信任的，重新录入其证书。',
    ],
    [
      'The authority was retired',
      'An authority that was retired is trusted no more, and is not retired twice.',
      'To trust it again, enter its certificate anew.',
    ],
  ),
}
