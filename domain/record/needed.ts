/** Commands with dates come with a plan; one without is a mistake in the program. */
export function needed<Plan>(plan: Plan | null): Plan {
  if (plan === null) throw new Error('This step needs a plan');
  return plan;
}
