const states = {
  trusted: 'Valid, authority trusted',
  unknownIssuer: 'Valid, authority not known here',
  outOfTerm: 'Certificate not in force when signed',
  notWhole: 'Changed after it was signed',
  notChecked: 'Cannot be checked here',
  broken: 'Not valid',
  none: 'No electronic signature',
  notPdf: 'Not a PDF',
} as const

/** Electronic signatures in the files of contracts, and the authorities behind them. */
export const signatures = {
  signatures: {
    title: 'Signatures',
    nothing: 'No file to check yet',
    hint: 'File the signed PDF under “Evidence”; it is checked at once. A scan of what was signed on paper is filed as before.',
    limits:
      'Only the file itself is looked at and nobody outside is asked, so a revoked certificate is not noticed; this does not replace the report of a certification service.',
    trusts_one: '{{count}} authority is trusted here',
    trusts_other: '{{count}} authorities are trusted here',
    notYet: 'Not checked yet',
    check: 'Check signatures',
    recheck: 'Check again',
    earlier_one: '{{count}} earlier check',
    earlier_other: '{{count}} earlier checks',
    checkedBy: 'Checked for {{name}}, {{at}}',
    from: { filed: 'evidence', act: 'of the act that signed it' },
    unknownSigner: 'Signer unknown',
    stampOnly: 'Time stamp',
    someone: 'the signer',
    states,
    means: {
      trusted:
        'Every signature fits the file, and the certificates were issued by authorities that the institution trusts.',
      unknownIssuer:
        'The signature fits the file, but no authority on the list issued the certificate. Verify who signed; if the authority deserves trust, the administrator enters it.',
      outOfTerm:
        'The signature fits the file, but it says a time at which the certificate was not in force. Ask the signer.',
      notWhole:
        'The signature holds, but for the first part of the file only: something was added later. It may be validation data or a change; look at the signed version in a PDF reader.',
      notChecked:
        'The form or the algorithm (such as SM2) is not checked here, so it is called neither valid nor invalid. Use the verifier of the signing platform.',
      broken:
        'The signature does not fit the file, or its data do not hold. Do not rely on this file; ask for the original.',
      none: 'The file has no electronic signature. A scan of a paper counts as signed on paper.',
      notPdf: 'Only signatures in PDF files are checked.',
    },
    why: {
      earlier:
        'It was signed again later, and the last signature covers the whole; this one stands for the version it signed.',
      stampAfter:
        'What was added bears a time stamp, which says when, and not that the signer agreed.',
      issuerTerm: 'The certificate of the authority was not in force then.',
      range: 'What the signature says it covers does not fit the file.',
      unfinished: 'The signature field was not finished, or is too large.',
      form: 'This kind of container is not checked here.',
      container: 'The data of the signature cannot be read.',
      enclosed: 'The data enclose a content of their own, so this file is not what was signed.',
      signers: 'There is not exactly one signer in the field.',
      certificate: 'The certificate of the signer is not in the data.',
      national: 'Uses the national algorithms (SM2, SM3), which are not checked here.',
      weak: 'Uses an algorithm that is no longer safe (SHA-1, MD5), so it is not called valid.',
      algorithm: 'Uses an algorithm that is not checked here.',
      digest: 'The content is not what was signed.',
      signature: 'The signature does not fit the certificate.',
      attributes: 'What must stand with a signature is missing or contradicts itself.',
    },
    fields: {
      organisation: 'Organisation',
      time: 'Signed at',
      stamp: 'Time stamp',
      issuer: 'Issuer of the certificate',
      authority: 'Trusted authority',
      serial: 'Serial number',
      validity: 'Certificate in force',
      covers: 'Covers',
      form: 'Form and algorithm',
    },
    timeBy: {
      stamp: '{{at}} (proven by a time stamp)',
      signer: '{{at}} (as the signer says)',
      check: 'not said; judged at the time of the check',
    },
    stampStates: {
      trusted: 'Trusted time stamp',
      unknownIssuer: 'Holds, its authority is not known here',
      outOfTerm: 'Its certificate was not in force',
      broken: 'Does not hold',
      notChecked: 'Cannot be checked here',
    },
    coversAll: 'the whole file',
    coversPart: 'the first {{bytes}} of {{size}} bytes',
    asks: 'Please look at this',
    asked: {
      partyUnsigned:
        'No signature names “{{about}}”. If it signed on paper or in another file, file that too.',
      signedBeforeNoticeEnded:
        '“{{about}}” signed on {{day}}, not after the end of the notice on {{other}}.',
      signedBeforeDecision: '“{{about}}” signed on {{day}}, before the decision of {{other}}.',
      dayDiffers: 'The last signature is of {{day}}; the register says {{other}}.',
      expiredSince:
        'The certificate of “{{about}}” expired on {{day}}; if it was in force when signed ({{other}}), the signature is not affected.',
      timeUnproven:
        'No trusted time stamp proves when “{{about}}” signed; keep what shows the day.',
      olderList: 'The list of trusted authorities changed on {{day}}; check again.',
    },
  },
  authorities: {
    title: 'Certification authorities',
    note: 'The certification services that the institution trusts. A signature of a contract is called trusted only if one of them issued its certificate.',
    enter: 'Enter an authority',
    enterNote:
      'Download the root or intermediate certificate from the authority’s own site and compare its fingerprint by telephone or in writing first.',
    pemHint: 'Begins with -----BEGIN CERTIFICATE-----; never paste a private key',
    none: 'No authority yet',
    noneHint: 'Signatures are checked against their files all the same, but never called trusted.',
    retire: 'Retire',
    retireTitle: 'Retire “{{name}}”',
    retireNote: 'It is trusted no more; checks made before stay as they are.',
    reason: 'Why',
    retiredBy: 'Retired by {{name}}, {{at}}: {{reason}}',
    fields: {
      name: 'Name',
      pem: 'Certificate (PEM)',
      subject: 'Holder',
      issuer: 'Issuer',
      validity: 'In force',
      serial: 'Serial number',
      fingerprint: 'Fingerprint (SHA-256)',
      entered: 'Entered',
      retired: 'Retired',
    },
  },
} as const

/** What a history of a contract says of a check. */
export const signatureStateWords = states
