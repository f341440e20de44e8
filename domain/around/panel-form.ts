/**
 * How we know that the online service asks for something: `read`, its published guidance says so;
 * `implied`, published figures are broken down by it.
 */
export type Sureness = 'read' | 'implied';

export const surenessWords = {
  read: 'it asks for this, as published guidance says',
  implied: 'it probably asks for this: published figures are broken down by it',
} as const satisfies Record<Sureness, string>;

interface Ask {
  readonly asks: string;
  readonly sureness: Sureness;
}

type Asks = Readonly<Record<string, Ask>>;

/** What the national Panel’s online service will ask; GOV.UK, and the Panel’s published figures. */
export const panelForm = {
  service: 'https://childsafeguarding.education.gov.uk',
  /** So many children have fields of their own; those after them go into free text (GOV.UK). */
  childrenInFields: 4,
  notifier: {
    phone: { asks: 'Your telephone number', sureness: 'read' },
    email: { asks: 'Your email address', sureness: 'read' },
  },
  incident: {
    location: { asks: 'Location', sureness: 'read' },
    date: { asks: 'Date', sureness: 'read' },
    time: { asks: 'Time', sureness: 'read' },
    documents: { asks: 'Supporting documents', sureness: 'read' },
  },
  child: {
    name: { asks: 'Name', sureness: 'read' },
    age: { asks: 'Age', sureness: 'read' },
    health: { asks: 'Health', sureness: 'read' },
    geography: { asks: 'Geographical information', sureness: 'read' },
    gender: { asks: 'Gender', sureness: 'implied' },
    ethnicity: { asks: 'Ethnicity', sureness: 'implied' },
    disability: { asks: 'Disability', sureness: 'implied' },
    nature: { asks: 'Nature', sureness: 'implied' },
    placement: { asks: 'Placement type', sureness: 'implied' },
    agencies: { asks: 'Known to agencies', sureness: 'implied' },
    protectionPlan: { asks: 'Child protection plan', sureness: 'implied' },
  },
} as const satisfies {
  readonly service: string;
  readonly childrenInFields: number;
} & Readonly<Record<'notifier' | 'incident' | 'child', Asks>>;

export type ChildAsk = keyof typeof panelForm.child;
export type IncidentAsk = keyof typeof panelForm.incident;
