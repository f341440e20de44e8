import type { Fact } from '../report';
import type { Strength } from '../task';

export type CriterionId =
  | 'death-with-abuse-or-neglect'
  | 'serious-harm-with-abuse-or-neglect'
  | 'looked-after-child-death'
  | 'death-in-regulated-setting'
  | 'care-leaver-death';

export type ConditionId =
  | 'died'
  | 'seriously-harmed'
  | 'abuse-or-neglect'
  | 'looked-after'
  | 'in-regulated-setting'
  | 'care-leaver';

/** Which values of a fact satisfy a condition, and the words for each answer. */
export interface Condition {
  readonly fact: Fact;
  readonly satisfiedBy: readonly string[];
  readonly words: { readonly yes: string; readonly no: string; readonly 'not-yet-known': string };
}

/** Recipients before they are spelled out: `partners` is each safeguarding partner in the area. */
export type RecipientGroup = 'panel' | 'partners' | 'areas' | 'secretary-of-state' | 'ofsted';

export interface Criterion {
  readonly id: CriterionId;
  readonly words: string;
  /** Whose incident it can be: somebody under 18, or under 25. */
  readonly age: 'under-18' | 'under-25';
  readonly needs: readonly ConditionId[];
  readonly strength: Strength;
  readonly source: string;
  readonly recipients: readonly RecipientGroup[];
  /** Whether a rapid review follows once the Panel has been notified under it. */
  readonly rapidReview: boolean;
  /** Which authority tells the Secretary of State and Ofsted, when it may not be ours. */
  readonly responsible: 'lookedAfterBy' | 'careLeaverOf' | null;
  /** True when the authority's file may switch the criterion off. */
  readonly optional: boolean;
}

/** A dated edition of the rules. Never changed once released: a new edition is a new file. */
export interface Rulebook {
  readonly id: string;
  readonly title: string;
  readonly period: { readonly workingDays: number; readonly source: string };
  readonly conditions: Readonly<Record<ConditionId, Condition>>;
  readonly criteria: readonly Criterion[];
  /** What this edition has not been checked against. */
  readonly notChecked: readonly string[];
}
