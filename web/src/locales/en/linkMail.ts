/** Links of inventors that go by mail. */
export const linkMail = {
  linkMail: {
    legend: 'Mail them as well (optional)',
    hint: 'Reaches inventors without an account. The mail names the number of the achievement, never its title. Without an address, send the link on yourself.',
    makeAndMail_one: 'Make the links and send {{count}} mail',
    makeAndMail_other: 'Make the links and send {{count}} mails',
    onItsWay:
      'A mail to {{to}} is on its way; the page of the achievement shows whether it arrived.',
    waits: 'A mail to {{to}} waits to be sent',
    sent: 'Mailed to {{to}}',
    failed:
      'The mail to {{to}} could not be delivered. Check the address, or send a new link on yourself.',
  },
}
