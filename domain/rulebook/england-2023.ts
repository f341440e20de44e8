import type { Rulebook } from './rulebook';

const statute = 'Children Act 2004 s16C(1)';

/**
 * England, from Working Together 2023: who must be told of a serious child safeguarding incident.
 * Sources: Children Act 2004 s16C(1); Working Together to Safeguard Children 2023; the local
 * safeguarding partnership's procedure page on practice reviews.
 */
export const england2023: Rulebook = {
  id: 'england-2023',
  title: 'England: section 16C and Working Together 2023',
  period: {
    workingDays: 5,
    source: 'Five working days of becoming aware: partnership procedure page; GOV.UK guidance',
  },
  conditions: {
    died: {
      fact: 'harm',
      satisfiedBy: ['died'],
      words: {
        yes: 'has died',
        no: 'has not died',
        'not-yet-known': 'it is not yet known whether the child has died',
      },
    },
    'seriously-harmed': {
      fact: 'harm',
      satisfiedBy: ['seriously-harmed'],
      words: {
        yes: 'has been seriously harmed',
        no: 'is not recorded as seriously harmed',
        'not-yet-known': 'it is not yet known whether the child has been seriously harmed',
      },
    },
    'abuse-or-neglect': {
      fact: 'abuseOrNeglect',
      satisfiedBy: ['known', 'suspected'],
      words: {
        yes: 'abuse or neglect is known or suspected',
        no: 'abuse or neglect is not suspected',
        'not-yet-known': 'it is not yet known whether abuse or neglect is suspected',
      },
    },
    'looked-after': {
      fact: 'lookedAfter',
      satisfiedBy: ['yes'],
      words: {
        yes: 'was looked after by a local authority',
        no: 'was not looked after by a local authority',
        'not-yet-known': 'it is not yet known whether the child was looked after',
      },
    },
    'in-regulated-setting': {
      fact: 'regulatedSetting',
      satisfiedBy: ['yes'],
      words: {
        yes: 'was in a regulated setting or service',
        no: 'was not in a regulated setting or service',
        'not-yet-known': 'it is not yet known whether the child was in a regulated setting',
      },
    },
    'care-leaver': {
      fact: 'careLeaver',
      satisfiedBy: ['yes'],
      words: {
        yes: 'was a care leaver',
        no: 'was not a care leaver',
        'not-yet-known': 'it is not yet known whether this was a care leaver',
      },
    },
  },
  criteria: [
    {
      id: 'death-with-abuse-or-neglect',
      words: 'a child has died and abuse or neglect is known or suspected',
      age: 'under-18',
      needs: ['died', 'abuse-or-neglect'],
      strength: 'must',
      source: statute,
      recipients: ['panel', 'partners', 'areas'],
      rapidReview: true,
      responsible: null,
      optional: false,
    },
    {
      id: 'serious-harm-with-abuse-or-neglect',
      words: 'a child has been seriously harmed and abuse or neglect is known or suspected',
      age: 'under-18',
      needs: ['seriously-harmed', 'abuse-or-neglect'],
      strength: 'must',
      source: statute,
      recipients: ['panel', 'partners', 'areas'],
      rapidReview: true,
      responsible: null,
      optional: false,
    },
    {
      id: 'looked-after-child-death',
      words: 'a looked-after child has died, whether or not abuse or neglect is suspected',
      age: 'under-18',
      needs: ['died', 'looked-after'],
      strength: 'must',
      source: 'Partnership procedure page; Working Together 2023',
      recipients: ['panel', 'partners', 'areas', 'secretary-of-state', 'ofsted'],
      rapidReview: false,
      responsible: 'lookedAfterBy',
      optional: false,
    },
    {
      id: 'death-in-regulated-setting',
      words: 'a child in a regulated setting or service has died, whatever the cause',
      age: 'under-18',
      needs: ['died', 'in-regulated-setting'],
      strength: 'local',
      source: 'Partnership procedure page only: your local procedure asks for this, s16C does not',
      recipients: ['panel', 'partners', 'areas'],
      rapidReview: false,
      responsible: null,
      optional: true,
    },
    {
      id: 'care-leaver-death',
      words: 'a care leaver has died before their 25th birthday, whatever the cause',
      age: 'under-25',
      needs: ['died', 'care-leaver'],
      strength: 'should',
      source: 'Working Together 2023',
      recipients: ['secretary-of-state', 'ofsted'],
      rapidReview: false,
      responsible: 'careLeaverOf',
      optional: false,
    },
  ],
  notChecked: ['Working Together 2026', 'The Panel’s guidance of 2025'],
};
